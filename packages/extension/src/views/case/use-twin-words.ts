/** Words that tell a person on record from another who reads alike, for a sentence or a choice. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { useRows } from '../desk/list/use-rows.js';
import { toldBy } from '../desk/subject-words.js';
import { apartLine, type ToldBy, toldApart } from '../desk/told-apart.js';

const NONE: readonly SubjectRow[] = [];

/**
 * @param isWanted - false while nobody on record is named: no list is then read
 * @returns the label with what tells them apart; of anybody else the label alone
 */
export function useTwinWords(isWanted = true): (id: RecordId, label: string) => string {
  const told = useTold(isWanted);
  return (id, label) => toldApart(label, told.get(id));
}

/** The same as a line of its own; undefined of anybody whom the name and the date of birth tell apart. */
export function useApartLine(id: RecordId): string | undefined {
  return apartLine(useTold().get(id));
}

function useTold(isWanted = true): ReadonlyMap<RecordId, ToldBy> {
  const news = useRows(isWanted ? 'subjects' : undefined);
  const rows = news && 'rows' in news ? news.rows : NONE;
  return useMemo(() => toldBy(rows), [rows]);
}
