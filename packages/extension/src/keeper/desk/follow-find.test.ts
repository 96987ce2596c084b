/** The search of an open vault: over a real keeper and channel, and when it begins. */
import { type closedRecords, gatherCodeLists } from '@cyber-prevent/core';
import {
  buildIntervention,
  buildRecord,
  buildSubject,
  newRecord,
} from '@cyber-prevent/core/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bench, newBench, setUp } from '../../testing/keeper-under-test.js';
import { testOfficer } from '../../testing/storage-under-test.js';
import type { KeeperConnection } from '../client/client.js';
import { type FollowedFind, findOpen, followFind, readyFind } from './follow-find.js';

const ADA = buildSubject({ name: 'Ada Vael' });
const VISIT = buildIntervention({ subjectId: ADA.id, note: 'He wants to keep bees.' });

describe('in an open vault', () => {
  let bench: Bench;
  let page: KeeperConnection;
  let recoveryKey: string;
  beforeEach(async () => {
    bench = newBench();
    recoveryKey = await setUp(bench.computer);
    await bench.keeper();
    page = bench.page();
    await page.vault.unlock('practice', { recoveryKey });
    await page.store.commit({
      changes: [newRecord('subject', ADA), newRecord('intervention', VISIT)],
      reason: 'case-work',
    });
  });
  afterEach(() => bench.clear());
  const ids = async (words: string) =>
    (await page.ask('find', [words, undefined, undefined])).found.map(({ id }) => id);

  it('says who has the words, and where', async () => {
    expect((await page.ask('find', ['bees', undefined, undefined])).found).toMatchObject([
      {
        id: ADA.id,
        name: 'Ada Vael',
        places: [{ kind: 'intervention', record: VISIT.id, path: 'note', text: VISIT.note }],
      },
    ]);
  });

  it('follows every save', async () => {
    expect(await ids('quill')).toEqual([]);
    const ivo = buildSubject({ name: 'Ivo Quill' });
    await page.store.commit({ changes: [newRecord('subject', ivo)], reason: 'case-work' });
    expect(await ids('quill')).toEqual([ivo.id]);
  });

  it('logs nothing by itself: the page that shows an answer does', async () => {
    const before = (await page.store.audit()).length;
    await ids('bees');
    expect(await page.store.audit()).toHaveLength(before);
  });

  it('gives nothing once the vault is locked, and everything after the next unlock', async () => {
    await page.vault.lock();
    await expect(ids('bees')).rejects.toMatchObject({ code: 'CP_STORE_LOCKED' });
    await page.vault.unlock('practice', { recoveryKey });
    expect(await ids('bees')).toEqual([ADA.id]);
  });

  it('finds nobody whose record its officer is closed out of', async () => {
    const me = testOfficer.id;
    const known = { subjectId: ADA.id, kind: 'known-person', from: me, to: me, words: 'My niece.' };
    await page.store.commit({
      changes: [newRecord('colleagueRequest', buildRecord('colleagueRequest', known))],
      reason: 'case-work',
    });
    for (const words of ['ada', 'bees', 'niece']) expect(await ids(words)).toEqual([]);
  });
});

const NOTHING = { found: [], hasMore: false };

it('asks again where a record was closed while it was found', async () => {
  const versions = ['1', '2', '2', '2'];
  const asked: unknown[] = [];
  const find = {
    find: async (words: string, options?: object) => {
      asked.push([words, options]);
      return NOTHING;
    },
  } as object as FollowedFind;
  const hidden = [new Set(), new Set([ADA.id])];
  const closed = {
    version: async () => versions.shift(),
    ids: async () => hidden.shift(),
  } as object as ReturnType<typeof closedRecords>;
  await findOpen({ find, closed }, 'ada');
  expect(asked).toEqual([
    ['ada', { without: new Set() }],
    ['ada', { without: new Set([ADA.id]) }],
  ]);
});

describe('its beginning', () => {
  it('waits until every record is in and nothing else is to be done', async () => {
    const ready = vi.fn(async () => undefined);
    let arrive: () => void = () => undefined;
    const whole = new Promise<void>((go) => {
      arrive = go;
    });
    let rest: () => void = () => undefined;
    const idle = vi.fn(
      () =>
        new Promise<void>((go) => {
          rest = go;
        }),
    );
    readyFind({ find: { ready }, whole }, idle);
    await Promise.resolve();
    expect(idle).not.toHaveBeenCalled();
    arrive();
    await vi.waitFor(() => expect(idle).toHaveBeenCalledOnce());
    expect(ready).not.toHaveBeenCalled();
    rest();
    await vi.waitFor(() => expect(ready).toHaveBeenCalledOnce());
  });

  it('does not come where the vault was locked before', async () => {
    const ready = vi.fn(async () => undefined);
    let rest: () => void = () => undefined;
    const idle = vi.fn(
      () =>
        new Promise<void>((go) => {
          rest = go;
        }),
    );
    const stop = readyFind({ find: { ready }, whole: Promise.resolve() }, idle);
    await vi.waitFor(() => expect(idle).toHaveBeenCalledOnce());
    stop();
    rest();
    await new Promise((go) => setTimeout(go));
    expect(ready).not.toHaveBeenCalled();
  });

  it('is tried again with the next search where the engine could not be loaded', async () => {
    const source = {
      subscribe: () => () => undefined,
      query: async () => [],
      get: async () => undefined,
    };
    let isDown = true;
    const load = async () => {
      if (isDown) throw new Error('not loaded');
      return import('@cyber-prevent/core/find');
    };
    const options = { lists: gatherCodeLists(), pause: async () => undefined, load };
    const find = followFind(source as object as Parameters<typeof followFind>[0], options);
    await expect(find.find('ada')).rejects.toThrow('not loaded');
    isDown = false;
    expect(await find.find('ada')).toEqual(NOTHING);
  });
});
