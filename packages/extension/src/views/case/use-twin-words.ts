/** Words that tell a person on record from another of the same name and date of birth, for a sentence or a choice. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { type Twin, twinsOf } from '../../components/list/twins.js';
import { useRows } from '../desk/list/use-rows.js';
import { apartLine, toldApart } from '../desk/told-apart.js';

const NONE: readonly SubjectRow[] = [];

/**
 * @param isWanted - false while nobody on record is named: no list is then read
 * @returns the label with the days of their first referral and of their record; of anybody else the label alone
 */
export function useTwinWords(isWanted = true): (id: RecordId, label: string) => string {
  const twins = useTwins(isWanted);
  return (id, label) => toldApart(label, twins.get(id));
}

/** The same as a line of its own; undefined of anybody who has no twin. */
export function useApartLine(id: RecordId): string | undefined {
  return apartLine(useTwins().get(id));
}

function useTwins(isWanted = true): ReadonlyMap<RecordId, Twin> {
  const news = useRows(isWanted ? 'subjects' : undefined);
  const rows = news && 'rows' in news ? news.rows : NONE;
  return useMemo(() => twinsOf(rows), [rows]);
}
