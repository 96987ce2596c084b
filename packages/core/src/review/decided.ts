/**
 * Turns the officer's decisions into values: corrections are read again, and every value is checked against its kind.
 */
import * as v from 'valibot';
import { readRow } from '../capture/draft/draft-row.js';
import { capturedOn, type Draft, type DraftRow } from '../capture/draft.js';
import { type FieldPath, fieldOf } from '../capture/field/field-path.js';
import { isOfAnother } from '../capture/name/choose-person.js';
import { EITHER_ORDER, type EitherDate } from '../capture/read/either-date.js';
import { saysNotKnown } from '../capture/read/not-known.js';
import type { SourceRef } from '../record/provenance.js';
import { writtenDate } from '../shared/dates.js';
import { lowerFirst } from '../shared/first-letter.js';
import type { Issue } from '../shared/issue.js';
import { Line, Narrative, PlainDate } from '../shared/primitives.js';
import { atRow, isSpecial, POLICY_DOCUMENT_MISSING } from './row-words.js';
import type { Veil } from './veil.js';
import { saysSpecial } from './words-answer.js';

/** A row that was taken, as it will be stored. */
export interface Decided {
  readonly row: DraftRow;
  readonly path: FieldPath;
  readonly value: string;
  readonly platform?: string;
  /** Day on which the page was read: the day the value was noted, not the day it became true. */
  readonly readOn: PlainDate;
  /** The row's own place first, then every other place with the same value. */
  readonly sources: readonly [SourceRef, ...SourceRef[]];
}

const ORIGIN_UNKNOWN: Issue = {
  code: 'origin-unknown',
  severity: 'error',
  message: 'Where this was read is not part of the draft. Leave it, and read the page again.',
};

/** Reported for a row in a list of people if another person, or none yet, was chosen. */
export const OF_ANOTHER: Issue = {
  code: 'person-not-chosen',
  severity: 'error',
  message:
    'Several people are named here, and this belongs to a different person from the one you chose. Choose that person, or leave it.',
};

/** Reported for words such as *Refused*, taken: they are never a fact. */
function notKnownTaken(path: FieldPath, words: string): Issue {
  return {
    code: 'not-known-taken',
    severity: 'error',
    message: `Leave ${lowerFirst(fieldOf(path).label)}, or enter it if you know it: “${words}” says that it is not known`,
  };
}

export interface DecidedRows {
  readonly decided: readonly Decided[];
  readonly issues: readonly Issue[];
}

/** Reads the taken rows; left and masked rows produce nothing. */
export function decide(draft: Draft, veil: Veil, mayTakeSpecial: boolean): DecidedRows {
  const days = new Map(draft.origins.map((origin) => [origin.id, capturedOn(origin)]));
  const decided: Decided[] = [];
  const issues: Issue[] = [];
  for (const each of draft.rows) {
    if (each.decision.kind === 'leave' || each.decision.kind === 'mask') continue;
    const row = withoutIdleCorrection(each);
    const at = atRow(row);
    const readOn = days.get(row.origin);
    if (readOn === undefined) {
      issues.push({ ...ORIGIN_UNKNOWN, at });
      continue;
    }
    if (isOfAnother(draft, row)) {
      issues.push({ ...OF_ANOTHER, at });
      continue;
    }
    if (row.path === undefined) {
      issues.push({
        code: 'not-named',
        severity: 'error',
        message: `Say what “${row.label}” is, or leave it`,
        at,
      });
      continue;
    }
    if (saysNotKnown(taken(row), row.path)) {
      issues.push({ ...notKnownTaken(row.path, taken(row).trim()), at });
      continue;
    }
    if (row.either !== undefined && row.decision.kind === 'take') {
      issues.push({ ...whichDate(row.path, row.either), at });
      continue;
    }
    if ((isSpecial(row) || saysSpecial(draft, row.path)) && !mayTakeSpecial) {
      issues.push({ ...POLICY_DOCUMENT_MISSING, at });
      continue;
    }
    const read = valueOfRow(row, row.path);
    issues.push(...read.issues.map((issue) => ({ ...issue, at })));
    if (read.value === undefined) continue;
    const { path } = row;
    decided.push({
      row,
      path,
      value: read.value,
      ...(read.platform === undefined ? {} : { platform: read.platform }),
      readOn,
      sources: sourcesOf(row, veil),
    });
  }
  return { decided, issues };
}

