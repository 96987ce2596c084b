/** Words that tell a person on record from another of the same name and date of birth, for a sentence or a choice. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { type Twin, twinsOf } from '../../components/list/twins.js';
import { useRows } from '../desk/list/use-rows.js';
import { apartLine, type ToldBy, toldApart } from '../desk/told-apart.js';

const NONE: readonly SubjectRow[] = [];

/**
 * @param isWanted - false while nobody on record is named: no list is then read
 * @returns the label with their reference, or the days of their first referral and of their record; of anybody else the
 * label alone
 */
export function useTwinWords(isWanted = true): (id: RecordId, label: string) => string {
  const twins = useTwins(isWanted);
  return (id, label) => toldApart(label, twins.get(id));
}

/** The same as a line of its own; undefined of anybody who has no twin. */
export function useApartLine(id: RecordId): string | undefined {
  return apartLine(useTwins().get(id));
}

function useTwins(isWanted = true): ReadonlyMap<RecordId, ToldBy> {
  const news = useRows(isWanted ? 'subjects' : undefined);
  const rows = news && 'rows' in news ? news.rows : NONE;
  return useMemo(() => byReference(twinsOf(rows), rows), [rows]);
}

/** A reference that nobody else has says more than the days, which two of one name may share. */
function byReference(
  twins: ReadonlyMap<RecordId, Twin>,
  rows: readonly SubjectRow[],
): ReadonlyMap<RecordId, ToldBy> {
  if (twins.size === 0) return twins;
  const held = rows.flatMap(({ references }) => references);
  const isOnlyOne = (reference: string) => held.indexOf(reference) === held.lastIndexOf(reference);
  return new Map(
    rows.flatMap(({ id, reference }) => {
      const twin = twins.get(id);
      if (!twin) return [];
      if (reference === undefined || !isOnlyOne(reference)) return [[id, twin] as const];
      const { place } = twin;
      return [[id, { reference, ...(place && { place }) }] as const];
    }),
  );
}
