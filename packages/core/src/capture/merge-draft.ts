/** A second page joins an open draft: what is new is added, what was there already is seen in one more place. */

import type { Instant } from '../shared/primitives.js';
import { collapseRows, oneOfEach } from './collapse-rows.js';
import type { Draft, DraftRow } from './draft.js';
import { keyPersons } from './row-index.js';

/**
 * Adds the rows of another draft. What the officer decided in `draft` stands; the draft keeps its id and start.
 *
 * @returns a draft whose rows are those of both, each value once, each with every place where it stood
 */
export function mergeDraft(draft: Draft, other: Draft): Draft {
  const rows = [draft, other].flatMap(({ rows }, nth) =>
    rows.map((row) => ({ row, group: `${nth} ${row.index}` })),
  );
  const known = new Set(draft.origins.map(({ id }) => id));
  const issues = new Map(
    [...draft.issues, ...other.issues].map((issue) => [JSON.stringify(issue), issue]),
  );
  return {
    ...draft,
    updatedAt: later(draft.updatedAt, other.updatedAt),
    origins: [...draft.origins, ...other.origins.filter(({ id }) => !known.has(id))],
    rows: oneOfEach(collapseRows(keyPersons(rows), better)),
    issues: [...issues.values()],
    ...((draft.addTo ?? other.addTo) ? { addTo: draft.addTo ?? other.addTo } : {}),
  };
}

/** The earlier stands, but when only the later was in view; then what was decided of the earlier still stands. */
function better(earlier: DraftRow, later: DraftRow): DraftRow {
  const decision = earlier.decision.kind === 'leave' ? later.decision : earlier.decision;
  if (earlier.visible) return earlier;
  return { ...(later.visible ? later : earlier), decision };
}

/** Instants of one form compare as text. */
function later(a: Instant, b: Instant): Instant {
  if (a > b) return a;
  return b;
}
