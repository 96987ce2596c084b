/** A day as a form wants it written, told from its hint, its placeholder or what stands in it. */
import type { PlainDate } from '../shared/primitives.js';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/** `DD/MM/YYYY`, `d-MMM-yyyy`, `yyyy-mm-dd`, with the mark between. */
const PATTERN = /\b(d{1,2}|m{1,4}|y{4})([/. -]| ?)(d{1,2}|m{1,4})\2(d{1,2}|y{2,4})\b/i;
/** `month/day/year`, `year-month-day`. */
const WORDS = /\b(day|month|year)([/. -]| ?)(day|month|year)\2(day|month|year)\b/i;
/** `For example, 03-27-2026`. */
const EXAMPLE = /\b\d{1,4}([/.-])(?:\d{1,2}|[A-Za-z]{3,9})\1\d{2,4}\b/;
const LETTERS: Readonly<Record<string, string>> = { day: 'DD', month: 'MM', year: 'YYYY' };
/** What stands there: the order is told by which part can only be a year. */
const WRITTEN = /^\s*(\d{1,4})([/.-])(\d{1,2}|[A-Za-z]{3,9})\2(\d{2,4})(?:[T ]\d{1,2}:.*)?\s*$/;
const DEFAULT = 'DD/MM/YYYY';

/** The pattern that the texts beside a box ask for, or that what stands in it has; otherwise the one given. */
export function datePattern(texts: readonly string[], standing = '', otherwise = DEFAULT): string {
  for (const text of texts) {
    const asked = PATTERN.exec(text);
    const letters = asked?.[0].toLowerCase() ?? '';
    if (asked && /d/.test(letters) && /m/.test(letters) && /y/.test(letters)) return asked[0];
    const [example = ''] = EXAMPLE.exec(text) ?? [];
    const said = spelled(text) ?? (isOrderOpen(example) ? undefined : writtenPattern(example));
    if (said !== undefined) return said;
  }
  return (
    (isOrderOpen(standing) && otherwise !== DEFAULT ? undefined : writtenPattern(standing)) ??
    otherwise
  );
}

function spelled(text: string): string | undefined {
  const [, first = '', mark = '', second = '', third = ''] = WORDS.exec(text) ?? [];
  const parts = [first, second, third].map((word) => LETTERS[word.toLowerCase()] ?? '');
  return parts.includes('') || new Set(parts).size < 3 ? undefined : parts.join(mark || '/');
}

/** Whether a day in that pattern could be read in another order as well: `04/03/2026`. */
export function isOrderOpen(standing: string): boolean {
  const [, first = '', , second = ''] = WRITTEN.exec(standing) ?? [];
  return first !== '' && first.length < 3 && Number(first) <= 12 && Number(second) <= 12;
}

/** The pattern in which a text is a day; a time may follow it. */
export function writtenPattern(standing: string): string | undefined {
  const written = WRITTEN.exec(standing);
  if (!written) return undefined;
  const [, first = '', mark = '/', month = '', last = ''] = written;
  const middle = /\d/.test(month) ? 'MM' : month.length > 3 ? 'MMMM' : 'MMM';
  if (first.length === 4) return `YYYY${mark}${middle}${mark}DD`;
  const year = last.length === 4 ? 'YYYY' : 'YY';
  // No month is the 25th: such a page puts the month first.
  if (Number(month) > 12) return `MM${mark}DD${mark}${year}`;
  return `DD${mark}${middle}${mark}${year}`;
}

/** The day in that pattern: `DD`, `D`, `MM`, `M`, `MMM`, `MMMM`, `YYYY`, `YY`, whatever their case. */
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

/** What one of three boxes takes; `names` are ways to say a month in a list. */
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
