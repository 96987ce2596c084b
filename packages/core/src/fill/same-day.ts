/** Compares a day on the page with the day that was meant, by its meaning and not by its writing. */
import type { PlainDate } from '../shared/primitives.js';

/** The part that comes first in a day written in figures. */
export type FirstPart = 'day' | 'month' | 'year';

/** A day with the order in which its box takes days in figures. */
export interface MeantDay {
  readonly on: PlainDate;
  readonly order: FirstPart;
}

const ORDERS: readonly FirstPart[] = ['day', 'month', 'year'];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]?\s+/;
const TIME = /[t\s]+\d{1,2}:\d\d.*$/;
/** Year first, in this order in every box. */
const WHOLE_YEAR = /^(\d{4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,2})$/;
const FIGURES = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d\d)$/;
const BARE: Readonly<Record<FirstPart, RegExp>> = {
  day: /^(\d\d)(\d\d)(\d{4})$/,
  month: /^(\d\d)(\d\d)(\d{4})$/,
  year: /^(\d{4})(\d\d)(\d\d)$/,
};
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*(\d{4}|\d\d)$/;
const MONTH_FIRST = /^([a-z]{3,9})[-/. ]*(\d{1,2})(?:st|nd|rd|th)?[-/., ]+(\d{4}|\d\d)$/;

/**
 * True if a text says the day that was meant, in the order of its box or in words.
 *
 * @param now - text on the page: if it is not a day, or is another day, it is not the same
 */
export function saysDay(now: string, { on, order }: MeantDay): boolean {
  const [day = '', month = '', year = ''] = partsOf(tidied(now), order) ?? [];
  const [itsYear = '', itsMonth = '', itsDay = ''] = on.split('-');
  return (
    Number(day) === Number(itsDay) &&
    Number(month) === Number(itsMonth) &&
    year === itsYear.slice(-year.length) &&
    year !== ''
  );
}

/** True if a text says the day in any order. */
export function saysDayInAnyOrder(now: string, on: PlainDate): boolean {
  return ORDERS.some((order) => saysDay(now, { on, order }));
}

/**
 * True if a text is a day, and not the one that was meant.
 *
 * @param order - of its box; absent: not known, so every order is tried
 */
export function isAnotherDay(now: string, on: PlainDate, order?: FirstPart): boolean {
  if (!readsAsDay(now)) return false;
  return order ? !saysDay(now, { on, order }) : !saysDayInAnyOrder(now, on);
}

/** True if a text is a day in any order. */
export function readsAsDay(text: string): boolean {
  return ORDERS.some((order) => {
    const [day, month] = partsOf(tidied(text), order) ?? [];
    return isWithin(day, 31) && isWithin(month, 12);
  });
}

function isWithin(text: string | undefined, most: number): boolean {
  return Number(text) >= 1 && Number(text) <= most;
}

type Parts = readonly [
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
];

function partsOf(text: string, order: FirstPart): Parts | undefined {
  const whole = WHOLE_YEAR.exec(text);
  if (whole) return [whole[3], whole[2], whole[1]];
  const figures = FIGURES.exec(text) ?? BARE[order].exec(text);
  if (figures) return inOrder(figures, order);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return [dayFirst[1], numberOf(dayFirst[2]), dayFirst[3]];
  const monthFirst = MONTH_FIRST.exec(text);
  return monthFirst ? [monthFirst[2], numberOf(monthFirst[1]), monthFirst[3]] : undefined;
}

function inOrder([, first, second, third]: RegExpExecArray, order: FirstPart): Parts {
  if (order === 'year') return [third, second, first];
  return order === 'month' ? [second, first, third] : [first, second, third];
}

function numberOf(month = ''): string {
  return String(MONTHS.indexOf(month.slice(0, 3)) + 1);
}

function tidied(text: string): string {
  const bare = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  return bare.replace(WEEKDAY, '').replace(TIME, '');
}
