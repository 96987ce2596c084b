/**
 * The part that comes first in dates written in figures. 05/09/2008 is two days, and a page says which only if
 * something else proves its order: a date that can be read in only one way, or a label such as *dd/mm/yyyy*.
 */
import type { DateSign, LabelledValue, Reading } from '../../page/reading.js';
import { isToCome } from '../../shared/civil-day.js';
import { addDays, writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import { type DateOrder, EITHER_ORDER, type EitherDate } from './either-date.js';
import { tidyLine } from './read-text.js';
import { readUkDate } from './read-uk-date.js';

/** A weekday, two numbers and a year, with or without an age or a time of day after them. */
const FIGURES = /^((?:[a-z]{3,9}[,.]? )?)(\d{1,2})( ?[/.\- ] ?)(\d{1,2})\3(\d{4})(?!\d)/i;
/** `DD/MM/YYYY` in a label. */
const PATTERN =
  /(?<![a-z])(d{1,2}|m{1,2})\s?[/.\- ]\s?(d{1,2}|m{1,2})\s?[/.\- ]\s?y{2,4}(?![a-z])/i;
/** Labels of numbers with dots, which may look like a date. */
const OF_SOFTWARE = /\b(?:version|build|release)\b/i;
/** A day in shape only: the other side of the comparison is a real day. */
const ISO = /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;
/** Longest date: longer texts are somebody's words, not a date written by the system. */
const LONGEST = 40;

/** The text with its first two numbers swapped. */
export function withSwappedOrder(text: string): string {
  return tidyLine(text).replace(FIGURES, '$1$4$3$2$3$5');
}

/** The only order in which a text is a real day; undefined if it is one both ways, neither way, or not such a date. */
export function orderOfDate(text: string): DateOrder | undefined {
  if (text.length > LONGEST || !FIGURES.test(tidyLine(text))) return undefined;
  const isDayFirst = dateIn(text) !== undefined;
  const isMonthFirst = dateIn(withSwappedOrder(text)) !== undefined;
  if (isDayFirst === isMonthFirst) return undefined;
  return isDayFirst ? 'day-first' : 'month-first';
}

/** Both days, if a text is a day in either order, and a different one in each. */
export function eitherDate(text: string): EitherDate | undefined {
  if (!FIGURES.test(tidyLine(text))) return undefined;
  const dayFirst = dateIn(text);
  const monthFirst = dateIn(withSwappedOrder(text));
  return dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst
    ? undefined
    : { dayFirst, monthFirst };
}

function dateIn(text: string): PlainDate | undefined {
  const read = readUkDate(text, {});
  return read.ok ? (read.value.value as PlainDate) : undefined;
}

/**
 * The order that a page proves; `both` if it proves one here and the other there. Dates in three boxes prove nothing,
 * nor do sentences that somebody wrote, or the number of a version.
 */
export function provedDateOrder({
  values,
  dateSigns = [],
}: Pick<Reading, 'values' | 'dateSigns'>): DateOrder | 'both' | undefined {
  const boxed = boxedDates(values);
  return agreedOrder([
    ...dateSigns.map(orderOfSign),
    ...values.flatMap(({ id, label, value, kind }) => [
      orderOfHint(label),
      kind === 'prose' || boxed.has(id) || OF_SOFTWARE.test(label) ? undefined : orderOfDate(value),
    ]),
  ]);
}

/** The only order among them; `both` if they differ. */
export function agreedOrder(
  orders: readonly (DateOrder | undefined)[],
): DateOrder | 'both' | undefined {
  const proved = new Set(orders.filter((order) => order !== undefined));
  const [order] = proved;
  return proved.size > 1 ? 'both' : order;
}

/** The order that a label or a hint asks for: `dd/mm/yyyy`. */
export function orderOfHint(text: string): DateOrder | undefined {
  const [, first = ''] = text.length <= 200 ? (PATTERN.exec(text) ?? []) : [];
  if (first === '') return undefined;
  return /^d/i.test(first) ? 'day-first' : 'month-first';
}

/**
 * The order proved by a date sign. An instant may be the day before or after, depending on the reader's clock; the two
 * readings are further apart.
 */
function orderOfSign({ text, says }: DateSign): DateOrder | undefined {
  if (says === undefined) return orderOfHint(text);
  const either = eitherDate(text);
  const said = ISO.exec(says)?.[0] as PlainDate | undefined;
  if (!either || said === undefined || Number.isNaN(Date.parse(said))) return undefined;
  const days = says === said ? [said] : [addDays(said, -1), said, addDays(said, 1)];
  const isDayFirst = days.includes(either.dayFirst);
  if (isDayFirst === days.includes(either.monthFirst)) return undefined;
  return isDayFirst ? 'day-first' : 'month-first';
}

/** Ids of dates that were joined from three boxes: their day is known. */
export function boxedDates(values: readonly LabelledValue[]): ReadonlySet<string> {
  return new Set(values.flatMap(({ partOf }) => (partOf === undefined ? [] : [partOf])));
}

/** A date on a page whose order may be known. */
export interface OrderedDate {
  /** The same date with its day first. */
  readonly text: string;
  readonly issues: readonly Issue[];
  /** Set if nothing says which of two days it is. */
  readonly either?: EitherDate;
}

/** @param readAt - when the page was read, if the date is of something that has happened; absent: any day is possible */
export function orderedDate(
  raw: string,
  order: DateOrder | undefined,
  readAt?: string,
): OrderedDate {
  const either = eitherDate(raw);
  // Only the order of this country is assumed: a day still to come in it may be a slip, and is asked.
  const isOne =
    either &&
    readAt !== undefined &&
    isToCome(either.monthFirst, readAt) &&
    !isToCome(either.dayFirst, readAt);
  if (isOne && order === undefined) return { text: raw, issues: [] };
  if (either && order === undefined) return { text: raw, issues: [eitherOrder(either)], either };
  const isMonthFirst = either ? order === 'month-first' : orderOfDate(raw) === 'month-first';
  return isMonthFirst
    ? { text: withSwappedOrder(raw), issues: [MONTH_FIRST] }
    : { text: raw, issues: [] };
}

function eitherOrder({ dayFirst, monthFirst }: EitherDate): Issue {
  return {
    code: EITHER_ORDER,
    message: `This is ${writtenDate(dayFirst)} or ${writtenDate(monthFirst)}, and nothing here says which. Say which it is, or leave it.`,
    severity: 'warning',
  };
}

const MONTH_FIRST: Issue = {
  code: 'date-month-first',
  message:
    'Dates here have their month first, and this one was read so. Check the day and the month.',
  severity: 'warning',
};
