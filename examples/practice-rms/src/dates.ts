// Dates as British record systems show them and as people type them.

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `slashed` 14/03/2009, `short` 14-Mar-2009, `long` 14 March 2009. */
export type DateStyle = 'slashed' | 'short' | 'long';

/** Text for an unknown date. */
export const NOT_KNOWN = 'Not known';

/** Text other than an ISO date is shown unchanged: record systems contain such text, and so may a practice record. */
export function formatDate(date: string | null, style: DateStyle): string {
  if (date === null) return NOT_KNOWN;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const month = MONTHS[Number(parts?.[2]) - 1];
  if (!parts || !month) return date;
  const [, year, monthNumber, day] = parts;
  if (style === 'slashed') return `${day}/${monthNumber}/${year}`;
  if (style === 'short') return `${day}-${month.slice(0, 3)}-${year}`;
  return `${Number(day)} ${month} ${year}`;
}

/**
 * Reads a date typed as 14/3/2009, 14-Mar-2009, 14 March 2009 or 2009-03-14.
 * @returns the ISO date, or `undefined` when the text is not a day of the calendar.
 */
export function readDate(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return calendarDay(iso[1], iso[2], iso[3]);
  const british = /^(\d{1,2})[ /-]([a-z]{3,9}|\d{1,2})[ /-](\d{4})$/i.exec(text);
  if (british) return calendarDay(british[3], monthNumber(british[2]), british[1]);
  return undefined;
}

function monthNumber(text = ''): string {
  if (/^\d+$/.test(text)) return text;
  const short = text.slice(0, 3).toLowerCase();
  return String(MONTHS.findIndex((month) => month.slice(0, 3).toLowerCase() === short) + 1);
}

function calendarDay(year = '', month = '', day = ''): string | undefined {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // A day that rolls over into the next month (31 February) is not a day.
  const isReal = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return isReal && Number(year) >= 1900 ? date.toISOString().slice(0, 10) : undefined;
}
