/** Due entries of a few records, by record: the same fold as the diary's, so that a list and *Today* never differ. */
import {
  type CodeLists,
  type DiaryContext,
  type DiaryEntry,
  diary,
  type PlainDate,
  type RecordId,
  type StoredRecord,
  workingCalendar,
  workingDaysBetween,
  writtenDate,
} from '@cyber-prevent/core';
import { t } from '../../locales/late.js';

const calendar = workingCalendar();

type Rules = Pick<DiaryContext, 'limits' | 'retention' | 'officer'>;

/** All of it, the most urgent first. */
export function allDue(
  records: readonly StoredRecord[],
  today: PlainDate,
  lists: CodeLists,
  rules: Rules,
): readonly DiaryEntry[] {
  return diary(records, { today, calendar, lists, ...rules }).entries;
}

/** The first entry of each record, the most urgent. */
export function dueNow(
  records: readonly StoredRecord[],
  today: PlainDate,
  lists: CodeLists,
  rules: Rules,
): ReadonlyMap<RecordId, DiaryEntry> {
  const first = new Map<RecordId, DiaryEntry>();
  for (const entry of allDue(records, today, lists, rules))
    if (!first.has(entry.record)) first.set(entry.record, entry);
  return first;
}

/** `27 November 2026, in 2 working days`; the day alone if it is beyond the table of bank holidays. */
export function dueWords({ by }: Pick<DiaryEntry, 'by'>, today: PlainDate): string {
  if (by === undefined) return t('due.no-day');
  const date = writtenDate(by);
  if (by === today) return t('due.today', { date });
  const days = workingDaysBetween(today, by, calendar);
  if (!days.ok) return date;
  if (by < today) return t('due.overdue', { date, count: Math.max(1, -days.value) });
  return t('due.in', { date, count: days.value });
}