function taken({ decision, value }: DraftRow): string {
  return decision.kind === 'take-corrected' ? decision.value : value;
}

/** The row as it was read, if its correction reads as the same value: the page's word, not the officer's. */
function withoutIdleCorrection(row: DraftRow): DraftRow {
  const { decision, path, platform } = row;
  if (decision.kind !== 'take-corrected' || path === undefined || row.either !== undefined)
    return row;
  const again = readRow(path, decision.value, { label: row.label });
  const isIdle = again.value === row.value && (again.platform ?? platform) === platform;
  return isIdle ? { ...row, decision: { kind: 'take' } } : row;
}

/** A date that can be read two ways is not a fact until the officer has chosen. */
function whichDate(path: FieldPath, { dayFirst, monthFirst }: EitherDate): Issue {
  return {
    code: EITHER_ORDER,
    severity: 'error',
    message: `Say whether ${lowerFirst(fieldOf(path).label)} is ${writtenDate(dayFirst)} or ${writtenDate(monthFirst)}, or leave it`,
  };
}

interface RowValue {
  readonly value?: string;
  readonly platform?: string;
  readonly issues: readonly Issue[];
}

function valueOfRow(row: DraftRow, path: FieldPath): RowValue {
  const { read, label } = fieldOf(path);
  let value = row.value;
  let platform = row.platform;
  // A value that could not be read and was taken anyway stays text: the officer is warned again, and not stopped.
  let issues: readonly Issue[] = row.issues.map((issue) => ({ ...issue, severity: 'warning' }));
  if (row.decision.kind === 'take-corrected') {
    // Reads it as the form does during typing: an unreadable text is the officer's own word, with a warning.
    const again = readRow(path, row.decision.value, { label: row.label });
    ({ value } = again);
    platform = again.platform ?? row.platform;
    issues = again.issues;
  }
  const checked = v.safeParse(shapeOf(path), value);
  if (!checked.success) {
    const message =
      read === 'ukDate'
        ? `Enter ${lowerFirst(label)} as a real date, like 14 3 2009, or leave it`
        : `${label}: ${lowerFirst(checked.issues[0].message)}, or leave it`;
    const code = read === 'ukDate' ? 'date-unreadable' : 'value-does-not-fit';
    return { issues: [{ code, severity: 'error', message }] };
  }
  return { value: checked.output, ...(platform === undefined ? {} : { platform }), issues };
}

/** The shape of the record's property. */
function shapeOf(path: FieldPath) {
  const { read } = fieldOf(path);
  if (read === 'ukDate') return PlainDate;
  const isLong = read === 'prose' || read === 'address' || path === 'subject.communicationNeeds';
  return isLong ? Narrative : Line;
}

function sourcesOf(row: DraftRow, veil: Veil): readonly [SourceRef, ...SourceRef[]] {
  const own = sourceOf(row, veil);
  const others = (row.alsoAt ?? []).map(
    (sighting): SourceRef => sourceOf({ ...row, ...sighting, owner: [] }, veil),
  );
  return [own, ...others];
}

/** The row's own text, not everything at its place: one cell can contain another person's number too. */
export function sourceOf(row: DraftRow, veil: Veil): SourceRef {
  return {
    capture: row.origin,
    label: veil.text(row.label),
    owner: row.owner.map((owner) => veil.text(owner)),
    verbatim: row.raw,
    frame: [...row.place.frame],
    selector: veil.text(row.place.selector),
    visible: row.visible,
    decision: row.decision.kind === 'take-corrected' ? 'take-corrected' : 'take',
  };
}
