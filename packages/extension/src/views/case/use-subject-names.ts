/** Names of subjects by their id, from rows, so that no record is read for them. Namesakes are told apart. */
import type { RecordId } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useRows } from '../desk/list/use-rows.js';
import { subjectWords } from '../desk/subject-words.js';

export function useSubjectNames(): ReadonlyMap<RecordId, string> {
  const news = useRows('subjects');
  return useMemo(() => subjectWords(news && 'rows' in news ? news.rows : []), [news]);
}
