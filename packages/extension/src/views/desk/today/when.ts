/** Due days in words: the day, and its distance from today in the unit that its limit is counted in. */
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

export function nearnessOf(
  { by, inDanger }: Omit<DueDay, 'inCalendarDays'>,
  today: PlainDate,
): Nearness {
  if (by !== undefined && by < today) return 'over';
  if (inDanger) return 'near';
  return by === undefined || by <= addDays(today, 1) ? 'near' : 'far';
}

type DueDay = Pick<DiaryEntry, 'by' | 'inCalendarDays' | 'inDanger'>;

/**
 * “3 working days overdue”, “Today”, “Tomorrow”, “in 4 working days”; “in 4 days” of a limit that is not counted in working
 * days. Where no working day lies between, the table of bank holidays has run out, or a day is more than a year off, the
 * day itself is said. “Now” while somebody is in immediate danger, unless it is late: no limit is time to wait.
 */
export function howFar(due: DueDay, today: PlainDate): string {
  return countedWords(due, today) ?? briefFar(due, today);
}

/** “Overdue: 9 Nov”, “Due 4 Dec”: the day itself where there is no room for a count and its unit. */
export function briefFar(due: Omit<DueDay, 'inCalendarDays'>, today: PlainDate): string {
  const { by } = due;
  if (isForNow(due, today)) return t('today.now');
  if (by === undefined || by === today) return t('today.is-due');
  if (by === addDays(today, 1)) return t('today.tomorrow');
  return t(by < today ? 'today.over.short' : 'today.to.short', { day: briefDay(by, today) });
}

/** `27 November 2026, in 4 working days`. */
export function dueWords(due: DueDay, today: PlainDate): string {
  const { by } = due;
  if (by === undefined) return t('due.no-day');
  const date = writtenDate(by);
  if (isForNow(due, today)) return t('due.now', { date });
  const far = countedWords(due, today) ?? (by < today ? t('today.overdue') : undefined);
  if (far === undefined) return date;
  return t('due.on', { date, far: far.charAt(0).toLowerCase() + far.slice(1) });
}

/** “Fri 27 Nov”, the day in a column of its own; the latest day of what is for now. */
export function limitDay(due: DueDay, today: PlainDate): string {
  if (due.by === undefined) return t('today.no-day');
  const day = shortDay(due.by, today);
  return isForNow(due, today) && due.by !== today ? t('today.latest', { day }) : day;
}

/** True of what answers immediate danger and is not late yet. */
function isForNow({ by, inDanger }: Omit<DueDay, 'inCalendarDays'>, today: PlainDate): boolean {
  return inDanger === true && (by === undefined || by >= today);
}

/** Undefined where there is nothing to count. */
function countedWords(due: DueDay, today: PlainDate): string | undefined {
  const { by, inCalendarDays } = due;
  if (isForNow(due, today)) return t('today.now');
  if (by === undefined || by === today) return t('today.is-due');
  if (by === addDays(today, 1)) return t('today.tomorrow');
  if (inCalendarDays) {
    const count = Math.abs(Date.parse(by) - Date.parse(today)) / DAY_MS;
    if (count > YEAR_DAYS) return undefined;
    return t(by < today ? 'today.days-over' : 'today.days-to', { count });
  }
  const count = workingDays(by, today);
  if (count === 0) return undefined;
  return t(by < today ? 'today.working-days-over' : 'today.working-days-to', { count });
}

const DAY_MS = 86_400_000;
/** The longest distance that is counted in calendar days. */
const YEAR_DAYS = 366;
const calendar = workingCalendar();

/** Working days already counted, by the two days: the rows of a list have few different ones. */
const counted = new Map<string, number>();

/** Working days from the earlier to the later; 0 if they cannot be counted. */
function workingDays(by: PlainDate, today: PlainDate): number {
  const [from, to] = by < today ? [by, today] : [today, by];
  const key = `${from} ${to}`;
  const found = counted.get(key);
  if (found !== undefined) return found;
  const between = workingDaysBetween(from, to, calendar);
  const count = between.ok ? between.value : 0;
  counted.set(key, count);
  return count;
}

/** Number of entries due later than the days asked for. */
export function laterThan({ counts, entries }: Pick<DiaryRead, 'counts' | 'entries'>): number {
  return counts.overdue + counts.due + counts.coming - entries.length;
}
