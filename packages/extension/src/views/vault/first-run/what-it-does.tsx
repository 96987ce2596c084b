import { t } from '../../../locales/late.js';

/** Beside the first screen: what the toolkit does, and what it never does. */
export function WhatItDoes() {
  return (
    <aside class="cp-setup__beside cp-no-print" aria-label={t('first-run.welcome.title')}>
      <h2 class="govuk-heading-s">{t('first-run.welcome.does')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('first-run.welcome.does.read')}</li>
        <li>{t('first-run.welcome.does.keep')}</li>
        <li>{t('first-run.welcome.does.due')}</li>
      </ul>
      <h2 class="govuk-heading-s">{t('first-run.welcome.never')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('first-run.welcome.never.decide')}</li>
        <li>{t('first-run.welcome.never.send')}</li>
        <li>{t('first-run.welcome.never.write')}</li>
        <li>{t('first-run.welcome.never.guess')}</li>
      </ul>
    </aside>
  );
}
