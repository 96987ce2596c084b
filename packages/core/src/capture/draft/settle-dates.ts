/**
 * The officer's answer to a date that can be read two ways. It applies to every such date of the same page, and of its
 * host; in a file, to the field that it was asked of.
 */
import type { Instant } from '../../shared/primitives.js';
import type { Draft, DraftRow } from '../draft.js';
import type { FieldPath } from '../field/field-path.js';
import { isOfAnother } from '../name/choose-person.js';
import { type DateOrder, EITHER_ORDER, type EitherDate } from '../read/either-date.js';
import { isSingle } from './collapse-rows.js';
import { besidesFuture, futureIssues, isInFuture } from './future-date.js';

export interface DateAnswer {
  /** When it was answered; absent, the draft's time stays as it was. */
  readonly now?: Instant;
  /** Field that it was asked of. Without one, no date of a file is settled: each of its columns has its own order. */
  readonly path?: FieldPath;
}

/**
 * The draft with every open date of some captures read in one order and no longer open. A date with nothing else
 * against it is taken; one that the officer corrected or masked stays so, and so does one that was settled before.
 *
 * @param origins - ids of captures whose pages write so
 */
export function settleDates(
  draft: Draft,
  origins: readonly string[],
  order: DateOrder,
  { now, path }: DateAnswer = {},
): Draft {
  const isAbout = aboutOf(draft, origins, path);
  const isOpen = (row: DraftRow): boolean => row.either !== undefined && isAbout(row);
  if (!draft.rows.some(isOpen)) return draft;
  const taken = new Set(draft.rows.filter(isTaken).map(({ path }) => path));
  const rows = draft.rows.map((row): DraftRow => {
    const { either, ...rest } = row;
    if (either === undefined || !isOpen(row)) return row;
    const isFree = (!isSingle(row) || !taken.has(row.path)) && !isOfAnother(draft, row);
    const read = readIn(draft, row, either, order);
    const takes =
      row.decision.kind === 'leave' &&
      either.starts === 'take' &&
      isFree &&
      !isInFuture(read.issues);
    if (takes) taken.add(row.path);
    return {
      ...rest,
      ...read,
      decision: takes ? { kind: 'take' } : row.decision,
    };
  });
  return { ...draft, rows, ...(now === undefined ? {} : { updatedAt: now }) };
}

/**
 * The draft with the officer's answer, as {@link settleDates}; dates that an earlier answer settled are read again in
 * this order. Decisions on those stay.
 */
export function answerDates(
  draft: Draft,
  origins: readonly string[],
  order: DateOrder,
  answer: DateAnswer & Required<Pick<DateAnswer, 'now'>>,
): Draft {
  const answered = settleDates(draft, origins, order, answer);
  const isAbout = aboutOf(draft, origins, answer.path);
  return {
    ...answered,
    updatedAt: answer.now,
    rows: answered.rows.map((row) =>
      row.settled && isAbout(row) ? { ...row, ...readIn(draft, row, row.settled, order) } : row,
    ),
  };
}

/** True for a row that an answer applies to. */
function aboutOf(
  draft: Draft,
  origins: readonly string[],
  path: FieldPath | undefined,
): (row: DraftRow) => boolean {
  const files = new Set(draft.origins.flatMap(({ id, way }) => (way === 'file' ? [id] : [])));
  return (row) =>
    origins.includes(row.origin) &&
    (!files.has(row.origin) || (path !== undefined && row.path === path));
}

function readIn(
  { origins }: Draft,
  row: DraftRow,
  { dayFirst, monthFirst }: EitherDate,
  order: DateOrder,
): Required<Pick<DraftRow, 'value' | 'settled' | 'issues'>> {
  const value = order === 'day-first' ? dayFirst : monthFirst;
  const origin = origins.find(({ id }) => id === row.origin);
  return {
    value,
    settled: { dayFirst, monthFirst, order },
    issues: [
      ...besidesFuture(row.issues).filter(({ code }) => code !== EITHER_ORDER),
      ...(origin ? futureIssues(row.path, value, origin.capturedAt) : []),
    ],
  };
}

/** The row without its question, if another row with the same day has none. */
export function withoutQuestion(row: DraftRow, other: DraftRow): DraftRow {
  if (other.either !== undefined || (row.settled && other.settled)) return row;
  if (row.either === undefined && row.settled === undefined) return row;
  const { either: _, settled: __, ...rest } = row;
  return {
    ...rest,
    issues: row.issues.filter(({ code }) => code !== EITHER_ORDER),
    ...(other.settled ? { settled: other.settled } : {}),
  };
}

function isTaken({ decision }: DraftRow): boolean {
  return decision.kind === 'take' || decision.kind === 'take-corrected';
}
