import type { SubjectPage } from '../subject-page.js';
import { TimelineTable } from '../timeline-table.js';

export function TimelineSection({ page: { records } }: { page: SubjectPage }) {
  return <TimelineTable records={records} />;
}
