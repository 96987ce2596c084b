/** Names a row, and reads a correction typed in its place: the two acts on a draft that need the readers. */
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { Instant } from '../../shared/primitives.js';
import { raisedRow } from '../adapter/raised-row.js';
import { isRelated } from '../adapter/row-index.js';
import type { Draft, DraftRow } from '../draft.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { sensitivityOf } from '../field/sensitivity-of.js';
import { saysNotKnown } from '../read/not-known.js';
import { changeRow } from './decide.js';
import { readDated, readRow } from './draft-row.js';
import { asked, startDecision } from './start-decision.js';

/**
 * Gives a row its path, or marks it as not captured. Its text is read again by the path's reader. Somebody who names a
 * value means to take it, except a value that always starts as *leave*.
 *
 * @throws {PreventError} `CP_DRAFT_UNKNOWN_ROW` when the draft has no such row
 */
export function assignPath(
  draft: Draft,
  rowId: string,
  path: FieldPath | undefined,
  now?: Instant,
): Draft {
  return changeRow(draft, rowId, now, (row) => {
    const {
      index: _,
      platform: __,
      either: ___,
      settled: ____,
      rule: _____,
      notKnown: ______,
      ...bare
    } = row;
    const { dates, capturedAt } = draft.origins.find(({ id }) => id === row.origin) ?? {};
    const order = dates === 'both' ? undefined : dates;
    const context = { label: row.label, capturedAt };
    const { unread, either, ...read } = readDated(path, row.raw, order, context);
    const index = indexFor(draft, row, path);
    const unraised = {
      ...bare,
      ...read,
      path,
      ...(index === undefined ? {} : { index }),
      sensitivity: sensitivityOf(path),
      namedBy: 'officer' as const,
      ...(path !== undefined && saysNotKnown(row.raw, path) ? { notKnown: true as const } : {}),
    };
    const named = raisedRow(unraised, draft.origins);
    const decision = startDecision(named, { professional: true, unread });
    return either ? { ...named, ...asked(either, decision) } : { ...named, decision };
  });
}

/**
 * Reads an officer's correction, so that the form can say what is wrong with it. A date must be valid, and *not
 * known* is no value; any other text that cannot be read is taken as typed, with a warning.
 */
export function readCorrection(row: DraftRow, typed: string): Result<string> {
  if (row.path !== undefined && saysNotKnown(typed, row.path)) return failed(TYPED_NOT_KNOWN);
  const read = readRow(row.path, typed, { label: row.label });
  if (read.unread && row.path !== undefined && fieldOf(row.path).read === 'ukDate')
    return {
      ok: false,
      issues: read.issues.map((issue) => ({ ...issue, severity: 'error' as const })),
    };
  return passed(read.value, read.issues);
}

const TYPED_NOT_KNOWN: Issue = {
  code: 'value-not-known',
  message: 'That says that it is not known. Enter it if you know it, or leave it.',
  severity: 'error',
};

/** Number for a row: a person's row joins the person of the same section; any other is one more. */
function indexFor(draft: Draft, row: DraftRow, path: FieldPath | undefined): number | undefined {
  if (path === undefined || !/\[\]\./.test(path)) return undefined;
  const others = draft.rows.filter(({ id }) => id !== row.id);
  const alike = others.filter((each) =>
    isRelated({ path }) ? isRelated(each) : each.path === path,
  );
  const neighbour = alike.find(
    (each) =>
      isRelated(each) &&
      each.origin === row.origin &&
      each.owner.join('\n') === row.owner.join('\n'),
  );
  return neighbour?.index ?? alike.reduce((next, { index = -1 }) => Math.max(next, index + 1), 0);
}
