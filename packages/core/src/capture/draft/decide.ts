/**
 * Acts of an officer on a draft, one row at a time. Every function returns a new draft and leaves the old one as it
 * was.
 */
import { PreventError } from '../../shared/errors.js';
import type { Instant } from '../../shared/primitives.js';
import type { Decision, Draft, DraftRow } from '../draft.js';
import { LEAVE, TAKE } from './plain-decision.js';

/**
 * Sets the decision of one row. A date that can be two days is not taken: it stays as it was until {@link settleDates}
 * or a correction says which. A correction to the words that were read, or to those of the page, is no correction: the
 * value is taken. What the page itself says is not known is left; a correction that says so is refused by the review.
 *
 * @param now - when it was decided; absent, the draft's time stays as it was
 * @throws {PreventError} `CP_DRAFT_UNKNOWN_ROW` when the draft has no such row
 */
export function decide(draft: Draft, rowId: string, decision: Decision, now?: Instant): Draft {
  return changeRow(draft, rowId, now, (row) => {
    const isIdle =
      decision.kind === 'take-corrected' &&
      [row.value, row.raw].some((text) => isSameText(decision.value, text));
    if (row.notKnown && (isIdle || decision.kind === 'take')) return decided(row, LEAVE);
    if (row.either !== undefined) return decision.kind === 'take' ? row : decided(row, decision);
    if (!isIdle) return decided(row, decision);
    // Back at what the row started with: nothing was changed.
    const { decidedBy, started = row.decision.kind, ...before } = row;
    return started === 'take' ? { ...before, decision: TAKE } : decided(row, TAKE);
  });
}

/** The row as the officer decided. It keeps what it started with. */
export function decided(row: DraftRow, decision: Decision): DraftRow {
  return { ...row, decision, decidedBy: 'officer', started: row.started ?? row.decision.kind };
}

/** True if both are the same words, apart from the space between them. Capitals count. */
function isSameText(one: string, other: string): boolean {
  const folded = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return folded(one) === folded(other);
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
