import { PreventError } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultSetup } from '../ports/services.js';
import { openDatabase } from '../storage/place/database.js';
import { type Bench, newBench, passphrase, setUp, until } from '../testing/keeper-under-test.js';
import { newComputer, testOfficer } from '../testing/storage-under-test.js';
import { deriveHere } from '../vault/derive.js';
import type { KeeperConnection } from './client/client.js';

const { id: _, ...said } = testOfficer;
const setup: VaultSetup = { ...said, kind: 'practice', passphrase };
const saving = (name: string) => ({
  changes: [newRecord('subject', buildSubject({ name }))],
  reason: 'case-work',
});
const names = async ({ store }: KeeperConnection) =>
  (await store.query('subject')).map(({ value }) => value.name);

let bench: Bench;
beforeEach(() => {
  bench = newBench();
});
afterEach(() => bench.clear());

describe('first run', () => {
  it('finds no vault, makes one, opens it and tells every page', async () => {
    await bench.keeper();
    const [panel, workspace] = [bench.page(), bench.page()];
    await until(workspace, 'none');
    const made = await panel.vault.create(setup);
    expect(made).toMatchObject({
      ok: true,
      value: { recoveryKey: expect.stringMatching(/^(\w{5}-){7}\w{5}$/) },
    });
    await until(workspace, 'open');
    expect(workspace.vault.state()).toMatchObject({ kind: 'practice', officer: said });
    const { card, fingerprint } = await workspace.vault.colleagueCard();
    expect(card).toMatchObject({ name: 'Morgan Ashdown', number: '4417' });
    expect(fingerprint).toMatch(/^(\d{5} ){7}\d{5}$/);
  });

  it('says everything that is wrong at once, in words, and makes nothing', async () => {
    await bench.keeper();
    const page = bench.page();
    const refused = await page.vault.create({
      ...setup,
      name: ' ',
      number: '',
      passphrase: 'short',
    });
    expect(refused.ok).toBe(false);
    expect(refused.issues.map(({ at, message }) => [at, message])).toEqual([
      ['name', 'Enter your name'],
      ['number', 'Enter your collar or warrant number'],
      ['passphrase', 'Enter a passphrase of 12 characters or more'],
    ]);
    expect(await bench.computer.port.indexedDB.databases()).toEqual([]);
  });

  it('never puts a new vault in the place of one that is there', async () => {
    await setUp(bench.computer);
    await bench.keeper();
    const refused = await bench.page().vault.create(setup);
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'vault-exists' }] });
  });

  it('leaves nothing half made when the disk is full', async () => {
    await bench.keeper();
    const { set } = bench.computer.area;
    bench.computer.area.set = async () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
    const page = bench.page();
    expect(await page.vault.create(setup)).toMatchObject({
      ok: false,
      issues: [{ message: expect.stringContaining('no room left') }],
    });
    await until(page, 'none');
    bench.computer.area.set = set;
    expect(await page.vault.create(setup)).toMatchObject({ ok: true });
  });
});

