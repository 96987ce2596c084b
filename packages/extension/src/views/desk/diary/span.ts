/** Span of the diary, and the weeks that it is divided into. */
import { addDays, type DiaryEntry, type PlainDate } from '@cyber-prevent/core';

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

/** A group of due entries. */
export interface Stretch {
  /**
   * Urgent and overdue have groups of their own; otherwise the Monday of a week, or `no-day` if no day could be worked
   * out.
   */
  readonly of: 'urgent' | 'overdue' | 'no-day' | PlainDate;
  readonly entries: readonly DiaryEntry[];
}

/** Groups in the order of the entries, which is that of the diary. */
export function stretchesOf(entries: readonly DiaryEntry[]): readonly Stretch[] {
  const found = new Map<Stretch['of'], DiaryEntry[]>();
  for (const entry of entries) {
    const of = stretchOf(entry);
    const own = found.get(of);
    if (own) own.push(entry);
    else found.set(of, [entry]);
  }
  return [...found].map(([of, own]) => ({ of, entries: own }));
}

function stretchOf({ isUrgent, state, by }: DiaryEntry): Stretch['of'] {
  if (isUrgent) return 'urgent';
  if (state === 'overdue') return 'overdue';
  return by === undefined ? 'no-day' : mondayOf(by);
}
