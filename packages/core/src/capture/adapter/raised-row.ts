/** A row of a draft is as sensitive as any of its pages says. */
import type { CaptureOrigin, DraftRow } from '../draft.js';

/** The row as sensitive as any page says that it stands on, whoever said what it is. */
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
