import { RecordList } from '../record-list.js';
import type { SubjectPage } from '../subject-page.js';

export function IdentifiersSection({ page: { all } }: { page: SubjectPage }) {
  return <RecordList records={all('onlineIdentifier')} captures={all('sourceCapture')} />;
}
