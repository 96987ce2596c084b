import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

export function NotesSection({ page: { all } }: { page: SubjectPage }) {
  return <RecordList records={all('intelligenceNote')} captures={all('sourceCapture')} />;
}
