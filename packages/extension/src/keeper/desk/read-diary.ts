/** The diary as a page may have it: the requested lines, and the names in them. */
import {
  type ClosedRecords,
  type DiaryEntry,
  diaryCounts,
  type FollowedDiary,
  type PlainDate,
  type RecordId,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { DiaryPerson, DiaryRead } from '../../ports/diary-read.js';

export interface DiarySource {
  readonly diary: FollowedDiary;
  readonly store: Pick<RecordStore, 'get' | 'query'>;
  readonly closed: Pick<ClosedRecords, 'ids'>;
}

/** @param to - the last day of upcoming entries */
export async function readDiary(
  { diary, store, closed }: DiarySource,
  today: PlainDate,
  to: PlainDate,
): Promise<DiaryRead> {
  const held = await diary.read(today);
  const hidden = await closed.ids();
  // An officer's own declaration is about a closed case; that it is to be told says nothing about the person.
  const whole = { ...held, entries: held.entries.filter(({ record }) => !hidden.has(record)) };
  const entries = whole.entries.filter(
    ({ isUrgent, state, by = today }) => isUrgent || state !== 'coming' || by <= to,
  );
  const shown = entries.filter(({ about }) => about && !hidden.has(about));
  const ids = new Set(shown.flatMap(({ about }) => about ?? []));
  const referrals = ids.size === 0 ? [] : await store.query('referral');
  const [people, references] = await Promise.all([
    peopleOf(ids, referrals, store),
    referencesOf(shown, referrals, store),
  ]);
  return { today, entries, counts: diaryCounts(whole), issues: whole.issues, people, references };
}

async function peopleOf(
  ids: ReadonlySet<RecordId>,
  referrals: readonly StoredRecord<'referral'>[],
  store: DiarySource['store'],
): Promise<DiaryRead['people']> {
  const known = new Map<RecordId, Set<string>>();
  for (const { value } of referrals) {
    const { subjectId, reference } = value;
    if (reference === undefined || !ids.has(subjectId)) continue;
    known.set(subjectId, (known.get(subjectId) ?? new Set()).add(reference));
  }
  const people: Record<RecordId, DiaryPerson> = {};
  for (const id of ids) {
    const subject = await store.get('subject', id);
    if (!subject) continue;
    const [reference, another] = known.get(id) ?? [];
    const { name, bornOn } = subject.value;
    people[id] = {
      name,
      ...(bornOn === undefined ? {} : { bornOn }),
      ...(reference === undefined || another !== undefined ? {} : { reference }),
    };
  }
  return people;
}

/** Reference of the referral that each entry is about: its record, or the one that its record names. */
async function referencesOf(
  entries: readonly DiaryEntry[],
  referrals: readonly StoredRecord<'referral'>[],
  store: DiarySource['store'],
): Promise<DiaryRead['references']> {
  const known = new Map(referrals.map(({ id, value }) => [id, value.reference]));
  const found: Record<RecordId, string> = {};
  for (const { kind, record } of entries) {
    const referral = known.has(record) ? record : await referralNamed(store, kind, record);
    const reference = referral && known.get(referral);
    if (reference !== undefined) found[record] = reference;
  }
  return found;
}

async function referralNamed(
  store: DiarySource['store'],
  kind: DiaryEntry['kind'],
  id: RecordId,
): Promise<RecordId | undefined> {
  const value = (await store.get(kind, id))?.value;
  return value && 'referralId' in value ? value.referralId : undefined;
}