describe('unlocking', () => {
  let recoveryKey: string;
  beforeEach(async () => {
    recoveryKey = await setUp(bench.computer);
  });
  const loseJournal = (): void => {
    for (const name of ['journal-a', 'journal-b'] as const)
      bench.computer.disks.get('practice')?.damage(name, () => undefined);
  };

  it('opens with the passphrase or the recovery key, and the records are there', async () => {
    const keeper = await bench.keeper();
    const page = bench.page();
    expect(await page.vault.unlock('practice', { passphrase })).toMatchObject({ ok: true });
    await page.store.commit(saving('Rowan'));
    await keeper.stop();
    await bench.keeper();
    await until(page, 'locked');
    await page.vault.unlock('practice', { recoveryKey });
    expect(await names(page)).toEqual(['Rowan']);
  });

  it('says the same of every wrong secret, and waits longer after each, across a restart', async () => {
    let now = 1_000_000;
    const keeper = await bench.keeper({ now: () => now });
    const page = bench.page();
    const wrong = { ok: false, issues: [{ code: 'unlock-failed' }] };
    expect(await page.vault.unlock('practice', { passphrase: 'wrong wrong wrong' })).toMatchObject(
      wrong,
    );
    const otherKey = await setUp(newComputer(), 'live');
    now += 1000;
    expect(await page.vault.unlock('practice', { recoveryKey: otherKey })).toMatchObject(wrong);
    expect(page.vault.state()).toMatchObject({ name: 'locked', retryAfterMs: 2000 });
    await keeper.stop();
    await bench.keeper({ now: () => now });
    const waiting = await page.vault.unlock('practice', { passphrase });
    expect(waiting).toMatchObject({
      ok: false,
      issues: [{ code: 'unlock-wait', message: 'Wait 2 seconds before you try again' }],
    });
    now += 2000;
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: true });
  });

  it('derives nothing while it must wait', async () => {
    let derived = 0;
    await bench.keeper({
      now: () => 1_000_000,
      derive(request) {
        derived += 1;
        return deriveHere(request);
      },
    });
    const page = bench.page();
    await page.vault.unlock('practice', { passphrase: 'wrong wrong wrong' });
    await Promise.all([1, 2, 3].map(() => page.vault.unlock('practice', { passphrase })));
    expect(derived).toBe(1);
  });

  it('does not take a worker that fails for a damaged vault', async () => {
    let isFailing = true;
    await bench.keeper({
      now: () => Date.now() + (isFailing ? 0 : 60_000),
      async derive(request) {
        if (isFailing)
          throw new PreventError('CP_STORE_CLOSED', 'The passphrase could not be checked');
        return deriveHere(request);
      },
    });
    const page = bench.page();
    expect(await page.vault.unlock('practice', { passphrase })).toMatchObject({
      ok: false,
      issues: [{ message: 'The passphrase could not be checked' }],
    });
    await until(page, 'locked');
    isFailing = false;
    expect(await page.vault.unlock('practice', { passphrase })).toMatchObject({ ok: true });
  });

  it('tells a slip of the pen in a recovery key from a wrong one, without counting it', async () => {
    await bench.keeper();
    const page = bench.page();
    const slip = recoveryKey.replace(/.$/, (last) => (last === '7' ? '8' : '7'));
    expect(await page.vault.unlock('practice', { recoveryKey: slip })).toMatchObject({
      issues: [{ code: 'recovery-key-unreadable' }],
    });
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: true });
  });

  it('keeps practice and live apart, one open at a time', async () => {
    const liveKey = await setUp(bench.computer, 'live');
    await bench.keeper();
    const page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    await page.store.commit(saving('Fictional'));
    await page.vault.unlock('live', { recoveryKey: liveKey });
    expect(page.vault.state()).toMatchObject({ name: 'open', kind: 'live' });
    expect(await names(page)).toEqual([]);
    const [batch] = await page.store.batchesSince(0);
    expect(batch).toBeUndefined();
  });

  it('opens from the journal when the browser emptied the database, and says what was put back', async () => {
    const first = await bench.keeper();
    const page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    await page.store.commit(saving('Rowan'));
    await page.vault.lock();
    await first.stop();
    const database = await openDatabase('practice', bench.computer.port);
    await database.delete();
    await bench.keeper();
    const told: string[] = [];
    page.notices.subscribe(({ message }) => told.push(message));
    await until(page, 'locked');
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: true });
    expect(await names(page)).toEqual(['Rowan']);
    expect(told).toContainEqual(expect.stringContaining('1 save was put back from the journal'));
  });

  it('never shows a vault that lost everything as a new one, and leaves a sound one usable', async () => {
    const liveKey = await setUp(bench.computer, 'live');
    const database = await openDatabase('practice', bench.computer.port);
    await database.delete();
    await bench.computer.area.remove('cp-vault-practice');
    loseJournal();
    await bench.keeper();
    const page = bench.page();
    const told: string[] = [];
    page.notices.subscribe(({ message }) => told.push(message));
    await until(page, 'locked');
    expect(page.vault.state()).toMatchObject({ kinds: ['live'] });
    expect(told).toEqual([
      expect.stringContaining('The practice records on this computer are missing'),
    ]);
    expect(await page.vault.create(setup)).toMatchObject({ ok: false });
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: false });
    expect(await page.vault.unlock('live', { recoveryKey: liveKey })).toMatchObject({ ok: true });
  });

  it('looks again when the next page opens, in case there is storage by then', async () => {
    const { get } = bench.computer.area;
    bench.computer.area.get = async () => {
      throw new Error('not yet');
    };
    await bench.keeper();
    await until(bench.page(), 'unavailable');
    bench.computer.area.get = get;
    await until(bench.page(), 'locked');
  });

  it('says that the records cannot be worked with when they are not those last worked with', async () => {
    await bench.keeper();
    const page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    await page.store.commit(saving('Rowan'));
    await page.vault.lock();
    const database = await openDatabase('practice', bench.computer.port);
    await database.batches.clear();
    database.close();
    loseJournal();
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({
      ok: false,
      issues: [{ code: 'vault-damaged' }],
    });
    await until(page, 'damaged');
    expect(page.vault.state()).toMatchObject({ what: 'emptied', entries: 1, readable: 0 });
    expect(await page.vault.create(setup)).toMatchObject({ ok: false });
  });
});
