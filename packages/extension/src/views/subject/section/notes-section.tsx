import { RecordList } from '../record-list.js';
import type { SubjectPage } from '../subject-page.js';

export function NotesSection({ page: { all } }: { page: SubjectPage }) {
  return <RecordList records={all('intelligenceNote')} captures={all('sourceCapture')} />;
}
