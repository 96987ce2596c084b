/** Somebody with several dates of birth on record is never shown as if they had one. */
import { expect, it } from 'vitest';
import { draftOfFields } from '../review/draft-of-fields.js';
import type { PlainDate } from '../shared/primitives.js';
import { createMemoryStore } from '../store/index.js';
import { buildSubject, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { compare } from './compare.js';
import { draftPerson } from './draft-person.js';
import type { Sides } from './reason.js';
import { seenBefore } from './seen-before.js';

const PAGE = {
  way: 'page',
  system: 'Practice',
  title: 'Referral',
  dates: { 'subject.bornOn': 'day-first' },
} as const;
const ON = '2010-05-02' as PlainDate;
const ALSO = '2009-05-02' as PlainDate;

it.each([
  ['gives every date of birth of somebody with several', [ALSO], [ON, ALSO]],
  ['gives none beside the one on record', [], undefined],
] as const)('%s', async (_, others, births) => {
  const host = testHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  const seen = seenBefore(store);
  const alsoRecorded = others.map((date) => ({
    what: 'bornOn' as const,
    date,
    notedOn: '2026-11-20' as PlainDate,
  }));
  const ada = buildSubject({ name: 'Ada Vael', bornOn: ON, alsoRecorded });
  await store.commit({ changes: [newRecord('subject', ada)], reason: 'case-work' });
  const values = { 'subject.name': ['Ada Vael'], 'subject.bornOn': ['02/05/2010'] };
  const sought = draftPerson(draftOfFields(values, PAGE, host));
  const { people } = await seen.look(sought, store.consult.bind(store), 'referral');
  expect(people.map(({ name, bornOn }) => [name, bornOn])).toEqual([['Ada Vael', ON]]);
  expect(people[0]?.births).toEqual(births);
});

it('compares the date read with each date of birth on record, and says which is the same and which differs', () => {
  const person = (...dates: readonly string[]) => ({
    values: [
      { kind: 'name', text: 'Ada Vael' } as const,
      ...dates.map((text) => ({ kind: 'bornOn', text }) as const),
    ],
  });
  const { reasons, against } = compare(person('2010-05-02'), person('1998-11-27', '2010-05-02'));
  const held = (sides: readonly Sides[]) => sides.map((each) => each.held.text);
  const both = reasons.find(({ kind }) => kind === 'surname-and-birth-date');
  expect(held(both?.said ?? [])).toEqual(['Ada Vael', '2010-05-02']);
  expect(held(against.map(({ said }) => said))).toEqual(['1998-11-27']);
  const neither = compare(person('2010-05-02'), person('1998-11-27', '2010-05-03'));
  expect(held(neither.against.map(({ said }) => said))).toEqual(['2010-05-03', '1998-11-27']);
  const same = compare(person('2010-05-02', '1998-11-27'), person('1998-11-27', '2010-05-02'));
  expect(same.against).toEqual([]);
});
