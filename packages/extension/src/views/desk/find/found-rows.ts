/** The rows of the people who were found, with where. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import type { FindAnswer, FoundPlace } from '@cyber-prevent/core/find';
import { placesSaid } from './where-words.js';

export interface FoundRow<Row extends SubjectRow = SubjectRow> {
  readonly id: RecordId;
  readonly row: Row;
  /** Beyond what the row shows anyway. */
  readonly places: readonly FoundPlace[];
}

/**
 * @param byName - those whose name or reference begins so. They are first with and without an answer: none of them moves
 * under the hand when it comes
 * @returns people of whom there is no row, such as one saved a moment ago, are left out until there is
 */
export function foundRows<Row extends SubjectRow>(
  rows: readonly Row[],
  byName: readonly Row[],
  answer: FindAnswer | undefined,
): readonly FoundRow<Row>[] {
  const places = new Map(answer?.found.map((each) => [each.id, each.places]));
  const asFound = (row: Row) => ({
    id: row.id,
    row,
    places: placesSaid(row, places.get(row.id) ?? []),
  });
  const named = new Set(byName.map(({ id }) => id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const others = [...places.keys()].flatMap((id) => (named.has(id) ? [] : (byId.get(id) ?? [])));
  return [...byName, ...others].map(asFound);
}
