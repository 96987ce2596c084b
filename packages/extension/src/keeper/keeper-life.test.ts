import { buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, newBench, passphrase, setUp, until } from '../testing/keeper-under-test.js';
import { everythingOn, formsOf } from '../testing/storage-under-test.js';
import type { KeeperConnection } from './client/client.js';
import { lockKeeper } from './lock.js';

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
    // So patient that only the message of a new keeper makes it repeat the request.
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
  /** A waiting page, with a promise for when it has the keys. */
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
