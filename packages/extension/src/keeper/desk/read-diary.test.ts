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
  buildPromise,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import { expect, it } from 'vitest';
import { readDiary } from './read-diary.js';

const TODAY = '2026-11-24' as PlainDate;
const [ADA, OTHER] = [
  buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' }),
  buildSubject({ name: 'ada  vael', bornOn: '2012-01-09' }),
];

/** Something is due for the first of the two alone. */
async function read(...closed: readonly RecordId[]) {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const due = { subjectId: ADA.id, madeOn: '2026-11-02', dueOn: '2026-11-20' };
  await store.commit({
    changes: [
      newRecord('subject', ADA),
      newRecord('subject', OTHER),
      newRecord('promise', buildPromise(due)),
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
