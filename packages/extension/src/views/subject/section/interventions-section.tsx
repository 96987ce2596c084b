import { t } from '../../../locales/late.js';
import type { SubjectPage } from '../../case/subject-page.js';
import { SessionList } from '../../contact/plan/session-list.js';
import { InterventionList } from '../intervention-list.js';
import { standingInterventions } from '../standing-interventions.js';

/** Arranged sessions with their attendance, and the contacts that took place. */
export function InterventionsSection({ page }: { page: SubjectPage }) {
  return (
    <>
      <SessionList sessions={page.all('session')} subject={page.subject.id} />
      <h2 class="govuk-heading-m">{t('plan.took-place')}</h2>
      <InterventionList
        interventions={standingInterventions(page)}
        subject={page.subject.id}
        notes={page.all('writeBack')}
      />
    </>
  );
}
