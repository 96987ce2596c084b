/** Searches that no page noted: logged by the keeper, over a real vault, and none answered while they cannot be. */
import type { LoggedEntry, RecordId } from '@cyber-prevent/core';
import { buildIntervention, buildSubject, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bench, newBench, setUp, until } from '../../testing/keeper-under-test.js';
import type { KeeperConnection } from '../client/client.js';
import { notedFinds } from './noted-finds.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const VISIT = buildIntervention({ subjectId: ADA.id, note: 'He wants to keep bees.' });
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

  it('logs a search before the lock, if the page that was answered noted nothing', async () => {
    expect((await page.ask('find', ['bees', undefined])).found).toHaveLength(1);
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
    await page.ask('find', ['bees', undefined]);
    await page.log.noteSearch({ words: 'bees', shown: [ADA.id] });
    // The answer comes again after a save.
    await page.ask('find', ['bees', undefined]);
    await page.vault.lock();
    await unlocks();
    expect((await searches()).map(({ records }) => records)).toEqual([[ADA.id]]);
  });

  it('logs it when the page is closed', async () => {
    const other = bench.page();
    await until(other, 'open');
    await other.ask('find', ['bees', undefined]);
    other.leave();
    await vi.waitFor(async () => expect(await searches()).toHaveLength(1), { timeout: 60_000 });
  });

  it('logs nothing of a search that found nobody', async () => {
    await page.ask('find', ['zebra', undefined]);
    await page.vault.lock();
    await unlocks();
    expect(await searches()).toEqual([]);
  });

  it('finds nobody after a search that could not be logged, until it can be', async () => {
    await page.ask('find', ['bees', undefined]);
    const disk = bench.computer.disks.get('practice');
    if (!disk) throw new Error('No disk');
    const { capacity } = disk;
    disk.capacity = 0;
    await expect(page.log.noteSearch({ words: 'bees', shown: [ADA.id] })).rejects.toThrow();
    await expect(page.ask('find', ['ada', undefined])).rejects.toMatchObject({
      code: 'CP_STORE_FULL',
    });
    disk.capacity = capacity;
    expect((await page.ask('find', ['ada', undefined])).found).toHaveLength(1);
    expect((await searches()).map(({ records }) => records)).toEqual([[ADA.id, VISIT.id]]);
  });
});

describe('what a page has not noted', () => {
  const [ada, ivo] = [ADA.id, buildSubject().id];
  const answer = (...ids: readonly RecordId[]) => ({
    found: ids.map((id) => ({ id, kind: 'subject' as const, how: 'whole' as const, places: [] })),
    hasMore: false,
  });
  const start = (over: { log?: () => Promise<void>; check?: () => Promise<void> } = {}) => {
    const logged: string[] = [];
    const log = async ({ words }: { readonly words: string }) => {
      await over.log?.();
      logged.push(words);
    };
    const finds = notedFinds({ log, check: over.check ?? (async () => undefined), afterMs: 5 });
    return { finds, logged };
  };

  it('is logged after a while', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    expect(logged).toEqual([]);
    await vi.waitFor(() => expect(logged).toEqual(['ada']));
  });

  it('is one search while it is typed on, and two if other words follow', async () => {
    const { finds, logged } = start();
    for (const words of ['a', 'ad', 'ada']) finds.answered('one', words, answer(ada));
    finds.answered('one', 'ivo', answer(ivo));
    await finds.flush();
    expect(logged).toEqual(['ada', 'ivo']);
  });

  it('is each page’s own: another page’s note says nothing of it', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    await finds.note('two', { words: 'ada', shown: [] });
    await finds.flush();
    expect(logged).toEqual(['ada', 'ada']);
  });

  it('is not answered for by a note of other words', async () => {
    const { finds, logged } = start();
    finds.answered('one', 'ada', answer(ada));
    await finds.note('one', { words: 'ivo', shown: [] });
    await finds.flush();
    expect(logged).toEqual(['ivo', 'ada']);
  });

  it('is none where the page had no time to show it', async () => {
    const { finds, logged } = start();
    for (const words of ['ada', 'ada v']) finds.answered('one', words, answer(ada));
    for (const words of ['ada', 'ada v']) finds.unshown('one', words);
    await finds.flush();
    expect(logged).toEqual([]);
  });

  it('is what was shown before, where the page had no time for the rest', async () => {
    const { finds, logged } = start();
    for (const words of ['ada', 'ada v']) finds.answered('one', words, answer(ada));
    finds.unshown('two', 'ada');
    finds.unshown('one', 'ada v');
    await finds.flush();
    expect(logged).toEqual(['ada']);
  });

  it('stands before every further search while it cannot be logged', async () => {
    let isFull = true;
    const { finds, logged } = start({
      log: async () => {
        if (isFull) throw new Error('full');
      },
    });
    finds.answered('one', 'ada', answer(ada));
    await finds.flush();
    await expect(finds.ready()).rejects.toThrow('full');
    isFull = false;
    await finds.ready();
    expect(logged).toEqual(['ada']);
  });

  it('is not begun where no search could be logged', async () => {
    const { finds } = start({
      check: async () => {
        throw new Error('no key');
      },
    });
    await expect(finds.ready()).rejects.toThrow('no key');
  });
});
