import { t } from '../../../locales/late.js';
import { LogPanel } from '../../log/log-panel.js';
import type { SubjectPage } from '../subject-page.js';

/** Who did what with this person's records. */
export function LogSection({ page: { subject } }: { page: SubjectPage }) {
  return (
    <>
      <p class="govuk-body">{t('log.of-person')}</p>
      <LogPanel whose={{ subject: subject.id }} />
    </>
  );
}
