/** Another day in the shape of a date: same order, same marks, same way of writing the month, and a real day. */

import { readUkDate } from '../read/read-uk-date.js';
import type { MadeUp } from './proof-word.js';

const LONG = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = `(?:${LONG.join('|')}|${LONG.map((month) => month.slice(0, 3)).join('|')}|sept)`;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEKDAY = `(?:(?:${WEEKDAYS.join('|')}|${WEEKDAYS.map((day) => day.slice(0, 3)).join('|')})[,.]? )`;

/** Texts that read as a date, with their weekday. */
export const DATE = new RegExp(
  [
    `\\b${WEEKDAY}?\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]?${MONTH}[,.]?[ -]\\d{4}\\b`,
    `\\b${WEEKDAY}${MONTH} +\\d{1,2} \\d\\d:\\d\\d(?::\\d\\d)? \\d{4}\\b`,
    `\\b${WEEKDAY}?${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}\\b`,
    `\\b\\d{1,2}([/. -])${MONTH}\\1\\d\\d\\b`,
    '\\b\\d{4}-\\d\\d-\\d\\d(?!\\d)',
    '\\b\\d{1,2} ?([/.-]) ?\\d{1,2} ?\\2 ?\\d{4}\\b',
  ].join('|'),
  'giu',
);

/** `Thu Mar 12 10:01:00 2026`, a common stamp of systems on saved entries. */
const STAMP = /^\p{L}{3} \p{L}{3} +\d{1,2} \d\d:\d\d(?::\d\d)? \d{4}$/u;
/** A day of the week or a month by itself, as a reading recognises it. */
export const CALENDAR_WORD = new RegExp(
  `(?<!\\p{L})(?:${[...LONG, ...WEEKDAYS].flatMap((word) => [titled(word), titled(word.slice(0, 3))]).join('|')})(?!\\p{L})`,
  'gu',
);

/** Names of months and days of the week: a made-up date has them too. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set([...LONG, ...WEEKDAYS, 'sept']);

const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;
/** A date with the month first, which stays so: its day is greater than any month. */
const MONTH_FIRST = /^(\d{1,2})\s?[/.-]\s?(1[3-9]|2\d|3[01])\s?[/.-]\s?\d{4}$/;

/** @returns undefined if the text only looks like a date */
export function otherDate(date: string, made: MadeUp): string | undefined {
  const isMonthFirst = MONTH_FIRST.test(date);
  const isReal = isMonthFirst || STAMP.test(date) || readUkDate(date, {}).ok;
  if (!isReal) return undefined;
  for (let left = 60; ; left -= 1) {
    const other = written(date, dayOf(made), isMonthFirst);
    const without = other.replace(/\p{L}+/gu, '');
    if (left === 0 || (other !== date && !made.isOfPage(without))) return other;
  }
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A random day. From 13 to 28 it cannot be a month, so the order stays clear. */
function dayOf(made: MadeUp): Day {
  return { year: 1960 + made.below(60), month: 1 + made.below(12), day: 13 + made.below(16) };
}

function written(date: string, { year, month, day }: Day, isMonthFirst: boolean): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  if (ISO.test(date)) return `${year}-${two(month)}-${two(day)}`;
  const name = LONG[month - 1] ?? '';
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  if (STAMP.test(date)) {
    // A time in working hours, derived from the day.
    const time = [10 + (day % 8), day, day + month]
      .slice(0, date.split(':').length)
      .map(two)
      .join(':');
    return `${titled(weekday.slice(0, 3))} ${titled(name.slice(0, 3))} ${day} ${time} ${year}`;
  }
  const hasWords = /\p{L}{3,}/u.test(date.replace(/^\p{L}+[,.]? /u, ''));
  let numbers = 0;
  return date.replace(/\d+|\p{L}+/gu, (part, at: number) => {
    const plain = part.toLowerCase();
    if (/^\d/.test(part)) {
      numbers += 1;
      if (part.length === 4) return String(year);
      if (hasWords) return numbers === 1 ? sized(part, day) : two(year % 100);
      const isMonth = isMonthFirst ? numbers === 1 : numbers === 2;
      return sized(part, isMonth ? month : day);
    }
    if (/^(?:st|nd|rd|th)$/.test(plain)) return cased(part, suffixOf(day));
    if (plain === 'of') return part;
    if (at === 0 && WEEKDAYS.some((each) => each === plain || each.slice(0, 3) === plain))
      return cased(part, plain.length > 3 ? weekday : weekday.slice(0, 3));
    return cased(
      part,
      plain.length > 3 || (plain === 'may' && name === 'may') ? name : name.slice(0, 3),
    );
  });
}

/** The number at the same width: `03` stays two digits wide; a single digit may become two. */
function sized(part: string, number: number): string {
  return String(number).padStart(part.length, '0');
}

function cased(like: string, word: string): string {
  if (like === like.toUpperCase()) return word.toUpperCase();
  return /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Another word of the same kind, equally long or short in form. */
export function otherCalendarWord(word: string, made: MadeUp): string {
  const plain = word.toLowerCase();
  const isMonth = LONG.some((month) => month.startsWith(plain));
  const all = (isMonth ? LONG : WEEKDAYS).filter((each) => !each.startsWith(plain));
  const other = made.choice(all);
  return titled(word.length > 3 ? other : other.slice(0, 3));
}

function suffixOf(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
