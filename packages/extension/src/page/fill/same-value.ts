/** Compares a value with the page's own version of it: equal if both say the same. */

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Day first, as written in Britain: a page that takes the month first has another date, and is refused. */
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./,-]+(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/;

export function saysTheSame(text: string, now: string): boolean {
  const wanted = folded(text);
  const got = folded(now);
  if (wanted === got) return true;
  const day = dayIn(wanted);
  if (day !== undefined) return day === dayIn(got);
  if (isNumber(wanted) && isNumber(got)) return Number(wanted) === Number(got);
  // Ignores added or removed spaces, capitals and marks: 07700 900123, AB1 2CD, a curly apostrophe.
  const bare = bared(wanted);
  return bare !== '' && bare === bared(got) && !isNumber(wanted) && !wanted.startsWith('-');
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

function bared(text: string): string {
  return text.replace(/[\s\-\u2010-\u2015'\u2018\u2019()]/g, '');
}

/** True for a number without leading zeros, which are part of a telephone number. */
function isNumber(text: string): boolean {
  return /^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
}

function dayIn(text: string): string | undefined {
  const bare = text.replace(WEEKDAY, '');
  const iso = YEAR_FIRST.exec(bare);
  if (iso) return `${iso[1]}-${Number(iso[2])}-${Number(iso[3])}`;
  const [, day, month = '', year] = DAY_FIRST.exec(bare) ?? [];
  if (day === undefined) return undefined;
  const number = /\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1;
  return number >= 1 && number <= 12 ? `${year}-${number}-${Number(day)}` : undefined;
}
