import { PreventError } from '@cyber-prevent/core';
import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VaultSetup } from '../app/services.js';
import { openDatabase } from '../storage/database.js';
import { everythingOn, formsOf, newComputer, testOfficer } from '../storage/storage-under-test.js';
import { deriveHere } from '../vault/derive.js';
import type { KeeperConnection } from './client.js';
import { type Bench, newBench, passphrase, setUp, until } from './keeper-under-test.js';
import { lockKeeper } from './lock.js';

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

  it('never shows an emptied database as a new vault, and leaves a sound one usable', async () => {
    const liveKey = await setUp(bench.computer, 'live');
    const database = await openDatabase('practice', bench.computer.port);
    await database.delete();
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
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({
      ok: false,
      issues: [{ code: 'vault-damaged' }],
    });
    await until(page, 'unavailable');
    expect(await page.vault.create(setup)).toMatchObject({ ok: false });
  });
});

describe('locking', () => {
  let page: KeeperConnection;
  let recoveryKey: string;
  beforeEach(async () => {
    recoveryKey = await setUp(bench.computer);
    await bench.keeper();
    page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
  });
  const locked = { code: 'CP_STORE_LOCKED' };

  it('lets every page put away what is being typed, then refuses everything', async () => {
    const other = bench.page();
    await until(other, 'open');
    page.beforeLock(() => page.work.save('a', 'typed in the panel', 0));
    other.beforeLock(() => other.work.save('b', 'typed in the workspace', 0));
    await page.vault.lock();
    await until(other, 'locked');
    await expect(page.store.query('subject')).rejects.toMatchObject(locked);
    await expect(other.work.load('b')).rejects.toMatchObject(locked);
    await expect(page.vault.colleagueCard()).rejects.toMatchObject(locked);
    await page.vault.unlock('practice', { recoveryKey });
    expect(await page.work.load('b')).toEqual({ value: 'typed in the workspace', version: 1 });
    expect(await page.work.keys()).toEqual(['a', 'b']);
  });

  it('does not wait for a page that has left, nor for ever for one that hangs', async () => {
    const [left, hung] = [bench.page(), bench.page()];
    await Promise.all([until(left, 'open'), until(hung, 'open')]);
    hung.beforeLock(() => new Promise(() => undefined));
    left.leave();
    await page.vault.lock();
    await until(page, 'locked');
  });

  it('can be asked for by the service worker', async () => {
    lockKeeper(bench.channel);
    await until(page, 'locked');
  });

  it('leaves nothing readable on the computer', async () => {
    const canary = 'Marrowgate Quill';
    await page.store.commit(saving(canary));
    await page.work.save('draft', { canary }, 0);
    await page.vault.lock();
    const disk = await everythingOn(bench.computer);
    for (const word of [canary, 'Morgan Ashdown', passphrase, recoveryKey])
      for (const form of formsOf(word)) expect(disk).not.toContain(form);
  });
});

describe('a keeper that goes', () => {
  let recoveryKey: string;
  beforeEach(async () => {
    recoveryKey = await setUp(bench.computer);
  });

  it('is replaced by one that is locked; what was kept without an answer is kept once', async () => {
    let isDeaf = false;
    const keeper = await bench.keeper({
      openChannel(name) {
        const channel = bench.channel(name);
        const post = channel.postMessage.bind(channel);
        channel.postMessage = (message: { name: string }) => {
          if (!(isDeaf && message.name === 'done')) post(message);
        };
        return channel;
      },
    });
    // So patient that only the word of a new keeper makes it ask again.
    const page = bench.page(undefined, { silenceMs: 60_000, askAgainMs: 60_000 });
    await page.vault.unlock('practice', { recoveryKey });
    const commit = saving('Rowan');
    const kept = new Promise<void>((resolve) => {
      page.store.subscribe(() => resolve());
    });
    isDeaf = true;
    const unanswered = page.store.commit(commit);
    await kept;
    await keeper.stop();
    await Promise.all([
      bench.keeper(),
      expect(unanswered).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' }),
    ]);
    await page.vault.unlock('practice', { recoveryKey });
    expect(await page.store.commit(commit)).toMatchObject({ seq: 1 });
    expect(await page.store.commit(commit)).toMatchObject({ seq: 1 });
    expect(await names(page)).toEqual(['Rowan']);
    await expect(page.store.commit({ ...commit })).rejects.toMatchObject({
      code: 'CP_STORE_CONFLICT',
    });
  });

  it('is opened again by the page that asks', async () => {
    let asked = 0;
    const page = bench.page(async () => {
      asked += 1;
      if (asked === 1) await bench.keeper();
    });
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: true });
  });

  it('that never comes is told in words', async () => {
    const refused = async () => {
      throw new Error('Only one offscreen document');
    };
    const page = bench.page(refused);
    await until(page, 'unavailable');
    await expect(page.store.query('subject')).rejects.toMatchObject({ code: 'CP_STORE_CLOSED' });
    const patient = bench.page(undefined, { giveUpMs: 100 });
    await expect(patient.store.query('subject')).rejects.toMatchObject({ code: 'CP_STORE_CLOSED' });
  });

  it('is the only one: a second waits until the first has gone', async () => {
    const first = await bench.keeper();
    let isSecondThere = false;
    const second = bench.keeper().then(() => {
      isSecondThere = true;
    });
    const page = bench.page();
    await until(page, 'locked');
    expect(isSecondThere).toBe(false);
    await first.stop();
    await second;
    expect(await page.vault.unlock('practice', { recoveryKey })).toMatchObject({ ok: true });
  });
});

describe('handing over, where there is no offscreen document', () => {
  const ports = { sharesKeys: true };
  let recoveryKey: string;
  /** A page that waits, and when it has the keys. */
  const waitingKeeper = () => {
    let handed: () => void = () => undefined;
    const isHanded = new Promise<void>((resolve) => {
      handed = resolve;
    });
    const second = bench.keeper({
      ...ports,
      openChannel(name) {
        const channel = bench.channel(name);
        channel.addEventListener('message', ({ data }) => data.name === 'keys' && handed());
        return channel;
      },
    });
    return { second, isHanded };
  };
  beforeEach(async () => {
    recoveryKey = await setUp(bench.computer);
  });

  it('goes on open in the next page, with what was asked of the page that closed', async () => {
    const first = await bench.keeper(ports);
    const page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    await page.store.commit(saving('One'));
    const { second, isHanded } = waitingKeeper();
    await isHanded;
    await first.stop();
    await second;
    expect(page.vault.state()).toMatchObject({ name: 'open' });
    await page.store.commit(saving('Two'));
    expect(await names(page)).toEqual(['One', 'Two']);
  });

  it('goes on from page to page, though several wait', async () => {
    const first = await bench.keeper(ports);
    const page = bench.page();
    const [one, two] = [waitingKeeper(), waitingKeeper()];
    await page.vault.unlock('practice', { recoveryKey });
    await Promise.all([one.isHanded, two.isHanded]);
    await first.stop();
    await (await one.second).stop();
    await two.second;
    await page.store.commit(saving('One'));
    expect(await names(page)).toEqual(['One']);
  });

  it('opens locked when the vault was locked before', async () => {
    const first = await bench.keeper(ports);
    const page = bench.page();
    const { second, isHanded } = waitingKeeper();
    await page.vault.unlock('practice', { recoveryKey });
    await isHanded;
    await page.vault.lock();
    await first.stop();
    await second;
    await until(page, 'locked');
    await expect(names(page)).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
  });
});
