import { t } from '../locales/translate.js';

/** The first tab stop: skips the header without touching the address. */
export function SkipLink({ to }: { to: string }) {
  return (
    <button
      type="button"
      class="govuk-skip-link cp-skip-link govuk-visually-hidden-focusable"
      onClick={() => document.getElementById(to)?.focus()}
    >
      {t('shell.skip')}
    </button>
  );
}
