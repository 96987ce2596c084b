/**
 * The next due entry of each record, for the columns of a list: taken from the diary, so that a list and *Today* never
 * differ.
 */
import type { DiaryEntry, PlainDate, RecordId } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import type { DiaryPerson, DiaryReferral } from '../../../ports/diary-read.js';
import { useDiary } from '../today/use-diary.js';

export interface DueOfRecords {
  /** The most urgent entry of each record. */
  readonly due: ReadonlyMap<RecordId, DiaryEntry>;
  /** The most urgent entry about each person, whatever record it is of. */
  readonly dueOf: ReadonlyMap<RecordId, DiaryEntry>;
  /** False until the diary is read: an order by day would change under the hand. */
  readonly isRead: boolean;
  /** People that the entries are about. */
  readonly people: Readonly<Record<RecordId, DiaryPerson>>;
  /** The referral that an entry is about, by the id of its record. */
  readonly referrals: Readonly<Record<RecordId, DiaryReferral>>;
}

/** No limit on how far ahead an entry is due. */
const ALWAYS = '9999-12-31' as PlainDate;

/** Empty until it is read, and if it cannot be: the list itself is shown anyway. */
export function useDue(): DueOfRecords {
  const { value } = useDiary(ALWAYS).shown;
  return useMemo(() => {
    const [due, dueOf] = [new Map<RecordId, DiaryEntry>(), new Map<RecordId, DiaryEntry>()];
    if (value.name !== 'shown')
      return { due, dueOf, people: {}, referrals: {}, isRead: value.name === 'failed' };
    for (const entry of value.diary.entries) {
      if (!due.has(entry.record)) due.set(entry.record, entry);
      const { about } = entry;
      if (about !== undefined && !dueOf.has(about)) dueOf.set(about, entry);
    }
    const { people, referrals } = value.diary;
    return { due, dueOf, people, referrals, isRead: true };
  }, [value]);
}
