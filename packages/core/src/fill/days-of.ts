/** Days that a date in a text may mean: both, where nothing says which part is the month. */
import { eitherDate } from '../capture/read/date-order.js';
import { readUkDate } from '../capture/read/read-uk-date.js';
import type { PlainDate } from '../shared/primitives.js';

export function daysOf(text: string): readonly PlainDate[] {
  const either = eitherDate(text);
  if (either) return [either.dayFirst, either.monthFirst];
  const read = readUkDate(text, {});
  return read.ok ? [read.value.value as PlainDate] : [];
}
