/**
 * A draft's row in transport: its usual values are left out, and restored on the other side. This halves the time to
 * write, read and check a draft of thousands of members.
 */
import {
  type DraftRow,
  FIELD_PATHS,
  LABEL_METHODS,
  NAMING_RULES,
  PlainDate,
  type RecordId,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { PartIssue } from './part-issue.js';

/** As long as the part it comes in at most, which is bounded. */
const Text = v.string();
const Place = v.pipe(v.number(), v.integer(), v.minValue(0));
const Method = v.picklist(LABEL_METHODS);

const SpareSpot = v.strictObject({
  /** Absent: the page itself. */
  frame: v.exactOptional(v.array(Place)),
  selector: Text,
  /** Absent: equal to `raw`. */
  verbatim: v.exactOptional(Text),
});
type SpareSpot = v.InferOutput<typeof SpareSpot>;

/** The draft has one capture, so no row names its own. */
export const SpareRow = v.strictObject({
  id: Text,
  path: v.exactOptional(v.picklist(FIELD_PATHS)),
  index: v.exactOptional(Place),
  label: Text,
  owner: v.array(Text),
  raw: Text,
  /** Absent: equal to `raw`. */
  value: v.exactOptional(Text),
  platform: v.exactOptional(Text),
  issues: v.exactOptional(v.array(PartIssue)),
  either: v.exactOptional(
    v.strictObject({
      dayFirst: PlainDate,
      monthFirst: PlainDate,
      starts: v.picklist(['take', 'leave']),
    }),
  ),
  sensitivity: v.exactOptional(v.picklist(['none', 'personal', 'special', 'criminal', 'source'])),
  place: SpareSpot,
  madeOf: v.exactOptional(v.array(SpareSpot)),
  alsoAt: v.exactOptional(v.array(v.strictObject({ label: Text, raw: Text, place: SpareSpot }))),
  listed: v.exactOptional(
    v.strictObject({ list: Text, row: Text, starts: v.picklist(['take', 'leave']) }),
  ),
  /** Present only if not visible. */
  visible: v.exactOptional(v.literal(false)),
  method: v.picklist([...LABEL_METHODS, 'selector']),
  namedBy: v.exactOptional(v.picklist(['adapter', 'officer'])),
  rule: v.exactOptional(v.picklist(NAMING_RULES)),
  runnersUp: v.exactOptional(
    v.array(v.strictObject({ label: Text, method: Method, score: v.number() })),
  ),
  notKnown: v.exactOptional(v.literal(true)),
  freeText: v.exactOptional(v.literal(true)),
  decision: v.exactOptional(v.picklist(['take', 'mask'])),
});
export type SpareRow = v.InferOutput<typeof SpareRow>;

type Writable<T> = { -readonly [key in keyof T]: T[key] };

/** @throws {TypeError} for an officer's decision: a row that was just read has none */
export function toSpareRow(row: DraftRow): SpareRow {
  const { id, path, label, owner, raw, method, decision } = row;
  const spare: Writable<SpareRow> = {
    id,
    label,
    owner: owner as string[],
    raw,
    place: sparedSpot(row.place, raw),
    method,
  };
  if (path !== undefined) spare.path = path;
  if (row.index !== undefined) spare.index = row.index;
  if (row.value !== raw) spare.value = row.value;
  if (row.platform !== undefined) spare.platform = row.platform;
  if (row.issues.length > 0) spare.issues = row.issues as Writable<typeof row.issues>;
  if (row.either !== undefined) spare.either = row.either;
  if (row.sensitivity !== 'personal') spare.sensitivity = row.sensitivity;
  if (row.madeOf !== undefined) spare.madeOf = row.madeOf.map((spot) => sparedSpot(spot, raw));
  if (row.alsoAt !== undefined)
    spare.alsoAt = row.alsoAt.map((also) => ({
      label: also.label,
      raw: also.raw,
      place: sparedSpot(also.place, also.raw),
    }));
  if (row.listed !== undefined) spare.listed = row.listed;
  if (!row.visible) spare.visible = false;
  if (row.namedBy !== 'generic') spare.namedBy = row.namedBy;
  if (row.rule !== undefined) spare.rule = row.rule;
  if (row.runnersUp.length > 0) spare.runnersUp = row.runnersUp as Writable<typeof row.runnersUp>;
  if (row.notKnown) spare.notKnown = true;
  if (row.freeText) spare.freeText = true;
  if (decision.kind === 'take-corrected') throw new TypeError('Corrected before it was shown');
  if (decision.kind !== 'leave') spare.decision = decision.kind;
  return spare;
}

function sparedSpot(spot: DraftRow['place'], raw: string): SpareSpot {
  const { frame, selector, verbatim } = spot;
  const spare: Writable<SpareSpot> = { selector };
  if (frame.length > 0) spare.frame = frame as number[];
  if (verbatim !== raw) spare.verbatim = verbatim;
  return spare;
}

const NONE: readonly never[] = [];
const DECISIONS = {
  take: { kind: 'take' },
  leave: { kind: 'leave' },
  mask: { kind: 'mask' },
} as const;

/** @param origin - the capture that the draft was opened with */
export function wholeRow(spare: SpareRow, origin: RecordId): DraftRow {
  const { raw } = spare;
  const row: Writable<DraftRow> = {
    id: spare.id,
    origin,
    path: spare.path,
    label: spare.label,
    owner: spare.owner,
    raw,
    value: spare.value ?? raw,
    issues: spare.issues ?? NONE,
    sensitivity: spare.sensitivity ?? 'personal',
    place: wholeSpot(spare.place, raw),
    visible: spare.visible ?? true,
    method: spare.method,
    namedBy: spare.namedBy ?? 'generic',
    runnersUp: spare.runnersUp ?? NONE,
    freeText: spare.freeText ?? false,
    decision: DECISIONS[spare.decision ?? 'leave'],
  };
  if (spare.notKnown) row.notKnown = true;
  if (spare.rule !== undefined) row.rule = spare.rule;
  if (spare.index !== undefined) row.index = spare.index;
  if (spare.platform !== undefined) row.platform = spare.platform;
  if (spare.listed !== undefined) row.listed = spare.listed;
  if (spare.either !== undefined) row.either = spare.either;
  if (spare.madeOf !== undefined) row.madeOf = spare.madeOf.map((spot) => wholeSpot(spot, raw));
  if (spare.alsoAt !== undefined)
    row.alsoAt = spare.alsoAt.map((also) => ({
      origin,
      label: also.label,
      raw: also.raw,
      place: wholeSpot(also.place, also.raw),
    }));
  return row;
}

function wholeSpot(spare: SpareSpot, raw: string): DraftRow['place'] {
  return {
    frame: spare.frame ?? NONE,
    selector: spare.selector,
    verbatim: spare.verbatim ?? raw,
  };
}
