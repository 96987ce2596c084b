/** Queries for the practice caseload that somebody wrote by hand from its people, without having read the search. */
import {
  createMemoryStore,
  gatherCodeLists,
  type Instant,
  type PlainDate,
  type RecordId,
} from '@cyber-prevent/core';
import { findPeople } from '@cyber-prevent/core/find';
import { testHost, testSigner } from '@cyber-prevent/core/testing';
import { beforeAll, expect, it } from 'vitest';
import { CASELOAD_PARTS, caseloadPart, commitOver } from './caseload.js';
import QUERIES from './hand-queries.json' with { type: 'json' };
import { bornOn, personOf } from './person.js';

/** The day that the queries were written for: years of birth follow from it. */
const DAY = '2026-11-30' as PlainDate;
const lists = gatherCodeLists();
const officer = {
  id: '0ff1ce00-0000-4000-8000-000000000001' as RecordId,
  name: 'DC Rowan Thackeray',
  regime: 'part3',
} as const;

/** The typed words, then the keys of everybody who may be meant. */
const queries = Object.entries(QUERIES).flatMap(([kind, typed]) =>
  typed.map(([words = '', ...meant]) => ({ kind, words, meant })),
);

let firstThree: (words: string) => Promise<readonly RecordId[]>;
let idOf: (key: string) => RecordId | undefined;

beforeAll(async () => {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const at = `${DAY}T09:30:00.000Z` as Instant;
  const options = { seed: 'hand', day: DAY, at, officer, lists, digest: testHost().digest };
  for (const part of CASELOAD_PARTS)
    for (const step of await caseloadPart(part, options)) {
      if ('commit' in step) await store.commit(await commitOver(step.commit, store));
      else await store.dispose(step.dispose, step.reason);
    }
  const { find } = findPeople(store, { lists });
  firstThree = async (words) => (await find(words)).found.slice(0, 3).map(({ id }) => id);
  const people = await store.query('subject');
  idOf = (key) => {
    const person = personOf(key);
    const born = bornOn(person, DAY);
    return people.find(({ value }) => value.name === person.name && value.bornOn === born)?.id;
  };
});

it('finds somebody meant among the first three for 97 of 100', async () => {
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
