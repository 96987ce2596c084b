/** A row of a draft is as sensitive as its most sensitive page. */
import type { CaptureOrigin, DraftRow } from '../draft.js';

/** The row with the highest sensitivity of all its pages, however its path was named. */
export function raisedRow(
  row: DraftRow,
  origins: readonly Pick<CaptureOrigin, 'id' | 'raised'>[],
): DraftRow {
  const { path, origin, alsoAt = [], sensitivity } = row;
  if (path === undefined || sensitivity === 'special') return row;
  const places = new Set([origin, ...alsoAt.map((sighting) => sighting.origin)]);
  const isSensitive = origins.some(
    ({ id, raised = [] }) => places.has(id) && raised.includes(path),
  );
  return isSensitive ? { ...row, sensitivity: 'special' } : row;
}
