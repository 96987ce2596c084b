/** Searches that no page noted, over a real vault: logged by the keeper, and none answered while they cannot be. */
import type { LoggedEntry } from '@cyber-prevent/core';
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bench, newBench, setUp, until } from '../../testing/keeper-under-test.js';
import type { KeeperConnection } from '../client/client.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const VISIT = buildIntervention({ subjectId: ADA.id, note: 'He wants to keep bees.' });
const REFUSED = { code: 'CP_STORE_FULL', cause: [{ code: 'search-not-logged' }] };
const searchesOf = (entries: readonly LoggedEntry[]) =>
  entries.filter(({ reason }) => reason === 'search');

describe('in an open vault', () => {
  let bench: Bench;
  let page: KeeperConnection;
  let recoveryKey: string;
  const unlocks = async (): Promise<void> => {
    await page.vault.unlock('practice', { recoveryKey });
    await until(page, 'open');
  };
  beforeEach(async () => {
    bench = newBench();
    recoveryKey = await setUp(bench.computer);
    await bench.keeper();
    page = bench.page();
    await unlocks();
    await page.store.commit({
      changes: [newRecord('subject', ADA), newRecord('intervention', VISIT)],
      reason: 'case-work',
    });
  });
  afterEach(() => bench.clear());
  const searches = async () => searchesOf(await page.store.audit());
  /** @returns a function that makes room again */
  const fillDisk = (): (() => void) => {
    const disk = bench.computer.disks.get('practice');
    if (!disk) throw new Error('No disk');
    const { capacity } = disk;
    disk.capacity = 0;
    return () => {
      disk.capacity = capacity;
    };
  };

  it('logs a search before the lock, if the page that was answered noted nothing', async () => {
    expect((await page.ask('find', ['bees', undefined, undefined])).found).toHaveLength(1);
    await page.vault.lock();
    await unlocks();
    expect(await searches()).toMatchObject([
      {
        action: 'consultation',
        records: [ADA.id, VISIT.id],
        fields: ['name', 'reference', 'note'],
        search: expect.stringMatching(/^[\w-]{43}$/),
      },
    ]);
    expect(JSON.stringify(await page.store.audit())).not.toContain('bees');
  });

  it('logs it once, as its page notes it', async () => {
    await page.ask('find', ['bees', undefined, undefined]);
    await page.log.noteSearch({ words: 'bees', shown: [ADA.id] });
    // The answer comes again after a save.
    await page.ask('find', ['bees', undefined, true]);
    await page.vault.lock();
    await unlocks();
    expect((await searches()).map(({ records }) => records)).toEqual([[ADA.id]]);
  });

  it('logs it when the page is closed', async () => {
    const other = bench.page();
    await until(other, 'open');
    await other.ask('find', ['bees', undefined, undefined]);
    other.leave();
    await vi.waitFor(async () => expect(await searches()).toHaveLength(1), { timeout: 60_000 });
  });

  it('logs nothing of a search that found nobody', async () => {
    await page.ask('find', ['zebra', undefined, undefined]);
    await page.vault.lock();
    await unlocks();
    expect(await searches()).toEqual([]);
  });

  it('finds nobody after a search that could not be logged, until it can be', async () => {
    await page.ask('find', ['bees', undefined, undefined]);
    const makeRoom = fillDisk();
    await expect(page.log.noteSearch({ words: 'bees', shown: [ADA.id] })).rejects.toThrow();
    await expect(page.ask('find', ['ada', undefined, undefined])).rejects.toMatchObject(REFUSED);
    makeRoom();
    expect((await page.ask('find', ['ada', undefined, undefined])).found).toHaveLength(1);
    expect((await searches()).map(({ records }) => records)).toEqual([[ADA.id, VISIT.id]]);
  });

  it('finds nobody after a look that a page took by itself and could not have logged', async () => {
    const makeRoom = fillDisk();
    await expect(page.log.noteSearch({ words: 'ada', shown: [ADA.id] })).rejects.toThrow();
    await expect(page.ask('search-ready', [])).rejects.toMatchObject(REFUSED);
    makeRoom();
    await page.ask('search-ready', []);
    expect((await searches()).map(({ records }) => records)).toEqual([[ADA.id]]);
  });

  it('is not rid of a search that could not be logged by a lock', async () => {
    await page.ask('find', ['bees', undefined, undefined]);
    const makeRoom = fillDisk();
    await page.vault.lock();
    await unlocks();
    await expect(page.ask('find', ['ada', undefined, undefined])).rejects.toMatchObject(REFUSED);
    makeRoom();
    expect((await page.ask('find', ['ada', undefined, undefined])).found).toHaveLength(1);
    expect(await searches()).toMatchObject([
      { records: [ADA.id, VISIT.id], search: expect.stringMatching(/^[\w-]{43}$/) },
    ]);
  });

  it('logs it after the next unlock, although nobody searches', async () => {
    await page.ask('find', ['bees', undefined, undefined]);
    const makeRoom = fillDisk();
    await page.vault.lock();
    makeRoom();
    await unlocks();
    await vi.waitFor(async () => expect(await searches()).toHaveLength(1), { timeout: 60_000 });
  });
});
