/** Searches where the force’s policy names an auditor’s key, through a real keeper over a real vault. */
import { generateKeyPairSync } from 'node:crypto';
import type { Issue } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, expect, it } from 'vitest';
import { type Bench, newBench, setUp, until } from '../../testing/keeper-under-test.js';
import { NO_POLICY } from '../policy.js';

const SEALED = /^searched-words-1\.[\w-]{1148}$/;
const GOOD = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
  type: 'spki',
  format: 'pem',
}) as string;
const QUILLON = buildSubject({ name: 'Quillon Ashgrove' });

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

async function start(auditorKey: string) {
  const bench = newBench();
  benches.push(bench);
  const recoveryKey = await setUp(bench.computer);
  let written = auditorKey;
  await bench.keeper({ policy: async () => ({ ...NO_POLICY, auditorKey: written }) });
  const page = bench.page();
  const notices: Issue[] = [];
  page.notices.subscribe((issue) => notices.push(issue));
  const unlock = async (): Promise<void> => {
    await page.vault.unlock('practice', { recoveryKey });
    await until(page, 'open');
  };
  await unlock();
  await page.store.commit({ changes: [newRecord('subject', QUILLON)], reason: 'case-work' });
  const searches = async () =>
    (await page.store.audit()).filter(({ reason }) => reason === 'search');
  const names = (key: string): void => {
    written = key;
  };
  return { page, unlock, searches, notices, names };
}

it('has its words in the log, sealed; a list that was only looked at has none', async () => {
  const { page, searches } = await start(GOOD);
  await page.log.noteSearch({ words: 'Quillon', shown: [QUILLON.id] });
  await page.log.noteSearch({ words: ' ', shown: [QUILLON.id] });
  const [search, look] = await searches();
  expect(search).toMatchObject({
    search: expect.stringMatching(/^[\w-]{43}$/),
    sealed: expect.stringMatching(SEALED),
  });
  expect(look).not.toHaveProperty('sealed');
  expect(JSON.stringify(await page.store.audit())).not.toMatch(/quillon/i);
});

it('has them sealed also if no page noted the search', async () => {
  const { page, unlock, searches } = await start(GOOD);
  await page.ask('find', ['quillon', undefined, undefined]);
  await page.vault.lock();
  await unlock();
  expect(await searches()).toMatchObject([{ sealed: expect.stringMatching(SEALED) }]);
});

it('is refused, and finds nobody, while the key cannot be used; everything else goes on', async () => {
  const { page, searches, notices, names } = await start('not a key');
  await expect(page.log.noteSearch({ words: 'Quillon', shown: [] })).rejects.toMatchObject({
    code: 'CP_POLICY_INVALID',
    message: expect.stringContaining('Tell your administrator'),
  });
  await expect(page.ask('find', ['quillon', undefined, undefined])).rejects.toMatchObject({
    code: 'CP_POLICY_INVALID',
  });
  expect(await searches()).toEqual([]);
  expect(notices.map(({ code }) => code)).toContain('auditor-key-unusable');
  await page.store.consult([QUILLON.id], 'case-work');
  // Put right in the policy, without a lock.
  names(GOOD);
  expect((await page.ask('find', ['quillon', undefined, undefined])).found).toHaveLength(1);
});
