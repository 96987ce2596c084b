import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/translate.js';

/** The browser gives no storage, or what is there cannot be read. */
export function UnavailableView({ message }: { message: string }) {
  return (
    <div class="cp-read">
      <PageHeading>{t('shell.unavailable')}</PageHeading>
      <p class="govuk-body">{message}</p>
      <p class="govuk-body">{t('shell.unavailable.next')}</p>
    </div>
  );
}
