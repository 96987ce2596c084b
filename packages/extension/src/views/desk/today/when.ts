/** Due days in words: the day, and its distance from today. */
import { type DiaryEntry, type PlainDate, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';

const DAY_MS = 86_400_000;

/** Whole days from one civil day to another; negative if the other is earlier. */
export function daysFrom(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** “Friday 27 November 2026”. */
export function writtenDay(date: PlainDate): string {
  const name = WEEKDAYS[new Date(date).getUTCDay()] ?? '';
  return `${name} ${writtenDate(date)}`;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export function howFar({ by, state }: Pick<DiaryEntry, 'by' | 'state'>, today: PlainDate): string {
  const days = by === undefined ? 0 : daysFrom(today, by);
  if (state === 'overdue') return t('today.days-over', { count: -days });
  return state === 'due' ? t('today.is-due') : t('today.days-to', { count: days });
}

/** Number of entries due later than the days asked for. */
export function laterThan({ counts, entries }: Pick<DiaryRead, 'counts' | 'entries'>): number {
  return counts.overdue + counts.due + counts.coming - entries.length;
}
