/** Lists computed before they are requested, over a real store: that they are, and which work takes precedence. */
import {
  createMemoryStore,
  LIST_NAMES,
  type ListName,
  listRows,
  type RecordStore,
} from '@cyber-prevent/core';
import {
  buildReferral,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import { expect, it, vi } from 'vitest';
import { newBench, setUp } from '../../testing/keeper-under-test.js';
import type { Session } from '../session.js';
import { readyLists } from './ready-lists.js';

vi.mock('./ready-lists.js', { spy: true });

/** Lists over a store with thirty subjects: notes which were read whole, and the number of calls to the store. */
async function watched() {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const subjects = Array.from({ length: 30 }, (_, nth) => buildSubject({ name: `Rowan ${nth}` }));
  const changes = subjects.flatMap((subject) => [
    newRecord('subject', subject),
    newRecord('referral', buildReferral({ subjectId: subject.id })),
  ]);
  await store.commit({ changes, reason: 'case-work' });
  let queries = 0;
  const query: RecordStore['query'] = (kind, where) => {
    queries += 1;
    return store.query(kind, where);
  };
  const rows = listRows(
    { query, get: store.get.bind(store), subscribe: store.subscribe.bind(store) },
    { run: 'one' },
  );
  const read: ListName[] = [];
  const lists: Session['lists'] = {
    ...rows,
    async rows(name, since) {
      const answer = await rows.rows(name, since);
      read.push(name);
      return answer;
    },
  };
  return { lists, read, queries: () => queries };
}

const atOnce = async (): Promise<void> => undefined;

it('leaves nothing to be read of any list when it is opened', async () => {
  const { lists, read, queries } = await watched();
  readyLists({ lists, whole: Promise.resolve() }, atOnce);
  await vi.waitFor(() => expect(read).toEqual(LIST_NAMES));
  const before = queries();
  const { rows } = await lists.rows('subjects');
  for (const name of LIST_NAMES) await lists.rows(name);
  expect(queries()).toBe(before);
  expect(rows).toHaveLength(30);
});

it('waits until every record is in, and before each list until nothing else is to be done', async () => {
  const { lists, read, queries } = await watched();
  let arrive: () => void = () => undefined;
  const whole = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const waits: (() => void)[] = [];
  readyLists({ lists, whole }, () => new Promise((go) => void waits.push(go)));
  await new Promise((go) => setTimeout(go));
  expect(waits).toHaveLength(0);
  arrive();
  for (const [nth, name] of LIST_NAMES.entries()) {
    await vi.waitFor(() => expect(waits).toHaveLength(nth + 1));
    expect(read).toEqual(LIST_NAMES.slice(0, nth));
    const before = queries();
    await new Promise((go) => setTimeout(go));
    expect(queries()).toBe(before);
    waits[nth]?.();
    await vi.waitFor(() => expect(read.at(-1)).toBe(name));
  }
});

it('reads no more once the vault locks', async () => {
  const { lists, read } = await watched();
  const waits: (() => void)[] = [];
  const stop = readyLists(
    { lists, whole: Promise.resolve() },
    () => new Promise((go) => void waits.push(go)),
  );
  await vi.waitFor(() => expect(waits).toHaveLength(1));
  waits[0]?.();
  await vi.waitFor(() => expect(waits).toHaveLength(2));
  stop();
  waits[1]?.();
  await new Promise((go) => setTimeout(go));
  expect(read).toEqual(['subjects']);
});

it('is nobody’s trouble where the records cannot be had', async () => {
  const { lists, read } = await watched();
  readyLists({ lists, whole: Promise.reject(new Error('The vault was locked.')) }, atOnce);
  await new Promise((go) => setTimeout(go));
  expect(read).toEqual([]);
});

it('begins with each unlock', async () => {
  const bench = newBench();
  const recoveryKey = await setUp(bench.computer);
  await bench.keeper();
  const page = bench.page();
  const begun = vi.mocked(readyLists);
  begun.mockClear();
  await page.vault.unlock('practice', { recoveryKey });
  await page.vault.lock();
  await page.vault.unlock('practice', { recoveryKey });
  expect(begun).toHaveBeenCalledTimes(2);
  await bench.clear();
});
