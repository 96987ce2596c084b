/** A day, a month or a year that is looked for, however much of it is known. */
import { monthNumber } from '../../shared/dates.js';

/** Parts as in `YYYY-MM-DD`; an absent one is not known. */
export interface SoughtDay {
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
}

const YEAR = /^(?:19|20)\d\d$/;
const TWO_DIGITS = /^\d{1,2}$/;
const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const TOGETHER = /^(\d\d)(\d\d)((?:19|20)\d\d)$/;
const YEAR_FIRST = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;

/** Reads one to three words as a day, each way that it can be read; the day comes before the month in numbers. */
export function soughtDays(words: readonly string[]): readonly SoughtDay[] {
  const [one = '', two = '', three = ''] = words;
  if (words.length === 1) {
    if (YEAR.test(one)) return [{ year: one }];
    const [, day = '', month = '', year = ''] = TOGETHER.exec(one) ?? [];
    const [, yearFirst = '', then = '', last = ''] = YEAR_FIRST.exec(one) ?? [];
    return [...whole(day, month, year), ...whole(last, then, yearFirst)];
  }
  if (words.length === 2)
    return [
      ...[monthOf(one)].flatMap((month) => (month && YEAR.test(two) ? [{ year: two, month }] : [])),
      ...dayInYear(one, monthNamed(two)),
      ...dayInYear(two, monthNamed(one)),
    ];
  if (words.length !== 3) return [];
  return [
    ...whole(one, two, three),
    ...(YEAR.test(one) ? whole(three, two, one) : []),
    ...(monthNamed(one) ? whole(two, one, three) : []),
  ];
}

/** True if the day `YYYY-MM-DD` has every part that is known. */
export function isDay(sought: SoughtDay, day: string): boolean {
  const [year, month, nth] = day.split('-');
  return (
    (sought.year === undefined || sought.year === year) &&
    (sought.month === undefined || sought.month === month) &&
    (sought.day === undefined || sought.day === nth)
  );
}

/** The term under which an index holds a day of which only these parts are known. */
export function dayTerm({ year = '', month = '', day = '' }: SoughtDay): string {
  return `#${year}-${month}-${day}`;
}

/** The terms under which a day is held. @param isOfPerson - part of it is enough to find it */
export function dayTerms(date: string, isOfPerson: boolean): readonly string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  const terms = [dayTerm({ year, month, day })];
  return isOfPerson
    ? [...terms, dayTerm({ month, day }), dayTerm({ year, month }), dayTerm({ year })]
    : terms;
}

function whole(dayText: string, monthText: string, yearText: string): readonly SoughtDay[] {
  const [day, month] = [dayOf(dayText), monthOf(monthText)];
  const years = YEAR.test(yearText)
    ? [yearText]
    : /^\d\d$/.test(yearText)
      ? [`20${yearText}`, `19${yearText}`]
      : [];
  return day && month ? years.map((year) => ({ year, month, day })) : [];
}

function dayInYear(text: string, month: string | undefined): readonly SoughtDay[] {
  const day = dayOf(text);
  return day && month ? [{ month, day }] : [];
}

function dayOf(text: string): string | undefined {
  const day = Number(DAY.exec(text)?.[1]);
  return day >= 1 && day <= 31 ? String(day).padStart(2, '0') : undefined;
}

function monthOf(text: string): string | undefined {
  const month = TWO_DIGITS.test(text) ? Number(text) : Number(monthNamed(text));
  return month >= 1 && month <= 12 ? String(month).padStart(2, '0') : undefined;
}

function monthNamed(text: string): string | undefined {
  const month = /^\p{L}{3,}$/u.test(text) ? monthNumber(text) : undefined;
  return month === undefined ? undefined : String(month).padStart(2, '0');
}
