/** The practice caseload searched: each of its people by whatever is on record, as an officer half remembers it. */
import {
  createMemoryStore,
  gatherCodeLists,
  type Instant,
  type PlainDate,
  type RecordId,
  type RecordStore,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import { findPeople } from '@cyber-prevent/core/find';
import { testHost, testSigner } from '@cyber-prevent/core/testing';
import { beforeAll, expect, it } from 'vitest';
import { CASELOAD_PARTS, caseloadPart, commitOver } from './caseload.js';
import HAND_QUERIES from './hand-queries.json' with { type: 'json' };
import { bornOn, personOf } from './person.js';

/** The day that the queries of the file were written for: years of birth follow from it. */
const DAY = '2026-11-30' as PlainDate;
const lists = gatherCodeLists();
const officer = {
  id: '0ff1ce00-0000-4000-8000-000000000001' as RecordId,
  name: 'DC Rowan Thackeray',
  regime: 'part3',
} as const;

let store: RecordStore;
let firstThree: (words: string) => Promise<readonly RecordId[]>;
let people: readonly StoredRecord<'subject'>[];

beforeAll(async () => {
  store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const at = `${DAY}T09:30:00.000Z` as Instant;
  const options = { seed: 'find', day: DAY, at, officer, lists, digest: testHost().digest };
  for (const part of CASELOAD_PARTS)
    for (const step of await caseloadPart(part, options)) {
      if ('commit' in step) await store.commit(await commitOver(step.commit, store));
      else await store.dispose(step.dispose, step.reason);
    }
  const { find } = findPeople(store, { lists });
  firstThree = async (words) => (await find(words)).found.slice(0, 3).map(({ id }) => id);
  people = await store.query('subject');
});

/** Everything typed for one person: each thing as it is on record, in part, or not quite right. */
async function typedFor({ id, value }: StoredRecord<'subject'>): Promise<readonly string[]> {
  const [referrals, handles, related] = await Promise.all([
    store.query('referral', { subjectId: id }),
    store.query('onlineIdentifier', { subjectId: id }),
    store.query('relatedPerson', { subjectId: id }),
  ]);
  const [first = '', last = ''] = value.name.split(' ');
  const { bornOn, phones, schools } = value;
  const twoRare = (text: string) =>
    [...new Set(text.match(/\p{L}{7,}/gu) ?? [])].slice(-3).join(' ');
  return [
    value.name,
    `${last} ${first}`,
    `${last}, ${first.slice(0, 3)}`,
    `${first.slice(0, 2)}${first.slice(3)} ${last}`,
    `${first} ${last.slice(0, 2)}${last[3]}${last[2]}${last.slice(4)}`,
    ...handles.flatMap(({ value: { asSeen } }) => [asSeen, asSeen.slice(2, -1), asSeen.slice(-6)]),
    ...phones.flatMap((phone) => [phone, phone.slice(-6), phone.replace(/^0/, '+44 ')]),
    ...referrals.flatMap(({ value: { reference = value.name } }) => [
      reference,
      reference.toLowerCase().replace(/[^a-z0-9]+/g, ' '),
      `${reference.slice(-4)} ${first}`,
    ]),
    ...related.flatMap(({ value: { name } }) => name ?? []),
    ...(bornOn ? [`${first} ${bornOn.slice(0, 4)}`, writtenDate(bornOn)] : []),
    ...schools.map(({ name }) => `${name.split(' ')[0]} ${last}`),
    ...referrals.map(({ value: { narrative = value.name } }) => twoRare(narrative)),
  ];
}

it('finds each of its people among the first three for 97 of 100 queries', async () => {
  const missed: string[] = [];
  let count = 0;
  for (const person of people)
    for (const words of await typedFor(person)) {
      count += 1;
      if (!(await firstThree(words)).includes(person.id))
        missed.push(`${person.value.name}: ${words}`);
    }
  expect(count).toBeGreaterThan(300);
  expect(missed.length / count, missed.join('\n')).toBeLessThanOrEqual(0.03);
});

it('finds somebody meant for 97 of 100 queries that another wrote by hand from its people', async () => {
  // The typed words, then the keys of everybody who may be meant.
  const queries = Object.entries(HAND_QUERIES).flatMap(([kind, typed]) =>
    typed.map(([words = '', ...meant]) => ({ kind, words, meant })),
  );
  const idOf = (key: string): RecordId | undefined => {
    const person = personOf(key);
    const born = bornOn(person, DAY);
    return people.find(({ value }) => value.name === person.name && value.bornOn === born)?.id;
  };
  const missed: string[] = [];
  for (const { kind, words, meant } of queries) {
    const ids = meant.map(idOf);
    expect(ids.some(Boolean), `${kind}: ${words}`).toBe(true);
    const found = await firstThree(words);
    if (!found.some((id) => ids.includes(id)))
      missed.push(`${kind}: ${words} (${meant.join(', ')})`);
  }
  expect(queries.length).toBeGreaterThan(300);
  expect(missed.length / queries.length, missed.join('\n')).toBeLessThanOrEqual(0.03);
});
