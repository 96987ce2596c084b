/** Reads a page of an open draft again, after an adapter was taught on it: the officer's work is kept. */
import type { Instant, RecordId } from '../../shared/primitives.js';
import type { CaptureOrigin, Draft, DraftRow, Sighting } from '../draft.js';
import { mergeDraft } from './merge-draft.js';
import { withoutQuestion } from './settle-dates.js';

/**
 * Replaces the old reading of a page with the new one. It is the same capture, so its id, its time and its way stay.
 * Rows that the officer masked, corrected or named stay as they were. Any other row is named again and, if it is still
 * the same field, keeps its decision. A value that must never be offered goes.
 *
 * @param capture - id of the origin that was read again
 * @param again - the same page, read with the adapters that are in use now
 * @returns the draft unchanged where it has no such capture
 */
export function rereadDraft(draft: Draft, capture: RecordId, again: Draft, now?: Instant): Draft {
  const before = draft.origins.find(({ id }) => id === capture);
  const [origin] = again.origins;
  if (!before || !origin) return draft;
  const read = again.rows.map((row) => asOf(row, origin.id, capture));
  const own = draft.rows.filter((row) => row.origin === capture);
  const kept = own.filter(isOfficers);
  const fresh = read
    .filter((row) => !kept.some((each) => isSameValue(each, row)))
    .map((row) => decided(row, own));
  const others = draft.rows.filter(
    (row) => row.origin !== capture || (!isOfficers(row) && isSeenElsewhere(row, capture, fresh)),
  );
  const origins = draft.origins.map(
    (each): CaptureOrigin =>
      each.id === capture ? { ...origin, id: capture, ...unchanged(each) } : each,
  );
  const known = new Set(draft.issues.map(({ code, message }) => code + message));
  return mergeDraft(
    {
      ...draft,
      ...(now === undefined ? {} : { updatedAt: now }),
      origins,
      rows: [...others, ...kept],
      issues: draft.issues,
    },
    {
      ...again,
      updatedAt: draft.updatedAt,
      origins: [],
      rows: fresh,
      issues: again.issues.filter(({ code, message }) => !known.has(code + message)),
    },
  );
}

function unchanged({ way, capturedAt, hostClass }: CaptureOrigin) {
  return { way, capturedAt, hostClass };
}

/** The row as part of the capture that the page came in by. */
function asOf(row: DraftRow, read: RecordId, capture: RecordId): DraftRow {
  const place = (sighting: Sighting): Sighting =>
    sighting.origin === read ? { ...sighting, origin: capture } : sighting;
  return {
    ...row,
    id: row.id.replace(`${read}/`, `${capture}/`),
    origin: capture,
    ...(row.alsoAt ? { alsoAt: row.alsoAt.map(place) } : {}),
  };
}

/** True if the row itself holds a statement by the officer. */
function isOfficers({ decision, namedBy }: DraftRow): boolean {
  return namedBy === 'officer' || decision.kind === 'mask' || decision.kind === 'take-corrected';
}

/** True if both are the same value. A masked value is not shown again in any place. */
function isSameValue(kept: DraftRow, row: DraftRow): boolean {
  return kept.decision.kind === 'mask' ? kept.raw === row.raw : isSamePlace(kept, row);
}

function isSamePlace(one: DraftRow, other: DraftRow): boolean {
  return (
    one.raw === other.raw &&
    one.place.selector === other.place.selector &&
    one.place.frame.join() === other.place.frame.join()
  );
}

/** The row with its earlier decision, if it is the same fact. Another fact starts as it would on a first look. */
function decided(row: DraftRow, before: readonly DraftRow[]): DraftRow {
  const same = before.find((each) => each.path === row.path && isSamePlace(each, row));
  const isPersonOf = same?.listed?.row === row.listed?.row;
  if (!same || !isPersonOf) return row;
  if (row.notKnown && same.decision.kind === 'take') return row;
  const isSettled = row.either !== undefined && same.either === undefined;
  const settled = isSettled ? { ...withoutQuestion(row, same), value: same.value } : row;
  const { decision, decidedBy, started } = same;
  return {
    ...settled,
    decision,
    ...(decidedBy ? { decidedBy } : {}),
    ...(started ? { started } : {}),
  };
}

/** True if another page of the draft says the same, and no remaining row shows it. */
function isSeenElsewhere(
  { alsoAt = [], path, raw }: DraftRow,
  capture: RecordId,
  fresh: readonly DraftRow[],
): boolean {
  return (
    alsoAt.some(({ origin }) => origin !== capture) &&
    !fresh.some((row) => row.path === path && row.raw === raw)
  );
}
