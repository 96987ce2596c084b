import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { LogPanel } from './log-panel.js';

/** What this officer did with records, for themselves to look through. */
export function LogView() {
  return (
    <>
      <PageHeading>{t('log.title')}</PageHeading>
      <p class="govuk-body">{t('log.intro')}</p>
      <LogPanel whose="own" />
    </>
  );
}
