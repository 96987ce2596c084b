/** Dates as the United Kingdom writes them, day before month. Anything not clearly a date stays text: never a guess. */
import { FIRST_YEAR } from '../../shared/dates.js';
import { failed, type Issue, passed } from '../../shared/issue.js';
import { fieldOf } from '../field/field-path.js';
import { tidyLine } from './read-text.js';
import type { Reader } from './reader-type.js';

/** Names of the months, in English and in Welsh, by the number of the month. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'jan january ionawr ion',
    'feb february chwefror chwef',
    'mar march mawrth maw',
    'apr april ebrill ebr',
    'may mai',
    'jun june mehefin meh',
    'jul july gorffennaf gorff',
    'aug august awst',
    'sep sept september medi',
    'oct october hydref hyd',
    'nov november tachwedd tach',
    'dec december rhagfyr rhag',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, at + 1] as const)),
);
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const WEEKDAY = /^(sun|mon|tue|wed|thu|fri|sat)[a-z]*[,.]? /;
/** An age after a birth date: `(17)`, `(age 17)`, `aged 17`; a time of day after a date. */
const AFTER = /(,? \(?(aged?:? )?\d{1,3}( years?( old)?| yrs)?\)|,? aged? \d{1,3})$/;
const TIME =
  /,?( at)?[ t]\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[ap]\.?m\.?)?(z| ?[+-]\d\d:?\d\d)?( \(?(gmt|bst|utc)\)?)?$/;

const NUMBERS = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4})$/;
const SPLIT_NUMBERS = /^(\d{1,2}) ?\/ ?(\d{1,2}) ?\/ ?(\d{4})$/;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|af|ail|ydd|fed|eg|ed|ain)?(?: of)?[ -]?([a-z]{3,10})[,.]?[ -](\d{4})$/;
const MONTH_FIRST = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
/** `11-Sep-09`: the century is implied. In figures alone it is unclear which of them is the year. */
const SHORT_YEAR = /^(\d{1,2})([/.\- ])([a-z]{3})\2(\d\d)$/;
/** The year first: nobody writes the day next to it. */
const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
/** `20110314`: any number of eight figures may be one, so that it is a date only in the place of a date. */
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;

const UNREADABLE: Issue = {
  code: 'date-unreadable',
  message: 'This does not read as a date. Enter it like 14 3 2009, or leave it.',
  severity: 'warning',
};

export const readUkDate: Reader = (text, { path }) => {
  const whole = tidyLine(text).toLowerCase();
  const [before = '', weekday] = WEEKDAY.exec(whole) ?? [];
  const written = withoutTimeAndAge(whole.slice(before.length));
  const isOfDate = path !== undefined && fieldOf(path).read === 'ukDate';
  const date = partsOf(isOfDate ? written.replace(COMPACT, '$1-$2-$3') : written);
  if (date === undefined) return failed(UNREADABLE);
  const [year, month, day] = date;
  if (year < FIRST_YEAR || year > 2199) return failed(UNREADABLE);
  const falls = new Date(Date.UTC(year, month - 1, day));
  // A day that its month does not have would fall into the next month.
  if (falls.getUTCMonth() !== month - 1 || falls.getUTCDate() !== day) return failed(UNREADABLE);
  if (weekday !== undefined && weekday !== WEEKDAYS[falls.getUTCDay()])
    return failed({
      code: 'date-unreadable',
      message:
        'The day of the week does not match the date. Check which is right, and enter the date.',
      severity: 'warning',
    });
  const value = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return passed({ value }, SHORT_YEAR.test(whole) ? [SHORT_YEAR_READ] : []);
};

/** The text without time and age. Both patterns are tried from every place in a text, and few texts can have either. */
function withoutTimeAndAge(text: string): string {
  const bare = text.endsWith(')') || text.includes('age') ? text.replace(AFTER, '') : text;
  return bare.includes(':') ? bare.replace(TIME, '') : bare;
}

const SHORT_YEAR_READ: Issue = {
  code: 'date-short-year',
  message: 'The year has only two figures, so its century was assumed. Check the year.',
  severity: 'warning',
};

/** Year, month and day as numbers, not yet checked against the calendar. */
function partsOf(text: string): readonly [year: number, month: number, day: number] | undefined {
  const numbers = NUMBERS.exec(text);
  if (numbers) return [Number(numbers[4]), Number(numbers[3]), Number(numbers[1])];
  const split = SPLIT_NUMBERS.exec(text);
  if (split) return [Number(split[3]), Number(split[2]), Number(split[1])];
  const short = SHORT_YEAR.exec(text);
  if (short) {
    // Nobody in a referral is over a hundred, and none of its dates is far in the future.
    const year = Number(short[4]) + (Number(short[4]) <= 40 ? 2000 : 1900);
    return named(String(year), short[3], short[1]);
  }
  const iso = ISO.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[3]), Number(iso[4])];
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2]);
  return undefined;
}

function named(
  year: string | undefined,
  month = '',
  day: string | undefined,
): readonly [number, number, number] | undefined {
  const number = MONTHS.get(month);
  return number === undefined ? undefined : [Number(year), number, Number(day)];
}
