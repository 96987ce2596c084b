import { RecordList } from '../record-list.js';
import type { SubjectPage } from '../subject-page.js';

export function PeopleSection({ page: { all } }: { page: SubjectPage }) {
  return <RecordList records={all('relatedPerson')} captures={all('sourceCapture')} />;
}
