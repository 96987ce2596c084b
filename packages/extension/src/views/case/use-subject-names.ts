/** Names of subjects by their id, from rows, so that no record is read for them. */
import type { RecordId } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useRows } from '../desk/list/use-rows.js';

export function useSubjectNames(): ReadonlyMap<RecordId, string> {
  const news = useRows('subjects');
  return useMemo(
    () => new Map(news && 'rows' in news ? news.rows.map(({ id, name }) => [id, name]) : []),
    [news],
  );
}
