/** The civil day of an instant in the United Kingdom, in any time zone of the machine. */
import type { PlainDate } from './primitives.js';

let made: Intl.DateTimeFormat | undefined;

/** The day on which `2026-07-11T23:30:00.000Z` falls for an officer: 12 July. A civil day is returned unchanged. */
export function civilDay(at: string): PlainDate {
  if (at.length === DAY_LENGTH) return at as PlainDate;
  made ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });
  const { day, month, year }: Readonly<Partial<Record<Intl.DateTimeFormatPartTypes, string>>> =
    Object.fromEntries(made.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  return `${year}-${month}-${day}` as PlainDate;
}

/**
 * True if the day is after that of an instant, or of a civil day. A capture and a record ask the same, and neither has a
 * day's grace: a date that a page may offer as taken is one that the record accepts.
 */
export function isToCome(day: PlainDate, at: string): boolean {
  return day > civilDay(at);
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;
