/** The days of a week or of a month as a calendar shows them: whole weeks, from Monday. */
import { addDays, type PlainDate } from '@cyber-prevent/core';
import { mondayOf } from './span.js';

export const CALENDARS = ['week', 'month'] as const;
export type Calendar = (typeof CALENDARS)[number];

const WEEK = 7;

/** Weeks that show the day's week, or every day of its month. */
export function weeksOf(calendar: Calendar, day: PlainDate): readonly (readonly PlainDate[])[] {
  const first = calendar === 'week' ? day : firstOfMonth(day);
  const weeks: PlainDate[][] = [];
  for (
    let monday = mondayOf(first);
    weeks.length === 0 || (calendar === 'month' && isSameMonth(monday, first));
    monday = addDays(monday, WEEK)
  )
    weeks.push(Array.from({ length: WEEK }, (_, nth) => addDays(monday, nth)));
  return weeks;
}

/** A day in the week or month before (-1) or after (1) that of the day. */
export function movedBy(calendar: Calendar, day: PlainDate, by: -1 | 1): PlainDate {
  if (calendar === 'week') return addDays(day, by * WEEK);
  const first = firstOfMonth(day);
  // Longer than any month, and shorter than two.
  return firstOfMonth(addDays(first, by === 1 ? 31 : -1));
}

export function isSameMonth(one: PlainDate, other: PlainDate): boolean {
  return one.slice(0, 7) === other.slice(0, 7);
}

function firstOfMonth(day: PlainDate): PlainDate {
  return `${day.slice(0, 7)}-01` as PlainDate;
}
