/** The practice caseload under the keeper: entered and removed by a page’s request, and held to its law here. */
import { RECORD_KINDS, type RecordId, type StoredRecord } from '@cyber-prevent/core';
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { VaultKind } from '../ports/services.js';
import { type Bench, newBench, setUp, until } from '../testing/keeper-under-test.js';
import type { KeeperConnection } from './client/client.js';
import { browserHost } from './host.js';

const today = browserHost().clock.today();

let bench: Bench;
let recoveryKey: string;
beforeEach(() => {
  bench = newBench();
});
afterEach(() => bench.clear());

async function opened(kind: VaultKind = 'practice'): Promise<KeeperConnection> {
  recoveryKey = await setUp(bench.computer, kind);
  await bench.keeper();
  const page = bench.page();
  await page.vault.unlock(kind, { recoveryKey });
  return page;
}

async function fills(page: KeeperConnection, most = 200): Promise<number> {
  for (let asked = 1; asked <= most; asked += 1)
    if ((await page.ask('practice-fill', [])).isDone) return asked;
  return most;
}

async function recordsOf({ store }: KeeperConnection): Promise<readonly StoredRecord[]> {
  return (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat();
}

async function peopleOf(page: KeeperConnection): Promise<readonly string[]> {
  return (await page.store.query('subject')).map(({ value }) => value.name).toSorted();
}

const keeps = (page: KeeperConnection, ...changes: readonly ReturnType<typeof newRecord>[]) =>
  page.store.commit({ changes, reason: 'case-work' });

/** The person of that name, and a contact that the officer logs with them. */
async function worksOn(page: KeeperConnection, name: string): Promise<RecordId> {
  const [subject] = await page.store.query('subject', { name });
  if (!subject) throw new Error(`${name} is not held`);
  const contact = buildIntervention({ subjectId: subject.id, heldOn: today });
  await keeps(page, newRecord('intervention', contact));
  return contact.id;
}

it('fills the vault with forty people in bounded requests, and a second time changes nothing', async () => {
  const page = await opened();
  const asked = await fills(page);
  expect(asked).toBeGreaterThan(20);
  const records = await recordsOf(page);
  expect(records.filter(({ kind }) => kind === 'subject')).toHaveLength(40);
  expect(await page.ask('practice-state', [])).toMatchObject({
    isFilled: true,
    people: 40,
    records: records.length,
    workedOn: { people: 0, records: 0, added: 0 },
  });
  const saves = await page.store.batchesSince(0);
  expect(await fills(page)).toBe(1);
  expect(await page.store.batchesSince(0)).toHaveLength(saves.length);
});

it('enters nobody in a vault for real work, and removes nobody from it', async () => {
  const page = await opened('live');
  await keeps(page, newRecord('subject', buildSubject()));
  const refused = { code: 'CP_RECORD_INVALID', message: expect.stringContaining('practice vault') };
  await expect(page.ask('practice-fill', [])).rejects.toMatchObject(refused);
  await expect(page.ask('practice-state', [])).rejects.toMatchObject(refused);
  await expect(page.ask('practice-remove', [true])).rejects.toMatchObject(refused);
  expect(await peopleOf(page)).toEqual(['Rowan Vael']);
});

it('goes on after a lock in the middle of a part, and makes nobody twice', async () => {
  const page = await opened();
  const isWithin = async () => (await page.store.query('plan')).length > 0;
  while (!(await isWithin())) {
    const cut = page.ask('practice-fill', []).catch(() => undefined);
    const { people } = await page.ask('practice-state', []);
    if (people >= 14) {
      await page.vault.lock();
      await cut;
      await until(page, 'locked');
      await page.vault.unlock('practice', { recoveryKey });
    } else await cut;
  }
  await fills(page);
  const records = await recordsOf(page);
  const { isFilled, people, records: count } = await page.ask('practice-state', []);
  expect({ isFilled, people, count }).toEqual({
    isFilled: true,
    people: 40,
    count: records.length,
  });
  expect(new Set(await peopleOf(page)).size).toBe(39);
});

it('removes what was entered, holds and all, with one entry in the log, and leaves what was typed', async () => {
  const page = await opened();
  const own = buildSubject({ name: 'Perrin Vale' });
  await keeps(page, newRecord('subject', own));
  await fills(page);
  const [person] = await page.store.query('subject', { name: 'Noor Haddadine' });
  await expect(page.store.dispose([person?.id ?? own.id], 'undo')).rejects.toMatchObject({
    code: 'CP_STORE_NOT_DISPOSABLE',
  });
  const { records } = await page.ask('practice-state', []);
  const removed = await page.ask('practice-remove', [false]);
  expect(removed).toEqual({ people: 40, records });
  expect((await recordsOf(page)).map(({ id }) => id)).toEqual([own.id]);
  const erasures = (await page.store.audit()).filter(({ action }) => action === 'erasure');
  expect(erasures.at(-1)).toMatchObject({ reason: 'undo' });
  expect(erasures.at(-1)?.records.length).toBeGreaterThanOrEqual(records);
  expect(await page.ask('practice-state', [])).toMatchObject({ isFilled: false, people: 0 });
  await fills(page);
  expect(await peopleOf(page)).toHaveLength(41);
});

it('leaves the people whom the officer worked on, and removes them with what was added when told so', async () => {
  const page = await opened();
  const own = buildSubject({ name: 'Perrin Vale' });
  await keeps(page, newRecord('subject', own));
  await fills(page);
  const contact = await worksOn(page, 'Noor Haddadine');
  const [changed] = await page.store.query('subject', { name: 'Marek Zielonka' });
  if (!changed) throw new Error('not held');
  const set = { aliases: ['Zee'] };
  const change = { kind: 'subject', record: changed.id, parents: changed.heads, set } as const;
  await page.store.commit({ changes: [change], reason: 'case-work' });
  const { workedOn } = await page.ask('practice-state', []);
  // The part of the first has two people: they were entered together, and stay together.
  expect(workedOn).toMatchObject({ people: 3, added: 1 });

  expect(await page.ask('practice-remove', [false])).toMatchObject({ people: 37 });
  const left = ['Callum Thistlewood', 'Marek Zielonka', 'Noor Haddadine', 'Perrin Vale'];
  expect(await peopleOf(page)).toEqual(left);
  expect(await page.store.get('intervention', contact)).toBeDefined();
  await fills(page);
  expect(await peopleOf(page)).toHaveLength(41);

  const { people, records } = await page.ask('practice-state', []);
  expect(await page.ask('practice-remove', [true])).toEqual({ people, records: records + 1 });
  expect(await peopleOf(page)).toEqual(['Perrin Vale']);
  expect(await page.store.get('intervention', contact)).toBeUndefined();
});
