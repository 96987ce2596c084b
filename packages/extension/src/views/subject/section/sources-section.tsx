import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** What was read, from where, with the copy of the page that was kept. */
export function SourcesSection({ page: { all } }: { page: SubjectPage }) {
  const captures = all('sourceCapture');
  return <RecordList records={captures} captures={captures} whole />;
}
