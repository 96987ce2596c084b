/** Rows in the order in which an officer looks at them: the subject first, unnamed rows last. */
import {
  type DraftRow,
  FIELD_PATHS,
  type FieldOwner,
  type FieldPath,
  ownerOf,
} from '@cyber-prevent/core';

export type GroupName = FieldOwner | 'other';

export interface RowGroup {
  readonly name: GroupName;
  readonly rows: readonly DraftRow[];
}

const ORDER: readonly GroupName[] = ['subject', 'referral', 'referrer', 'relatedPersons', 'other'];

const PLACES: ReadonlyMap<FieldPath, number> = new Map(
  FIELD_PATHS.map((path, place) => [path, place]),
);

/** Groups that have rows. Rows are in the order of the fields; several of one field stay in page order. */
export function groupRows(rows: readonly DraftRow[]): readonly RowGroup[] {
  const groups = new Map<GroupName, DraftRow[]>(ORDER.map((name) => [name, []]));
  for (const row of rows) groups.get(groupOf(row))?.push(row);
  return ORDER.map((name) => ({ name, rows: sorted(groups.get(name) ?? [], name) })).filter(
    ({ rows: found }) => found.length > 0,
  );
}

function groupOf({ path }: DraftRow): GroupName {
  return path === undefined ? 'other' : ownerOf(path);
}

/** People stay together by their index; unnamed rows keep the page's order. */
function sorted(rows: readonly DraftRow[], name: GroupName): readonly DraftRow[] {
  if (name === 'other') return rows;
  const place = ({ path }: DraftRow): number => (path ? (PLACES.get(path) ?? 0) : 0);
  return rows.toSorted((a, b) => {
    if (name === 'relatedPersons' && (a.index ?? 0) !== (b.index ?? 0))
      return (a.index ?? 0) - (b.index ?? 0);
    return place(a) - place(b);
  });
}

export interface DecisionCounts {
  readonly taken: number;
  readonly left: number;
  readonly masked: number;
}

export function countDecisions(rows: readonly DraftRow[]): DecisionCounts {
  let [taken, masked] = [0, 0];
  for (const { decision } of rows) {
    if (decision.kind === 'take' || decision.kind === 'take-corrected') taken += 1;
    if (decision.kind === 'mask') masked += 1;
  }
  return { taken, masked, left: rows.length - taken - masked };
}
