import { buildRecord, buildReferral, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Bench, newBench, setUp } from '../../testing/keeper-under-test.js';
import { testOfficer } from '../../testing/storage-under-test.js';
import type { KeeperConnection } from '../client/client.js';
import { openLine } from '../client/line.js';

const ada = buildSubject({ name: 'Ada Vael', bornOn: '2010-05-02' });
const referral = buildReferral({ subjectId: ada.id, reference: 'NCCU-TEST-0417' });
const SOUGHT = { values: [{ kind: 'reference', text: 'nccu test 0417' }] } as const;

let bench: Bench;
let page: KeeperConnection;
let recoveryKey: string;
beforeEach(async () => {
  bench = newBench();
  recoveryKey = await setUp(bench.computer);
  await bench.keeper();
  page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
});
afterEach(() => bench.clear());

const consulted = async () =>
  (await page.store.audit()).filter(({ action }) => action === 'consultation');

it('finds who is held, and logs the look before it answers', async () => {
  expect((await page.seenBefore.look(SOUGHT, 'referral')).people).toEqual([]);
  expect(await consulted()).toEqual([]);
  await page.store.commit({
    changes: [newRecord('subject', ada), newRecord('referral', referral)],
    reason: 'referral',
  });
  const { people } = await page.seenBefore.look(SOUGHT, 'referral');
  expect(people).toMatchObject([{ person: ada.id, name: 'Ada Vael' }]);
  const [entry] = await consulted();
  expect(entry?.records).toEqual(expect.arrayContaining([ada.id, referral.id]));
});

it('logs a person once for one piece of work, and again after a lock', async () => {
  await page.store.commit({
    changes: [newRecord('subject', ada), newRecord('referral', referral)],
    reason: 'referral',
  });
  const sought = { ...SOUGHT, work: buildReferral({ subjectId: ada.id }).id };
  for (const _ of ['rest', 'save']) {
    const { people } = await page.seenBefore.look(sought, 'referral');
    expect(people).toMatchObject([{ person: ada.id, name: 'Ada Vael' }]);
    expect(await consulted()).toHaveLength(1);
  }
  await page.vault.lock();
  await page.vault.unlock('practice', { recoveryKey });
  await page.seenBefore.look(sought, 'referral');
  expect(await consulted()).toHaveLength(2);
});

it('never shows somebody who was closed to the officer after the first look', async () => {
  await page.store.commit({
    changes: [newRecord('subject', ada), newRecord('referral', referral)],
    reason: 'referral',
  });
  const sought = { ...SOUGHT, work: buildReferral({ subjectId: ada.id }).id };
  expect((await page.seenBefore.look(sought, 'referral')).people).toHaveLength(1);
  const [from, to] = [testOfficer.id, testOfficer.id];
  const known = buildRecord('colleagueRequest', {
    subjectId: ada.id,
    kind: 'known-person',
    from,
    to,
  });
  await page.store.commit({ changes: [newRecord('colleagueRequest', known)], reason: 'case-work' });
  expect(await page.seenBefore.look(sought, 'referral')).toMatchObject({ people: [], apart: [] });
});

it('gives nothing when the log refuses the reason', async () => {
  await page.store.commit({
    changes: [newRecord('subject', ada), newRecord('referral', referral)],
    reason: 'referral',
  });
  await bench.clear();
  bench = newBench(bench.computer);
  await bench.keeper({ lists: (await import('@cyber-prevent/core')).gatherCodeLists() });
  page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  await expect(page.seenBefore.look(SOUGHT, 'curiosity')).rejects.toMatchObject({
    code: 'CP_RECORD_INVALID',
  });
  expect(await consulted()).toEqual([]);
});

it('forgets everybody with the lock', async () => {
  await page.store.commit({
    changes: [newRecord('subject', ada), newRecord('referral', referral)],
    reason: 'referral',
  });
  await page.seenBefore.look(SOUGHT, 'referral');
  await page.vault.lock();
  await expect(page.seenBefore.look(SOUGHT, 'referral')).rejects.toMatchObject({
    code: 'CP_STORE_LOCKED',
  });
});

it('does not let a page say where the person sought is held, or ask for more than a person has', async () => {
  const line = openLine({ channel: bench.channel(), ensureKeeper: async () => undefined });
  const at = { record: ada.id, path: 'name' };
  const asked = [
    { values: [{ kind: 'name', text: 'Ada Vael', at }] },
    { values: [{ kind: 'shoe size', text: '42' }] },
    { values: [{ kind: 'name', text: 'a'.repeat(2001) }] },
    { values: Array.from({ length: 501 }, () => ({ kind: 'name', text: 'Ada' })) },
  ];
  for (const sought of asked)
    await expect(line.ask('seen-before', [sought as never, 'referral'])).rejects.toMatchObject({
      code: 'CP_RECORD_INVALID',
    });
  line.close();
});
