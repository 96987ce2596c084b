import { RecordList } from '../record-list.js';
import type { SubjectPage } from '../subject-page.js';

/** What was read, from where, with the copy of the page that was kept. */
export function SourcesSection({ page: { all } }: { page: SubjectPage }) {
  const captures = all('sourceCapture');
  return <RecordList records={captures} captures={captures} whole />;
}
