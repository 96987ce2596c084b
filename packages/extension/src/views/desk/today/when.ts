/** Due days in words: the day, and its distance from today, in working days where a rule counts them. */
import {
  addDays,
  type DiaryEntry,
  type PlainDate,
  workingCalendar,
  workingDaysBetween,
  writtenDate,
} from '@cyber-prevent/core';
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

type Due = Pick<DiaryEntry, 'by' | 'inWorkingDays'>;

/**
 * “3 days over”, “Today”, “Tomorrow”, “in 4 working days”: each count says its unit. Where no working day lies between,
 * or the table of bank holidays has run out, days of the calendar are counted.
 */
export function howFar({ by, inWorkingDays }: Due, today: PlainDate): string {
  if (by === undefined || by === today) return t('today.is-due');
  if (by === addDays(today, 1)) return t('today.tomorrow');
  const working = inWorkingDays ? workingDays(by, today) : 0;
  if (working > 0)
    return t(by < today ? 'today.working-days-over' : 'today.working-days-to', { count: working });
  const count = Math.abs(daysUntil(by, today));
  return by < today ? t('today.days-over', { count }) : t('today.days-to', { count });
}

/** “Overdue: 9 Nov”, “Due 4 Dec”: the day itself where there is no room for a count and its unit. */
export function briefFar({ by }: Pick<DiaryEntry, 'by'>, today: PlainDate): string {
  if (by === undefined || by === today) return t('today.is-due');
  if (by === addDays(today, 1)) return t('today.tomorrow');
  return t(by < today ? 'today.over.short' : 'today.to.short', { day: briefDay(by, today) });
}

/** `27 November 2026, in 4 days`. */
export function dueWords(due: Due, today: PlainDate): string {
  const { by } = due;
  if (by === undefined) return t('due.no-day');
  const far = howFar(due, today);
  return t('due.on', { date: writtenDate(by), far: far.charAt(0).toLowerCase() + far.slice(1) });
}

const calendar = workingCalendar();

/** Working days from the earlier to the later; 0 if they cannot be counted. */
function workingDays(by: PlainDate, today: PlainDate): number {
  const [from, to] = by < today ? [by, today] : [today, by];
  const counted = workingDaysBetween(from, to, calendar);
  return counted.ok ? counted.value : 0;
}

function daysUntil(by: PlainDate, today: PlainDate): number {
  return Math.round((Date.parse(by) - Date.parse(today)) / DAY);
}

const DAY = 24 * 60 * 60 * 1000;

/** Number of entries due later than the days asked for. */
export function laterThan({ counts, entries }: Pick<DiaryRead, 'counts' | 'entries'>): number {
  return counts.overdue + counts.due + counts.coming - entries.length;
}
