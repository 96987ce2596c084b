import type { ComponentChildren } from 'preact';
import { t } from '../locales/translate.js';

export function WarningText({ children }: { children: ComponentChildren }) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{t('common.warning')} </span>
        {children}
      </strong>
    </div>
  );
}
