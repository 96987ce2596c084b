/**
 * Acts of an officer on a draft, one row at a time. Every function returns a new draft and leaves the old one as it
 * was.
 */
import { PreventError } from '../../shared/errors.js';
import type { Instant } from '../../shared/primitives.js';
import type { Decision, Draft, DraftRow } from '../draft.js';

/**
 * Sets the decision of one row. A date that can be two days is not taken: it stays as it was until {@link settleDates}
 * or a correction says which.
 *
 * @param now - when it was decided; absent, the draft's time stays as it was
 * @throws {PreventError} `CP_DRAFT_UNKNOWN_ROW` when the draft has no such row
 */
export function decide(draft: Draft, rowId: string, decision: Decision, now?: Instant): Draft {
  return changeRow(draft, rowId, now, (row) =>
    row.either !== undefined && decision.kind === 'take' ? row : { ...row, decision },
  );
}

/** The draft with one row changed. @throws {PreventError} `CP_DRAFT_UNKNOWN_ROW` when there is none */
export function changeRow(
  draft: Draft,
  rowId: string,
  now: Instant | undefined,
  change: (row: DraftRow) => DraftRow,
): Draft {
  if (!draft.rows.some(({ id }) => id === rowId))
    throw new PreventError('CP_DRAFT_UNKNOWN_ROW', `The draft has no row ${rowId}`);
  return {
    ...draft,
    ...(now === undefined ? {} : { updatedAt: now }),
    rows: draft.rows.map((row) => (row.id === rowId ? change(row) : row)),
  };
}
