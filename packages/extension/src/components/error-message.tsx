import { t } from '../locales/translate.js';

export function ErrorMessage({ id, children }: { id: string; children: string }) {
  return (
    <p id={id} class="govuk-error-message">
      <span class="govuk-visually-hidden">{t('common.error-prefix')} </span>
      {children}
    </p>
  );
}
