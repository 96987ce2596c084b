/** Rows that say the same become one, with every place kept; of two values for a single fact one at most starts as taken. */
import type { Issue } from '../shared/issue.js';
import type { DraftRow } from './draft.js';
import { fieldOf } from './field-path.js';
import { grouped } from './grouped.js';
import { type KeyedRow, numberRows } from './row-index.js';
import { sameKey, withSightings } from './same-value.js';

/**
 * @param better - picks between two rows that say the same, the earlier first
 * @returns one row for each value, where the first of them stood, persons and identifiers numbered
 */
export function collapseRows(
  rows: readonly KeyedRow[],
  better: (earlier: DraftRow, later: DraftRow) => DraftRow,
): readonly DraftRow[] {
  const kept = [...grouped(rows, ({ row, person }) => sameKey(row, person)).values()].map(
    (same): KeyedRow => {
      const [first] = same;
      if (same.length === 1) return first;
      const row = same.map((each) => each.row).reduce(better);
      return {
        row: withSightings(
          row,
          same.map((each) => each.row),
        ),
        person: first.person,
      };
    },
  );
  return numberRows(kept);
}

const SEVERAL: Issue = {
  code: 'several-values',
  message: 'There is more than one value for this. Take the one that is right.',
  severity: 'warning',
};

/** Narrative told in several pieces is one telling; any other single field that has two values cannot have both. */
export function oneOfEach(rows: readonly DraftRow[]): readonly DraftRow[] {
  const several = new Set(
    [...grouped(rows.filter(isSingle), ({ path }) => path)].flatMap(([path, same]) =>
      same.length > 1 ? [path] : [],
    ),
  );
  const taken = new Set<string>();
  return rows.map((row) => {
    const { path, decision } = row;
    if (path === undefined || !several.has(path)) return row;
    const marked = row.issues.some(({ code }) => code === SEVERAL.code)
      ? row
      : { ...row, issues: [...row.issues, { ...SEVERAL, at: path }] };
    const first = !taken.has(path);
    if (decision.kind === 'take' || decision.kind === 'take-corrected') taken.add(path);
    return decision.kind === 'take' && !first
      ? { ...marked, decision: { kind: 'leave' as const } }
      : marked;
  });
}

function isSingle({ path }: DraftRow): boolean {
  return (
    path !== undefined &&
    path !== 'referral.narrative' &&
    fieldOf(path).many !== true &&
    !path.includes('[]')
  );
}
