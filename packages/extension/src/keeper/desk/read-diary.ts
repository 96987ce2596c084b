/** The diary as a page may have it: the requested lines, and the names in them. */
import {
  type ClosedRecords,
  diaryCounts,
  type FollowedDiary,
  type PlainDate,
  type RecordId,
  type RecordStore,
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
  const people = await peopleOf(
    new Set(entries.flatMap(({ about }) => (about && !hidden.has(about) ? [about] : []))),
    store,
  );
  return { today, entries, counts: diaryCounts(whole), issues: whole.issues, people };
}

async function peopleOf(
  ids: ReadonlySet<RecordId>,
  store: DiarySource['store'],
): Promise<DiaryRead['people']> {
  if (ids.size === 0) return {};
  const references = new Map<RecordId, { readonly on: string; readonly reference: string }>();
  for (const { value } of await store.query('referral')) {
    const { subjectId, reference, receivedOn: on } = value;
    if (reference === undefined || !ids.has(subjectId)) continue;
    if (on >= (references.get(subjectId)?.on ?? '')) references.set(subjectId, { on, reference });
  }
  const people: Record<RecordId, DiaryPerson> = {};
  for (const id of ids) {
    const subject = await store.get('subject', id);
    if (!subject) continue;
    const { reference } = references.get(id) ?? {};
    const { name, bornOn } = subject.value;
    people[id] = {
      name,
      ...(bornOn === undefined ? {} : { bornOn }),
      ...(reference === undefined ? {} : { reference }),
    };
  }
  return people;
}
