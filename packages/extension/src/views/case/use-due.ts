/** What each record needs next, for the columns of a list: of the diary, so that a list and *Today* never differ. */
import type { DiaryEntry, PlainDate, RecordId } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import type { DiaryPerson } from '../../ports/diary-service.js';
import { useDiary } from '../desk/today/use-diary.js';

export interface DueOfRecords {
  /** The most urgent entry of each record. */
  readonly due: ReadonlyMap<RecordId, DiaryEntry>;
  /** Those whom the entries are about. */
  readonly people: Readonly<Record<RecordId, DiaryPerson>>;
}

/** However far ahead it is due. */
const ALWAYS = '9999-12-31' as PlainDate;

/** Nothing until it is read, and where it cannot be: the list itself is there all the same. */
export function useDue(): DueOfRecords {
  const { value } = useDiary(ALWAYS).shown;
  return useMemo(() => {
    const due = new Map<RecordId, DiaryEntry>();
    if (value.name !== 'shown') return { due, people: {} };
    for (const entry of value.diary.entries)
      if (!due.has(entry.record)) due.set(entry.record, entry);
    return { due, people: value.diary.people };
  }, [value]);
}
