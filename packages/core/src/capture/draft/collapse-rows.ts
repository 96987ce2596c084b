/** Joins rows that say the same, keeping every place; of two values for a single fact at most one starts as taken. */
import type { Issue } from '../../shared/issue.js';
import { type KeyedRow, numberRows } from '../adapter/row-index.js';
import { sameKey, withSightings } from '../adapter/same-value.js';
import type { DraftRow } from '../draft.js';
import { fieldOf } from '../field/field-path.js';
import { grouped } from '../field/grouped.js';
import { plainness } from './plainness.js';

/**
 * @param better - picks between two rows that say the same, the earlier first
 * @returns one row for each value, in the place of the first of them, persons and identifiers numbered
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

/** Said of each of several values for a single fact. */
export const SEVERAL: Issue = {
  code: 'several-values',
  message: 'There is more than one value for this. Take the one that is right.',
  severity: 'warning',
};

/**
 * The rows with one value taken for each single fact: of those that start as taken, the one whose label or heading says
 * most plainly whose and what it is, or else the first. The officer may take the others.
 */
export function oneOfEach(rows: readonly DraftRow[]): readonly DraftRow[] {
  const best = new Map<string, { readonly row: DraftRow; readonly plain: number }>();
  for (const row of rows) {
    if (row.path === undefined || !isSingle(row) || row.decision.kind !== 'take') continue;
    const plain = plainness(row);
    const known = best.get(row.path);
    if (known === undefined || plain > known.plain) best.set(row.path, { row, plain });
  }
  const taken = new Set([...best.values()].map(({ row }) => row.id));
  return markSeveral(
    rows.map((row) =>
      row.decision.kind === 'take' && isSingle(row) && !taken.has(row.id)
        ? { ...row, decision: { kind: 'leave' } }
        : row,
    ),
  );
}

/** Marks each of several values for a single fact with an issue. */
export function markSeveral(rows: readonly DraftRow[]): readonly DraftRow[] {
  // Several people in a list have one value each, and one of the people is chosen.
  const alone = rows.filter((row) => isSingle(row) && row.listed === undefined && !row.notKnown);
  const several = new Set(
    [...grouped(alone, ({ path }) => path)].flatMap(([path, same]) =>
      same.length > 1 ? [path] : [],
    ),
  );
  return rows.map((row) =>
    several.has(row.path) &&
    row.listed === undefined &&
    !row.notKnown &&
    !row.issues.some(({ code }) => code === SEVERAL.code)
      ? { ...row, issues: [...row.issues, { ...SEVERAL, at: row.path ?? row.label }] }
      : row,
  );
}

/** True for a single field, which cannot have two values. Narrative is not one: several pieces make one account. */
export function isSingle({ path }: Pick<DraftRow, 'path'>): boolean {
  return (
    path !== undefined &&
    path !== 'referral.narrative' &&
    fieldOf(path).many !== true &&
    !path.includes('[]')
  );
}
