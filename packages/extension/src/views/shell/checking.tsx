import { t } from '../../locales/translate.js';

/** Shown until the vault's state is known. */
export function Checking() {
  return (
    <p class="govuk-body" role="status">
      {t('shell.checking')}
    </p>
  );
}
