import type { SubjectPage } from '../../case/subject-page.js';
import { RecordList } from '../record-list.js';

/** Captures with their sources and the stored copies of their pages. */
export function SourcesSection({ page: { all } }: { page: SubjectPage }) {
  const captures = all('sourceCapture');
  return <RecordList records={captures} captures={captures} whole />;
}
