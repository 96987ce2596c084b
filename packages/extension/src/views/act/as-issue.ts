/** An error from the store, as a sentence for the officer. The work on screen stays where it is. */
import { type Issue, PreventError } from '@cyber-prevent/core';
import { SaidError } from '../../app/said-error.js';
import { t } from '../../locales/translate.js';

export function asIssue(error: unknown): Issue {
  const code = error instanceof PreventError ? (onlyCause(error) ?? error.code) : 'unknown';
  const message =
    error instanceof PreventError || error instanceof SaidError
      ? error.message
      : t('common.unexpected', { why: String(error) });
  return { code: code.toLowerCase().replace(/_/g, '-'), message, severity: 'error' };
}

/** The code of the issue, where a save was refused for a single one. */
function onlyCause({ cause }: PreventError): string | undefined {
  const [issue, ...more] = Array.isArray(cause) ? (cause as readonly unknown[]) : [];
  const code: unknown = Object(issue).code;
  return more.length === 0 && typeof code === 'string' ? code : undefined;
}
