/** Words of one of several people alike that stay the same when a referral of any of them is moved. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { twinsOf } from '../../../../components/list/twins.js';
import { useRows } from '../../../desk/list/use-rows.js';
import { subjectWords, toldBy } from '../../../desk/subject-words.js';
import { type ToldBy, toldApart, withBirth } from '../../../desk/told-apart.js';

const NONE: readonly SubjectRow[] = [];

interface SteadyWords {
  /**
   * Facts that tell them apart on every button, but no reference that is moved and never the day of the first referral.
   * Of anybody else nothing.
   */
  by(id: RecordId, moved: readonly string[]): ToldBy;
  /**
   * Every date of birth that is on record now, and those facts; the name alone of somebody without a namesake. Undefined
   * while the list is being read.
   */
  now(id: RecordId, by: ToldBy): string | undefined;
}

export function useSteadyWords(): SteadyWords {
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : NONE;
  const told = useMemo(() => toldBy(rows), [rows]);
  const twins = useMemo(() => twinsOf(rows), [rows]);
  const words = useMemo(() => subjectWords(rows), [rows]);
  return {
    by(id, moved) {
      const by = told.get(id);
      const isMoved = by?.reference !== undefined && moved.includes(by.reference);
      const { firstReceivedOn: _, ...steady } = (isMoved ? twins.get(id) : by) ?? {};
      return steady;
    },
    now(id, by) {
      const row = rows.find((each) => each.id === id);
      if (!row) return undefined;
      return words.get(id) === row.name ? row.name : toldApart(withBirth(row), by);
    },
  };
}
