/** A second page joins an open draft: new values are added, and known ones gain one more place. */
import { NOT_CAPTURED } from '../../page/snapshot/not-captured-codes.js';
import type { Issue } from '../../shared/issue.js';
import type { Instant } from '../../shared/primitives.js';
import { raisedRow } from '../adapter/raised-row.js';
import { keyPersons } from '../adapter/row-index.js';
import { valueKey } from '../adapter/same-value.js';
import type { CaptureOrigin, Draft, DraftRow } from '../draft.js';
import { collapseRows, isSingle, markSeveral } from './collapse-rows.js';
import { withoutQuestion } from './settle-dates.js';

/**
 * Adds the rows of another draft. Rows in `draft` that were taken, corrected, masked or, if visible, left keep their
 * decision; the draft keeps its id and start.
 *
 * @returns a draft whose rows are those of both, each value once, each with all its places
 */
export function mergeDraft(draft: Draft, other: Draft): Draft {
  const added = other.rows.map((row) => unlessTaken(row, draft));
  const rows = [draft.rows, added].flatMap((each, nth) =>
    each.map((row) => ({ row, group: `${nth} ${row.index}` })),
  );
  const known = new Set(draft.origins.map(({ id }) => id));
  const issues = new Map(
    [...stillSaid(draft, other), ...other.issues].map((issue) => [JSON.stringify(issue), issue]),
  );
  const addTo = draft.addTo ?? other.addTo;
  const origins = [...draft.origins, ...other.origins.filter(({ id }) => !known.has(id))];
  const merged = markSeveral(collapseRows(keyPersons(rows), better));
  const isRaising = origins.some(({ raised }) => raised);
  const authority = draft.authority ?? other.authority;
  const people = [...(draft.people ?? []), ...(other.people ?? [])];
  const conditions = [...(draft.conditions ?? []), ...(other.conditions ?? [])];
  const { withoutNarrative, ...rest } = draft;
  // An answer about one account is not an answer about the next.
  const isMeant = withoutNarrative === true && !bringsNarrative(other, draft);
  return {
    ...rest,
    ...(isMeant ? { withoutNarrative } : {}),
    updatedAt: later(draft.updatedAt, other.updatedAt),
    origins,
    rows: isRaising ? merged.map((row) => raisedRow(row, origins)) : merged,
    issues: [...issues.values()],
    ...(addTo ? { addTo } : {}),
    ...(authority ? { authority } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(people.length > 0 ? { people } : {}),
  };
}

/** The draft's issues that still apply: a second look at its only page reports afresh what was not captured. */
function stillSaid(draft: Draft, other: Draft): readonly Issue[] {
  const looked = new Set(other.origins.map(pageOf));
  const isSecondLook = draft.origins.every(
    (origin) => hasAddress(origin) && looked.has(pageOf(origin)),
  );
  return isSecondLook ? draft.issues.filter(({ code }) => !NOT_CAPTURED.has(code)) : draft.issues;
}

/** True if it has an account that the draft does not have. */
function bringsNarrative(other: Draft, draft: Draft): boolean {
  const accounts = ({ rows }: Draft): readonly string[] =>
    rows.filter(({ path }) => path === 'referral.narrative').map(valueKey);
  const known = new Set(accounts(draft));
  return accounts(other).some((account) => !known.has(account));
}

/** False for a text, and for a row of a file: two of them have one address and may be two people. */
function hasAddress({ way }: CaptureOrigin): boolean {
  return way !== 'paste' && way !== 'typed' && way !== 'file';
}

function pageOf({ way, url }: CaptureOrigin): string {
  return `${way} ${url}`;
}

/** Leaves a second value for a fact that already has one taken: it is only offered. */
function unlessTaken(row: DraftRow, draft: Draft): DraftRow {
  if (!isSingle(row) || row.decision.kind !== 'take') return row;
  const taken = draft.rows.filter(
    ({ path, decision }) =>
      path === row.path && (decision.kind === 'take' || decision.kind === 'take-corrected'),
  );
  return taken.length === 0 || taken.some((each) => valueKey(each) === valueKey(row))
    ? row
    : { ...row, decision: { kind: 'leave' } };
}

/** The earlier row, unless only the later was visible; any decision on the earlier row is kept. */
function better(earlier: DraftRow, later: DraftRow): DraftRow {
  if (earlier.visible) return withoutQuestion(earlier, later);
  const { decision, decidedBy, started } = earlier.decision.kind === 'leave' ? later : earlier;
  const {
    decidedBy: _,
    started: __,
    ...row
  } = later.visible ? withoutQuestion(later, earlier) : withoutQuestion(earlier, later);
  return {
    ...row,
    decision,
    ...(decidedBy ? { decidedBy } : {}),
    ...(started ? { started } : {}),
  };
}

/** The later of two instants; in one form they compare as text. */
function later(a: Instant, b: Instant): Instant {
  if (a > b) return a;
  return b;
}
