import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { LogPanel } from '../../keeping/log/log-panel.js';

/** Log of all acts on this person's records. */
export function LogSection({ page: { subject } }: { page: SubjectPage }) {
  return (
    <>
      <p class="govuk-body">{t('log.of-person')}</p>
      <LogPanel whose={{ subject: subject.id }} />
    </>
  );
}
