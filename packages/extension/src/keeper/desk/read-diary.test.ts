/** Namesakes in a diary: everybody on record may be one, and nobody whose record is closed to the officer. */
import {
  createMemoryStore,
  followDiary,
  gatherCodeLists,
  type PlainDate,
  type RecordId,
  workingCalendar,
} from '@cyber-prevent/core';
import {
  buildOnlineIdentifier,
  buildPromise,
  buildRecord,
  buildReferrer,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { readDiary } from './read-diary.js';

const TODAY = '2026-11-24' as PlainDate;
const LATER = '2026-12-31' as PlainDate;
const [ADA, OTHER] = [
  buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' }),
  buildSubject({ name: 'ada  vael', bornOn: '2012-01-09' }),
];

/** Something is due for the first of the two alone. */
async function read(...closed: readonly RecordId[]) {
  return readWith([ADA, OTHER], closed);
}

async function readWith(
  subjects: readonly ReturnType<typeof buildSubject>[],
  closed: readonly RecordId[] = [],
  more: readonly ReturnType<typeof newRecord>[] = [],
) {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const due = { subjectId: subjects[0]?.id, madeOn: '2026-11-02', dueOn: '2026-11-20' };
  await store.commit({
    changes: [
      ...subjects.map((each) => newRecord('subject', each)),
      newRecord('promise', buildPromise(due)),
      ...more,
    ],
    reason: 'case-work',
  });
  const diary = followDiary(store, { calendar: workingCalendar(), lists: gatherCodeLists() });
  const given = { diary, store, closed: { ids: async () => new Set(closed) } };
  const { people } = await readDiary(given, TODAY, TODAY);
  diary.stop();
  return people;
}

it('marks a person as a namesake of somebody with nothing due, and gives nothing of the other', async () => {
  expect(await read()).toEqual({
    [ADA.id]: { name: 'Ada Vael', bornOn: '2010-05-02', hasNamesake: true },
  });
});

it('counts nobody as a namesake whose record is closed to the officer', async () => {
  expect(await read(OTHER.id)).toEqual({ [ADA.id]: { name: 'Ada Vael', bornOn: '2010-05-02' } });
});

it('says of somebody whose name is not known what is known of them, as every list does', async () => {
  const { id, ...unnamed } = buildSubject({ name: 'Unknown', bornOn: undefined });
  const handle = { subjectId: id, asSeen: 'kestrel_77' };
  const people = await readWith(
    [{ id, ...unnamed }],
    [],
    [newRecord('onlineIdentifier', buildOnlineIdentifier(handle))],
  );
  expect(people[id]).toMatchObject({
    name: 'Unknown',
    hasNamesake: true,
    known: { by: 'handle', text: 'kestrel_77' },
  });
});

it('says when each thing about nobody came and who asked, and no word of a concern', async () => {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const referrer = buildReferrer({ name: 'Ottilie Brandt', organisation: 'Testford Academy' });
  const enquiry = buildRecord('enquiry', {
    referrerId: referrer.id,
    receivedOn: '2026-11-20',
    asked: 'Would you\ntake a boy?',
  });
  const concern = buildRecord('safeguardingConcern', {
    subjectId: undefined,
    told: ['nobody-yet'],
    what: 'He has a knife.',
  });
  await store.commit({
    changes: [
      newRecord('referrer', referrer),
      newRecord('enquiry', enquiry),
      newRecord('safeguardingConcern', concern),
    ],
    reason: 'case-work',
  });
  const diary = followDiary(store, { calendar: workingCalendar(), lists: gatherCodeLists() });
  const read = await readDiary(
    { diary, store, closed: { ids: async () => new Set() } },
    TODAY,
    LATER,
  );
  diary.stop();
  const held = await store.get('safeguardingConcern', concern.id);
  expect(read.unnamed).toEqual({
    [enquiry.id]: { at: '2026-11-20', by: 'Testford Academy', route: enquiry.route },
    [concern.id]: { at: held?.createdAt },
  });
  expect(read.begins).toEqual({ [enquiry.id]: 'Would you take a boy?' });
  expect(JSON.stringify(read)).not.toContain('knife');
});

it('says when each of two enquiries of the same asker, day and words was recorded, and of no other', async () => {
  const asked = 'Would you take a boy?';
  const of = (receivedOn: string) =>
    newRecord(
      'enquiry',
      buildRecord('enquiry', { asked, receivedOn, route: 'school', referrerId: undefined }),
    );
  const [one, twin, other] = [of('2026-11-20'), of('2026-11-20'), of('2026-11-19')];
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  await store.commit({ changes: [one, twin, other], reason: 'enquiry' });
  const diary = followDiary(store, { calendar: workingCalendar(), lists: gatherCodeLists() });
  const given = { diary, store, closed: { ids: async () => new Set<RecordId>() } };
  const { unnamed } = await readDiary(given, TODAY, LATER);
  diary.stop();
  const recorded = ({ record }: typeof one) => unnamed[record]?.recordedAt;
  expect([recorded(one), recorded(twin), recorded(other)]).toEqual([
    expect.stringMatching(/^2026-11-24T/),
    expect.stringMatching(/^2026-11-24T/),
    undefined,
  ]);
});

it('tells a promise on an enquiry by that enquiry', async () => {
  const asked = (words: string) =>
    buildRecord('enquiry', {
      asked: words,
      receivedOn: '2026-11-20',
      route: 'school',
      referrerId: undefined,
    });
  const all = [asked('Would you take a boy?'), asked('May a class visit?')];
  const promises = all.map(({ id }) =>
    buildPromise({
      subjectId: undefined,
      enquiryId: id,
      madeOn: '2026-11-02',
      dueOn: '2026-11-20',
    }),
  );
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  await store.commit({
    changes: [
      ...all.map((each) => newRecord('enquiry', each)),
      ...promises.map((each) => newRecord('promise', each)),
    ],
    reason: 'enquiry',
  });
  const diary = followDiary(store, { calendar: workingCalendar(), lists: gatherCodeLists() });
  const given = { diary, store, closed: { ids: async () => new Set<RecordId>() } };
  const { begins, unnamed, alike } = await readDiary(given, TODAY, LATER);
  diary.stop();
  expect(promises.map(({ id }) => begins[id as RecordId])).toEqual(all.map((each) => each.asked));
  expect(unnamed[promises[0]?.id as RecordId]).toEqual({ at: '2026-11-20', route: 'school' });
  expect(alike).toEqual({});
});
