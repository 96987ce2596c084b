import { RecordList } from '../record-list.js';
import type { SubjectPage } from '../subject-page.js';

export function DetailsSection({ page }: { page: SubjectPage }) {
  return <RecordList records={[page.subject]} captures={page.all('sourceCapture')} />;
}
