/** A day as a form wants it written. The page must prove if the day or the month comes first; it is never assumed. */
import { datePatternsIn } from '../capture/read/date-pattern.js';
import type { PlainDate } from '../shared/primitives.js';
import type { FirstPart } from './same-day.js';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `month/day/year`, `year-month-day`. */
const WORDS = /\b(day|month|year)([/. -]| ?)(day|month|year)\2(day|month|year)\b/gi;
const LETTERS: Readonly<Record<string, string>> = { day: 'DD', month: 'MM', year: 'YYYY' };
/** `For example, 03-27-2026` or `27 3 2007`. */
const EXAMPLE = /\b(?:\d{1,4})([/. -])(?:\d{1,2}|[A-Za-z]{3,9})\1\d{2,4}\b/g;
/** A day alone, with or without a time after it. */
const WRITTEN = /^\s*(\d{1,4})([/. -])(\d{1,2}|[A-Za-z]{3,9})\2(\d{2,4})(?:[T ]\d{1,2}:.*)?\s*$/;

/** Signs of how one box takes a day. */
export interface DateSigns {
  /** Its label, its hint, its placeholder. */
  readonly texts: readonly string[];
  /** Formats in its markup, for the browser or a script: `pattern`, `data-date-format`. */
  readonly formats: readonly string[];
  /** Its content now. */
  readonly standing: string;
}

/**
 * The pattern in which a box takes a day: by its own signs or, if it has none, by those of the page around it.
 * Undefined if nothing proves the order, or if two signs prove different ones.
 *
 * @param around - patterns in which the system is known to write days
 */
export function datePattern(signs: DateSigns, around: readonly string[]): string | undefined {
  const own = [
    ...signs.texts.flatMap(patternsAsked),
    ...signs.formats.flatMap(patternsOfFormat),
    ...provenPatterns(signs.standing),
  ];
  return agreedPattern(own.length > 0 ? own : around);
}

/** The first of the patterns, if all of them have one order. */
export function agreedPattern(patterns: readonly string[]): string | undefined {
  return new Set(patterns.map(orderOf)).size === 1 ? patterns[0] : undefined;
}

/** The pattern that a text is written in, if it can be a day in only one order: none for `04/03/2026`. */
export function provenPatterns(text: string): readonly string[] {
  const [, first = '', mark = '', middle = '', last = ''] = WRITTEN.exec(text) ?? [];
  if (first === '') return [];
  if (/\D/.test(middle)) {
    if (first.length > 2 || !isMonthName(middle)) return [];
    const month = middle.length > 3 ? 'MMMM' : 'MMM';
    return [['DD', month, last.length === 4 ? 'YYYY' : 'YY'].join(mark)];
  }
  if (first.length > 2)
    return first.length === 4 && last.length === 2 && isMonth(middle) && isDay(last)
      ? [['YYYY', 'MM', 'DD'].join(mark)]
      : [];
  const year = last.length === 4 ? 'YYYY' : 'YY';
  const readings = [
    ...(isDay(first) && isMonth(middle) ? [['DD', 'MM', year]] : []),
    ...(isMonth(first) && isDay(middle) ? [['MM', 'DD', year]] : []),
    ...(year === 'YY' && isMonth(middle) && isDay(last) ? [['YY', 'MM', 'DD']] : []),
  ];
  // 05/05/2026 is the same day in both orders, and proves neither.
  return last.length !== 3 && readings.length === 1
    ? readings.map((parts) => parts.join(mark))
    : [];
}

/** Patterns that a text asks for: in letters, in words, or by an example that has only one reading. */
function patternsAsked(text: string): readonly string[] {
  const examples = [...text.matchAll(EXAMPLE)].flatMap(([example]) => provenPatterns(example));
  return [...datePatternsIn(text), ...patternsSpelled(text), ...examples];
}

function patternsSpelled(text: string): readonly string[] {
  return [...text.matchAll(WORDS)].flatMap(([, first = '', mark = '', second = '', third = '']) => {
    const parts = [first, second, third].map((word) => LETTERS[word.toLowerCase()] ?? '');
    return new Set(parts).size < 3 ? [] : [parts.join(mark || '/')];
  });
}

/**
 * Patterns of a format. An HTML `pattern` is read and never run: it counts if it has three parts, each of which can
 * only be a day, a month or a year.
 */
function patternsOfFormat(format: string): readonly string[] {
  const asked = datePatternsIn(format);
  if (asked.length > 0) return asked;
  const marks = new Set(
    format
      .replace(/\[[^\]]*\]/g, '')
      .match(/(?:\\?\/|-|\\\.)/g)
      ?.map((mark) => mark.slice(-1)),
  );
  const [mark = ''] = marks;
  if (marks.size !== 1) return [];
  const parts = format.split(mark === '/' ? /\\?\// : mark === '-' ? /-(?![^[]*\])/ : /\\\./);
  const letters = parts.map((part) => {
    if (/\{4\}|(?:\\d|\[0-9\]){4}|\(?:?19\|20/.test(part)) return 'YYYY';
    if (/3\[0-?1\]/.test(part)) return 'DD';
    return /1\[0-?1?2\]/.test(part) ? 'MM' : '';
  });
  if (letters[0] === 'YYYY' && letters.length === 3) return [['YYYY', 'MM', 'DD'].join(mark)];
  return letters.length === 3 && new Set(letters).size === 3 && !letters.includes('')
    ? [letters.join(mark)]
    : [];
}

/** The part that a pattern puts first. */
export function orderOf(pattern: string): FirstPart {
  const first = pattern.charAt(0).toLowerCase();
  return first === 'y' ? 'year' : first === 'm' ? 'month' : 'day';
}

/** The day in that pattern: `DD`, `D`, `MM`, `M`, `MMM`, `MMMM`, `YYYY`, `YY`, in either case. */
export function writeDate(on: PlainDate, pattern: string): string {
  const [year = '', month = '', day = ''] = on.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return pattern.replace(/d{1,2}|m{1,4}|y{2,4}/gi, (token) => {
    switch (token.toLowerCase()) {
      case 'dd':
        return day;
      case 'd':
        return String(Number(day));
      case 'mmmm':
        return name;
      case 'mmm':
        return name.slice(0, 3);
      case 'mm':
        return month;
      case 'm':
        return String(Number(month));
      case 'yy':
        return year.slice(2);
      default:
        return year;
    }
  });
}

/** The text that one of three boxes takes; `names` are ways to say a month in a list. */
export function datePart(
  on: PlainDate,
  part: 'day' | 'month' | 'year',
): { readonly text: string; readonly names: readonly string[] } {
  const [year = '', month = '', day = ''] = on.split('-');
  if (part === 'year') return { text: year, names: [year, year.slice(2)] };
  if (part === 'day') return { text: String(Number(day)), names: [String(Number(day)), day] };
  const name = MONTHS[Number(month) - 1] ?? '';
  const number = String(Number(month));
  return { text: number, names: [name, name.slice(0, 3), number, month] };
}

function isDay(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 31;
}

function isMonth(text: string): boolean {
  return Number(text) >= 1 && Number(text) <= 12;
}

function isMonthName(text: string): boolean {
  const wanted = text.toLowerCase();
  return MONTHS.some((name) =>
    [name, name.slice(0, 3)].some((way) => way.toLowerCase() === wanted),
  );
}
