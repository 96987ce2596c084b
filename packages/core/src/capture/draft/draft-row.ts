/** From a named value to the rows that the officer decides on: read, and split if it holds several facts. */

import { isEmptyMark } from '../../page/label/empty-mark.js';
import type { Issue, RecordId } from '../../shared/index.js';
import { isRelated } from '../adapter/row-index.js';
import type { DraftRow } from '../draft.js';
import { type FieldPath, fieldOf, type ReaderName, type Sensitivity } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { sensitivityOf } from '../field/sensitivity-of.js';
import { answerAbout } from '../name/answered-person.js';
import { isRunningText, type JoinedValue } from '../name/join-lines.js';
import { orderedDate } from '../read/date-order.js';
import type { DateOrder, EitherDate } from '../read/either-date.js';
import { saysNotKnown } from '../read/not-known.js';
import { platformOf } from '../read/read-handle.js';
import { type ReadContext, readValue } from '../read/reader.js';
import { splitValue } from '../read/split-value.js';
import { futureIssues } from './future-date.js';
import { LEAVE } from './plain-decision.js';

/** A row before its person, among several, and its starting decision are known. */
export interface ProposedRow {
  readonly row: DraftRow;
  /** Group of rows about people around the subject: a table's row, a section, a word such as "mum". */
  readonly group: string;
  /** Name of the subject that the sentences around it give it to, as they have it. */
  readonly subject?: string;
  /** Set if the reader could not read it: it stays as text. */
  readonly unread: boolean;
  /** Set for sentences or lines that may contain other facts. */
  readonly isRunning?: true;
  /** Set if an adapter found it by position alone: it starts as left. */
  readonly isUnsure?: true;
}

export interface RowContext {
  readonly origin: RecordId;
  /** Part that comes first in dates in figures, if known. */
  readonly dates: DateOrder | undefined;
  /** Ids of dates in three boxes, each of which is labelled. */
  readonly boxed: ReadonlySet<string>;
  /** Time of the capture. */
  readonly capturedAt: string;
  readonly sensitivity: ReadonlyMap<FieldPath, Sensitivity>;
}

/** `c.example`: a system's login name for a user, not a person's name. */
const LOGIN = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;

/** Words for relations, each between spaces so that only whole words match. */
const RELATIONS = dictionary.composite.relations
  .map(labelWords)
  .sort((a, b) => b.length - a.length)
  .map((relation) => ` ${relation} `);
const ANY_PARENT = new Set([' parent ', ' parents ', ' guardian ', ' carer ']);

export function proposeRows(joined: JoinedValue, context: RowContext): readonly ProposedRow[] {
  const { path } = joined;
  // A mark for an empty field says that something is not known only if it is known what.
  if (path === undefined)
    return isEmptyMark(joined.text)
      ? []
      : [propose(joined, { path: undefined, raw: joined.text }, context, 0)];
  const answered =
    path === 'relatedPersons[].name' ? answerAbout(joined.label, joined.text) : undefined;
  return splitValue(path, answered ?? joined.text).map((part, nth) => {
    const isLogin = part.path?.endsWith('.name') === true && LOGIN.test(part.raw);
    return propose(joined, isLogin ? { ...part, path: undefined } : part, context, nth);
  });
}

