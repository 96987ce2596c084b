/** Civil-date arithmetic: ages, working days and how a date is written for a reader. */
import * as v from 'valibot';
import { PlainDate } from './primitives.js';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** No record is about anyone alive, or anything that happened, before this year. */
export const FIRST_YEAR = 1900;

/** The number of a month from its figures or its English name, also shortened to three letters or more: `nov` is 11. */
export function monthNumber(text: string): number | undefined {
  const typed = text.trim().toLowerCase();
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  if (!/^[a-z]{3,9}$/.test(typed)) return undefined;
  const at = MONTHS.findIndex((name) => name.toLowerCase().startsWith(typed));
  return at < 0 ? undefined : at + 1;
}

/** Writes `2009-03-14` as `14 March 2009`, the GOV.UK way. */
export function writtenDate(date: PlainDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** Whole years between two civil days; a child born on 29 February has a birthday on 1 March in other years. */
export function ageOn(bornOn: PlainDate, on: PlainDate): number {
  const [by = 0, bm = 0, bd = 0] = bornOn.split('-').map(Number);
  const [y = 0, m = 0, d = 0] = on.split('-').map(Number);
  return y - by - (m < bm || (m === bm && d < bd) ? 1 : 0);
}

/** The day that many days later; earlier if `days` is negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const day = new Date(`${date}T00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return v.parse(PlainDate, day.toISOString().slice(0, 10));
}

/**
 * The day that is `days` working days after `from`: weekends and the days of `holidays` do not count.
 *
 * @param holidays - bank holidays as a dated table that the caller hands in
 * @throws {RangeError} when `days` is negative or not whole
 */
export function addWorkingDays(
  from: PlainDate,
  days: number,
  holidays: ReadonlySet<string>,
): PlainDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`${days} is not a number of days`);
  let date = from;
  for (let left = days; left > 0; ) {
    date = addDays(date, 1);
    const weekday = new Date(`${date}T00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !holidays.has(date)) left -= 1;
  }
  return date;
}

/** The same day that many months later, or the last day of that month if it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const on = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
  return v.parse(PlainDate, on.toISOString().slice(0, 10));
}

/** The same day that many years later; 29 February becomes 1 March in other years, as a birthday does. */
export function addYears(date: PlainDate, years: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const on = new Date(Date.UTC(year + years, month - 1, day));
  return v.parse(PlainDate, on.toISOString().slice(0, 10));
}
