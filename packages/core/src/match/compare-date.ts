/** Says whether two dates of birth can be one that was written down wrong. */
import { isSwap } from './edit-distance.js';
import type { Likeness } from './reason.js';

export type DateLikeness =
  | Extract<Likeness, 'same' | 'day-and-month' | 'one-digit' | 'digits-swapped'>
  | 'one-part'
  | 'differs';

/**
 * Compares two dates `YYYY-MM-DD`. If only the day, the month or the year differs, that is `one-part`, which still
 * counts as different.
 */
export function compareDates(a: string, b: string): DateLikeness {
  if (a === b) return 'same';
  if (dayAndMonthSwapped(a) === b) return 'day-and-month';
  let apart = 0;
  for (let at = 0; at < a.length && apart < 2; at += 1) if (a[at] !== b[at]) apart += 1;
  if (apart === 1) return 'one-digit';
  if (isSwap(a.replaceAll('-', ''), b.replaceAll('-', ''))) return 'digits-swapped';
  const [parts, others] = [a.split('-'), b.split('-')];
  return parts.filter((part, nth) => part !== others[nth]).length === 1 ? 'one-part' : 'differs';
}

export function dayAndMonthSwapped(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${year}-${day}-${month}`;
}

/** Every text that is near to the date, including days that do not exist: a stored date may be one. */
export function nearDates(date: string): readonly string[] {
  const found = new Set([dayAndMonthSwapped(date)]);
  const places = [0, 1, 2, 3, 5, 6, 8, 9];
  for (const [nth, at] of places.entries()) {
    for (let digit = 0; digit < 10; digit += 1)
      found.add(date.slice(0, at) + digit + date.slice(at + 1));
    const next = places[nth + 1];
    if (next === undefined) continue;
    const digits = [...date];
    [digits[at], digits[next]] = [date[next] ?? '', date[at] ?? ''];
    found.add(digits.join(''));
  }
  found.delete(date);
  return [...found];
}
