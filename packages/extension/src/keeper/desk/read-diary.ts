/** The diary as a page may have it: the requested lines, with the people and the referrals that they are about. */
import {
  type ClosedRecords,
  type DiaryEntry,
  diaryCounts,
  type FollowedDiary,
  firstWords,
  type PlainDate,
  type RecordId,
  type RecordKind,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { DiaryRead, DiaryReferral, DiaryUnnamed } from '../../ports/diary-read.js';
import { diaryPeople } from './diary-people.js';

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
  const [subjects, made] =
    ids.size === 0
      ? [[], []]
      : await Promise.all([store.query('subject'), store.query('referral')]);
  // A closed record is nobody's namesake: that would say whose it is.
  const open = subjects.filter(({ id }) => !hidden.has(id));
  const people = await diaryPeople(ids, open, made, (subjectId) =>
    store.query('onlineIdentifier', { subjectId }),
  );
  const referrals = await referralsOf(shown, made, store);
  const unnamed = await unnamedOf(entries, store);
  const counts = diaryCounts(whole);
  return { today, entries, counts, issues: whole.issues, people, ...unnamed, referrals };
}

/** Facts that tell entries about nobody apart. The words of a concern are read once it is opened, which is logged. */
async function unnamedOf(
  entries: readonly DiaryEntry[],
  store: DiarySource['store'],
): Promise<Pick<DiaryRead, 'begins' | 'unnamed'>> {
  const begins: Record<RecordId, string> = {};
  const unnamed: Record<RecordId, DiaryUnnamed> = {};
  const alike = new Map<string, StoredRecord<'enquiry'>[]>();
  for (const { kind, record, about } of entries) {
    if (about !== undefined || unnamed[record] !== undefined) continue;
    const held: StoredRecord | undefined = await store.get(kind, record);
    if (isOf(held, 'safeguardingConcern')) unnamed[record] = { at: held.createdAt };
    if (isOf(held, 'advice')) {
      const { asked, givenOn, organisation } = held.value;
      begins[record] = firstWords(asked);
      unnamed[record] = {
        at: givenOn,
        ...(organisation === undefined ? {} : { by: organisation }),
      };
    }
    if (isOf(held, 'enquiry')) {
      const { asked, receivedOn, referrerId, route } = held.value;
      const referrer = referrerId && (await store.get('referrer', referrerId))?.value;
      const by = referrer && (referrer.organisation ?? referrer.name);
      begins[record] = firstWords(asked);
      unnamed[record] = { at: receivedOn, route, ...(by === undefined ? {} : { by }) };
      const reads = JSON.stringify([by ?? route, receivedOn, begins[record]]);
      alike.set(reads, [...(alike.get(reads) ?? []), held]);
    }
  }
  for (const each of alike.values())
    if (each.length > 1)
      for (const { id, createdAt } of each) {
        const told = unnamed[id];
        if (told) unnamed[id] = { ...told, recordedAt: createdAt };
      }
  return { begins, unnamed };
}

function isOf<K extends RecordKind>(
  record: StoredRecord | undefined,
  kind: K,
): record is StoredRecord<K> {
  return record?.kind === kind;
}

/** The referral that each entry is about: its record, or the one that its record names. */
async function referralsOf(
  entries: readonly DiaryEntry[],
  referrals: readonly StoredRecord<'referral'>[],
  store: DiarySource['store'],
): Promise<DiaryRead['referrals']> {
  const known = new Map(referrals.map(({ id, value }) => [id, value]));
  const found: Record<RecordId, DiaryReferral> = {};
  for (const { kind, record } of entries) {
    const id = known.has(record) ? record : await referralNamed(store, kind, record);
    const referral = id && known.get(id);
    if (!referral) continue;
    const { reference, receivedOn, status } = referral;
    found[record] = { ...(reference === undefined ? {} : { reference }), receivedOn, status };
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
