import { InterventionList } from '../intervention-list.js';
import { standingInterventions } from '../standing-interventions.js';
import type { SubjectPage } from '../subject-page.js';

export function InterventionsSection({ page }: { page: SubjectPage }) {
  return (
    <InterventionList
      interventions={standingInterventions(page)}
      subject={page.subject.id}
      notes={page.all('writeBack')}
    />
  );
}
