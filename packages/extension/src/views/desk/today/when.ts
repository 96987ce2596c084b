/** Due days in words: the day, and its distance from today in days of the calendar. */
import { addDays, type DiaryEntry, type PlainDate, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import type { DiaryRead } from '../../../ports/diary-read.js';

/** “Friday 27 November 2026”. */
export function writtenDay(date: PlainDate): string {
  const name = WEEKDAYS[new Date(date).getUTCDay()] ?? '';
  return `${name} ${writtenDate(date)}`;
}

/** “Fri 27 Nov”, as in rows; with the year if it is another one. */
export function shortDay(date: PlainDate, today: PlainDate): string {
  const [day = '', month = '', year = ''] = writtenDate(date).split(' ');
  const name = (WEEKDAYS[new Date(date).getUTCDay()] ?? '').slice(0, 3);
  const short = `${name} ${day} ${month.slice(0, 3)}`;
  return date.slice(0, 4) === today.slice(0, 4) ? short : `${short} ${year}`;
}

/** “2 Oct 2026”, as in columns of days gone by; without the year if it is that of today. */
export function briefDay(date: PlainDate, today?: PlainDate): string {
  const [day = '', month = '', year = ''] = writtenDate(date).split(' ');
  const brief = `${day} ${month.slice(0, 3)}`;
  return date.slice(0, 4) === today?.slice(0, 4) ? brief : `${brief} ${year}`;
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** The urgency of a day. It only chooses a colour: the words give it too. */
type Nearness = 'over' | 'near' | 'far';

export function nearnessOf({ by }: Pick<DiaryEntry, 'by'>, today: PlainDate): Nearness {
  if (by !== undefined && by < today) return 'over';
  return by === undefined || by <= addDays(today, 1) ? 'near' : 'far';
}

/**
 * “3 days over”, “Today”, “Tomorrow”, “in 4 days”: by the calendar, as anybody counts them who sees the day. Limits in
 * working days are already in the day itself.
 */
export function howFar({ by }: Pick<DiaryEntry, 'by'>, today: PlainDate): string {
  if (by === undefined || by === today) return t('today.is-due');
  if (by === addDays(today, 1)) return t('today.tomorrow');
  const count = Math.abs(daysUntil(by, today));
  return by < today ? t('today.days-over', { count }) : t('today.days-to', { count });
}

/** `27 November 2026, in 4 days`. */
export function dueWords({ by }: Pick<DiaryEntry, 'by'>, today: PlainDate): string {
  if (by === undefined) return t('due.no-day');
  const far = howFar({ by }, today);
  return t('due.on', { date: writtenDate(by), far: far.charAt(0).toLowerCase() + far.slice(1) });
}

function daysUntil(by: PlainDate, today: PlainDate): number {
  return Math.round((Date.parse(by) - Date.parse(today)) / DAY);
}

const DAY = 24 * 60 * 60 * 1000;

/** Number of entries due later than the days asked for. */
export function laterThan({ counts, entries }: Pick<DiaryRead, 'counts' | 'entries'>): number {
  return counts.overdue + counts.due + counts.coming - entries.length;
}
