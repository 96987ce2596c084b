import { PageHeading } from '../../../components/page-heading.js';
import { t } from '../../../locales/late.js';
import { LogPanel } from './log-panel.js';

/** This officer's acts on records, for their own review. */
export function LogView() {
  return (
    <>
      <PageHeading>{t('log.title')}</PageHeading>
      <p class="govuk-body">{t('log.intro')}</p>
      <LogPanel whose="own" />
    </>
  );
}
