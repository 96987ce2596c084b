/** Span of the diary, in whole weeks and months. */
import { addDays, type PlainDate } from '@cyber-prevent/core';

export const SPANS = ['week', 'next-week', 'month', 'next-month', 'all'] as const;
export type Span = (typeof SPANS)[number];

/** Later than any promise, hold or retention period. */
const THE_LAST_DAY = '9999-12-31' as PlainDate;

/** Last day of the span, counted from today. */
export function lastDayOf(span: Span, today: PlainDate): PlainDate {
  switch (span) {
    case 'week':
      return addDays(mondayOf(today), 6);
    case 'next-week':
      return addDays(mondayOf(today), 13);
    case 'month':
      return lastOfMonth(today, 0);
    case 'next-month':
      return lastOfMonth(today, 1);
    case 'all':
      return THE_LAST_DAY;
  }
}

/** The Monday that begins the day’s week. */
export function mondayOf(day: PlainDate): PlainDate {
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

function lastOfMonth(day: PlainDate, monthsOn: number): PlainDate {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month + monthsOn, 0)).toISOString().slice(0, 10) as PlainDate;
}
