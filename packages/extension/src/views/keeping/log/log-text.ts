/** A log as readable text: its source, its permitted use, and one paragraph per entry. */
import type { LoggedEntry } from '@cyber-prevent/core';
import { writtenMoment } from '../../../components/written-moment.js';
import { t } from '../../../locales/late.js';
import { type LogWords, toWhom, whatWas, whyWas } from './log-words.js';

export interface LogTextHead {
  /** Owner of the log, in words that name no subject. */
  readonly of: string;
  readonly marking: string;
  readonly made: string;
}

export function logText(
  entries: readonly LoggedEntry[],
  { of, marking, made }: LogTextHead,
  words: LogWords & { readonly who: (by: LoggedEntry['by']) => string },
): string {
  const lines = entries.map((entry) => {
    const to = toWhom(entry, words);
    return [
      `${writtenMoment(entry.at)}, ${words.who(entry.by)}`,
      `${t(`audit.action.${entry.action}`)}. ${whatWas(entry, words)}`,
      t('log.text.reason', { reason: whyWas(entry, words) }),
      ...(to ? [t('log.text.to', { who: to })] : []),
    ]
      .map(oneLine)
      .join('\n');
  });
  const head = [marking, '', t('log.text.head'), of, made, '', t('log.uses'), ''];
  return `${[...head, lines.join('\n\n'), '', marking].join('\n')}\n`;
}

/** Keeps typed text from beginning an entry of its own. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
