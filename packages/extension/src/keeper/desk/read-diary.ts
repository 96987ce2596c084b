/** The diary as a page may have it: the requested lines, with the people and the referrals that they are about. */
import {
  type ClosedRecords,
  type DiaryEntry,
  diaryCounts,
  type FollowedDiary,
  firstWords,
  foldText,
  type PlainDate,
  type RecordId,
  type RecordKind,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import { placesAmong, placesOfDay, type Referred } from '../../components/list/same-day.js';
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
  const read = await diary.read(today);
  const hidden = await closed.ids();
  // An officer's own declaration is about a closed case; that it is to be told says nothing about the person.
  const whole = { ...read, entries: read.entries.filter(({ record }) => !hidden.has(record)) };
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
  const held = await heldBy(entries, store);
  const referrals = referralsOf(shown, made, held);
  const unnamed = await unnamedOf(entries, held, store);
  const alike = alikeOf(entries, { ...unnamed, referrals, held });
  const counts = diaryCounts(whole);
  return { today, entries, counts, issues: whole.issues, people, ...unnamed, referrals, alike };
}

type Held = ReadonlyMap<RecordId, StoredRecord>;

/** The record of each entry. */
async function heldBy(entries: readonly DiaryEntry[], store: DiarySource['store']): Promise<Held> {
  const held = new Map<RecordId, StoredRecord>();
  for (const { kind, record } of entries) {
    const found: StoredRecord | undefined = held.get(record) ?? (await store.get(kind, record));
    if (found) held.set(record, found);
  }
  return held;
}

/** Facts that tell entries about nobody apart. The words of a concern are read once it is opened, which is logged. */
async function unnamedOf(
  entries: readonly DiaryEntry[],
  records: Held,
  store: DiarySource['store'],
): Promise<Pick<DiaryRead, 'begins' | 'unnamed'>> {
  const begins: Record<RecordId, string> = {};
  const unnamed: Record<RecordId, DiaryUnnamed> = {};
  const alike = new Map<
    string,
    { readonly record: RecordId; readonly of: StoredRecord<'enquiry'> }[]
  >();
  for (const { record, about, enquiry } of entries) {
    if (about !== undefined || unnamed[record] !== undefined) continue;
    const own = records.get(record);
    const isTold = isOf(own, 'safeguardingConcern') || enquiry === undefined;
    // A promise on an enquiry is told by the enquiry.
    const held: StoredRecord | undefined = isTold ? own : await store.get('enquiry', enquiry);
    if (isOf(held, 'safeguardingConcern')) unnamed[record] = { at: held.createdAt };
    if (isOf(held, 'onlineIdentifier')) {
      begins[record] = firstWords(held.value.asSeen);
      unnamed[record] = { at: held.value.firstSeenOn };
    }
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
      alike.set(reads, [...(alike.get(reads) ?? []), { record, of: held }]);
    }
  }
  for (const each of alike.values())
    if (new Set(each.map(({ of }) => of.id)).size > 1)
      for (const { record, of } of each) {
        const told = unnamed[record];
        if (told) unnamed[record] = { ...told, recordedAt: of.createdAt };
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
function referralsOf(
  entries: readonly DiaryEntry[],
  referrals: readonly StoredRecord<'referral'>[],
  held: Held,
): DiaryRead['referrals'] {
  const known = new Map(referrals.map((each) => [each.id, each.value]));
  const counts = new Map<RecordId, number>();
  for (const { value } of referrals)
    counts.set(value.subjectId, (counts.get(value.subjectId) ?? 0) + 1);
  const places = placesOfDay(referrals.map(asReferred));
  const found: Record<RecordId, DiaryReferral> = {};
  for (const { record } of entries) {
    const id = known.has(record) ? record : referralNamed(held.get(record));
    const referral = id && known.get(id);
    if (!referral) continue;
    const { subjectId, receivedOn, status } = referral;
    const [reference] = referencesOf(referral);
    const place = places.get(id);
    found[record] = {
      ...(reference === undefined ? {} : { reference }),
      ...((counts.get(subjectId) ?? 0) > 1 ? { hasAnother: true } : {}),
      ...(place && { place }),
      receivedOn,
      status,
    };
  }
  return found;
}

function asReferred({ id, createdAt, value }: StoredRecord<'referral'>): Referred {
  const { subjectId, receivedOn } = value;
  return { id, subjectId, receivedOn, createdAt };
}

/** The reference first that lists say of it. */
function referencesOf({
  reference,
  otherReferences,
}: StoredRecord<'referral'>['value']): readonly string[] {
  return reference === undefined ? otherReferences : [reference, ...otherReferences];
}

function referralNamed(record: StoredRecord | undefined): RecordId | undefined {
  return record && 'referralId' in record.value ? record.value.referralId : undefined;
}

/** Places of the entries whose rows would read the same: of two promises of one wording, or two concerns of one minute. */
function alikeOf(
  entries: readonly DiaryEntry[],
  {
    referrals,
    begins,
    unnamed,
    held,
  }: Pick<DiaryRead, 'referrals' | 'begins' | 'unnamed'> & { held: Held },
): DiaryRead['alike'] {
  const readsAs = ({ about, record, what, why, by, riskNow }: DiaryEntry): string => {
    const { reference, receivedOn, hasAnother, place } = referrals[record] ?? {};
    const told = about === undefined ? unnamed[record] : undefined;
    const { at, by: asker, route, recordedAt } = told ?? {};
    const said = JSON.stringify([
      about ?? [
        at && minuteOf(at),
        asker ?? route,
        begins[record],
        recordedAt && minuteOf(recordedAt),
      ],
      reference ?? (hasAnother ? [receivedOn, place] : undefined),
      ...[what, why, by, riskNow],
    ]);
    return foldText(said);
  };
  const places = placesAmong(entries, readsAs, ({ record }) => held.get(record)?.createdAt ?? '');
  return Object.fromEntries(places);
}

/** A row says no seconds. */
const minuteOf = (moment: string): string => moment.slice(0, 'YYYY-MM-DDTHH:MM'.length);