function propose(
  joined: JoinedValue,
  part: ReturnType<typeof splitValue>[number],
  { origin, dates, boxed, capturedAt, sensitivity }: RowContext,
  nth: number,
): ProposedRow {
  const { value, label, madeOf, namedBy, rule, bySelector = false } = joined;
  const { path, raw } = part;
  const reader = path === joined.path ? joined.read : undefined;
  // In somebody's own words the order of dates is separate.
  const page = joined.freeText === true ? undefined : dates;
  const order = boxed.has(value.id) ? 'day-first' : page;
  const read = readDated(path, raw, order, { label, capturedAt }, reader);
  // A date that can be two days is compared once it is known which.
  const future = read.unread || read.either ? [] : futureIssues(path, read.value, capturedAt);
  const issues = [...read.issues, ...future];
  if (joined.isUnsure && path !== undefined) issues.push({ ...BY_PLACE, at: path });
  const platform = platformOf(joined.platform) ?? ('platform' in read ? read.platform : undefined);
  const row: { -readonly [key in keyof DraftRow]: DraftRow[key] } = {
    id: `${origin}/${joined.id}${nth === 0 ? '' : `-${nth}`}`,
    origin,
    path,
    label,
    owner: value.owner,
    raw,
    value: read.unread ? raw : read.value,
    issues,
    sensitivity: sensitivityOf(path, sensitivity),
    place: value.place,
    visible: value.visible,
    method: bySelector ? 'selector' : value.method,
    namedBy,
    runnersUp: value.runnersUp,
    freeText: joined.freeText === true,
    decision: LEAVE,
  };
  const notKnown = path !== undefined && saysNotKnown(raw, path);
  if (notKnown) row.notKnown = true;
  if (platform !== undefined) row.platform = platform;
  if (read.either !== undefined) row.either = { ...read.either, starts: 'leave' };
  if (madeOf !== undefined) row.madeOf = madeOf;
  if (rule !== undefined && path !== undefined) row.rule = rule;
  if (joined.person !== undefined) row.listed = { ...joined.person, starts: 'leave' };
  return {
    row,
    group: isRelated(row) ? groupOf(joined, part.person) : '',
    unread: read.unread || notKnown || future.length > 0,
    ...(isRunningText(joined) ? { isRunning: true } : {}),
    ...(joined.isUnsure ? { isUnsure: true } : {}),
  };
}

const BY_PLACE: Issue = {
  code: 'found-by-place',
  message:
    'Nothing on the page proves that this is the value of this field: another may have been read in its place. Check it against the page before you take it.',
  severity: 'warning',
};

export interface RowReading {
  readonly value: string;
  readonly platform?: string;
  readonly issues: readonly Issue[];
  readonly unread: boolean;
}

export interface DatedReading extends RowReading {
  /** Set for a date that is a different day in the other order, if nothing says which. */
  readonly either?: EitherDate;
}

/** A place of a date, and when it was read. */
export interface DateContext extends ReadContext {
  /** Absent: any day may be meant. */
  readonly capturedAt?: string | undefined;
}

/** The same as {@link readRow}, for text on a page: a date in figures is read in the order of the page. */
export function readDated(
  path: FieldPath | undefined,
  raw: string,
  order: DateOrder | undefined,
  { capturedAt, ...context }: DateContext,
  reader?: ReaderName,
): DatedReading {
  if (path === undefined || (reader ?? fieldOf(path).read) !== 'ukDate')
    return readRow(path, raw, context, reader);
  // Another field that an adapter reads as a date may hold any day.
  const readAt = fieldOf(path).read === 'ukDate' ? capturedAt : undefined;
  const { text, issues, either } = orderedDate(raw, order, readAt);
  const read = readRow(path, text, context, reader);
  if (read.unread) return { ...read, value: raw };
  return {
    ...read,
    issues: [...read.issues, ...issues.map((issue) => ({ ...issue, at: path }))],
    ...(either ? { either } : {}),
  };
}

/** Reads a row's text by its path; unreadable text stays as it was, with the reason. */
export function readRow(
  path: FieldPath | undefined,
  raw: string,
  context: ReadContext,
  reader?: ReaderName,
): RowReading {
  if (path === undefined) return { value: raw, issues: [], unread: false };
  const read = readValue(reader ?? fieldOf(path).read, raw, { ...context, path });
  const issues = read.issues.map((issue) => ({ ...issue, at: path }));
  if (!read.ok) return { value: raw, issues, unread: true };
  if (HIDDEN_MARKS.test(raw)) issues.push({ ...HIDDEN_MARKS_ISSUE, at: path });
  return { ...read.value, issues, unread: false };
}

/** Marks that change the order of shown text, or show nothing: they can make a name look like another. */
const HIDDEN_MARKS = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const HIDDEN_MARKS_ISSUE: Issue = {
  code: 'hidden-marks',
  message: 'There are marks in this that cannot be seen. Check that it says what it seems to.',
  severity: 'warning',
};

function groupOf({ value, label }: JoinedValue, person: string | undefined): string {
  const { frame } = value.place;
  if (person !== undefined) return `person ${person}`;
  if (value.row) return `row ${frame.join('.')}/${value.row.table}/${value.row.index}`;
  // Under one heading, "Mother’s telephone" and "Father’s telephone" are two people.
  const words = ` ${labelWords(label)} `;
  const relation = RELATIONS.find((each) => words.includes(each)) ?? '';
  const said = ANY_PARENT.has(relation) ? '' : relation.trim();
  return ['section', frame.join('.'), ...value.owner, said].join('\n');
}
