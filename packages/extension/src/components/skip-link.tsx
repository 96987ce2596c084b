import { t } from '../locales/translate.js';

/** First thing the Tab key meets: goes past the header without touching the address. */
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
