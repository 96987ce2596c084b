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
} from '@cyber-prevent/core';

const calendar = workingCalendar();

type Rules = Pick<DiaryContext, 'limits' | 'retention' | 'monitoring' | 'officer'>;

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
