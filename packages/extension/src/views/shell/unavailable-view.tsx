import { PageHeading } from '../../components/page-heading.js';
import { t } from '../../locales/translate.js';

/** Shown when the browser gives no storage, or its content cannot be read. */
export function UnavailableView({ message }: { message: string }) {
  return (
    <div class="cp-read">
      <PageHeading>{t('shell.unavailable')}</PageHeading>
      <p class="govuk-body">{message}</p>
      <p class="govuk-body">{t('shell.unavailable.next')}</p>
    </div>
  );
}
