/**
 * The log through a real keeper over a real vault: opened only when that is logged; a search is one entry and no words.
 */
import type { LoggedEntry, RecordId } from '@cyber-prevent/core';
import { buildIntervention, buildSubject, endCase, newRecord } from '@cyber-prevent/core/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, newBench, setUp } from '../../testing/keeper-under-test.js';
import { newComputer } from '../../testing/storage-under-test.js';
import type { KeeperConnection } from '../client/client.js';
import { browserHost } from '../host.js';
import { SEARCH_SALT } from './search-digest.js';

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.clear();
});

async function opened(): Promise<KeeperConnection> {
  const computer = newComputer();
  const recoveryKey = await setUp(computer);
  const bench = newBench(computer);
  benches.push(bench);
  await bench.keeper();
  const page = bench.page();
  await page.vault.unlock('practice', { recoveryKey });
  return page;
}

async function withSubject() {
  const page = await opened();
  const subject = buildSubject({ name: 'Quillon Ashgrove' });
  const intervention = buildIntervention({ subjectId: subject.id });
  await page.store.commit({
    changes: [newRecord('subject', subject), newRecord('intervention', intervention)],
    reason: 'referral',
  });
  return { page, subject, intervention };
}

const disposes = async ({ store }: KeeperConnection, subject: RecordId, of: RecordId) => {
  const ended = await endCase(store, subject, browserHost().clock.today());
  await store.dispose([...ended, of], 'retention');
};

const searchesOf = (entries: readonly LoggedEntry[]) =>
  entries.filter(({ reason }) => reason === 'search');

describe('the log of a person', () => {
  it('is logged as looked at, and has what was done with each of their records', async () => {
    const { page, subject, intervention } = await withSubject();
    const log = await page.log.open({ subject: subject.id }, 'log-review');
    expect(Object.fromEntries(log.kinds)).toEqual({
      [subject.id]: 'subject',
      [intervention.id]: 'intervention',
    });
    const { total, entries } = await log.read({}, 0, 50);
    expect(total).toBe(3);
    expect(entries.map(({ action, records, fields }) => [action, records[0], fields[0]])).toEqual([
      ['consultation', subject.id, 'log'],
      ['collection', intervention.id, expect.anything()],
      ['collection', subject.id, expect.anything()],
    ]);
    expect((await log.read({ action: 'collection' }, 1, 1)).entries).toMatchObject([
      { records: [subject.id] },
    ]);
    await page.store.consult([intervention.id], 'case-work');
    expect((await log.read({}, 0, 1)).entries).toMatchObject([{ records: [intervention.id] }]);
  });

  it('is not opened for somebody who is not held, and nothing is logged then', async () => {
    const { page, subject, intervention } = await withSubject();
    await disposes(page, subject.id, intervention.id);
    const before = await page.store.audit();
    await expect(page.log.open({ subject: subject.id }, 'log-review')).rejects.toMatchObject({
      code: 'CP_STORE_UNKNOWN_RECORD',
    });
    expect(await page.store.audit()).toEqual(before);
  });

  it('is not opened under no reason', async () => {
    const { page, subject } = await withSubject();
    await expect(page.log.open({ subject: subject.id }, '')).rejects.toMatchObject({
      code: 'CP_RECORD_INVALID',
    });
  });

  it('leaves only once that is logged', async () => {
    const { page, subject } = await withSubject();
    const log = await page.log.open({ subject: subject.id }, 'log-review');
    const to = { reason: 'disclosure', recipients: ['supervisor', 'DI Penhallow'] };
    expect(await log.disclose({ action: 'collection' }, to)).toHaveLength(2);
    expect((await page.store.audit()).at(-1)).toMatchObject({
      action: 'disclosure',
      records: [subject.id],
      fields: ['log'],
      ...to,
    });
  });
});

it('gives an officer their own log, newest first, in pieces', async () => {
  const { page, subject } = await withSubject();
  for (let look = 0; look < 5; look += 1) await page.store.consult([subject.id], 'case-work');
  const log = await page.log.open('own', 'log-review');
  const first = await log.read({ action: 'consultation' }, 0, 4);
  const rest = await log.read({ action: 'consultation' }, 4, 4);
  expect(first.total).toBe(6);
  expect([...first.entries, ...rest.entries]).toHaveLength(6);
  expect(first.entries[0]).toMatchObject({ records: [], fields: ['log'] });
});

describe('a search', () => {
  it('is one entry with the ids shown and a digest; never the words', async () => {
    const { page, subject } = await withSubject();
    await page.log.noteSearch({ words: 'Quillon  ashgrove', shown: [subject.id, subject.id] });
    const entry = (await page.store.audit()).at(-1);
    expect(entry).toMatchObject({
      action: 'consultation',
      records: [subject.id],
      fields: ['name', 'reference'],
      reason: 'search',
      search: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(JSON.stringify(await page.store.audit())).not.toMatch(/quillon|ashgrove/i);
  });

  it('names the fields that it showed words of, and keeps nothing else that a page calls a field', async () => {
    const { page, subject } = await withSubject();
    const fields = ['narrative', 'name', 'Quillon Ashgrove'];
    await page.log.noteSearch({ words: 'Quillon', shown: [subject.id], fields });
    expect((await page.store.audit()).at(-1)?.fields).toEqual(['name', 'reference', 'narrative']);
  });

  it('has one digest for the same words, however they are written, and another for others', async () => {
    const { page } = await withSubject();
    for (const words of ['Quillon Ashgrove', ' QUILLON   ashgrove', 'Quillon'])
      await page.log.noteSearch({ words, shown: [] });
    const [one, same, other] = searchesOf(await page.store.audit()).map(({ search }) => search);
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it('is logged however much was typed', async () => {
    const { page, subject } = await withSubject();
    const words = `Quillon${' and on'.repeat(2000)}`;
    await page.log.noteSearch({ words, shown: [subject.id] });
    expect(searchesOf(await page.store.audit()).map(({ records }) => records)).toEqual([
      [subject.id],
    ]);
  });

  it('has no digest where nothing was typed: a list was looked at', async () => {
    const { page, subject } = await withSubject();
    await page.log.noteSearch({ words: ' ', shown: [subject.id] });
    expect((await page.store.audit()).at(-1)).not.toHaveProperty('search');
  });

  it('cannot be confirmed by the same words once something was disposed of', async () => {
    const { page, subject, intervention } = await withSubject();
    const words = 'Quillon Ashgrove';
    await page.log.noteSearch({ words, shown: [subject.id] });
    await disposes(page, subject.id, intervention.id);
    await page.log.noteSearch({ words, shown: [] });
    const [before, after] = searchesOf(await page.store.audit());
    expect(before?.records).toEqual([subject.id]);
    expect(after?.search).not.toBe(before?.search);
  });

  it('keeps its salt from every page', async () => {
    const { page } = await withSubject();
    await page.log.noteSearch({ words: 'Quillon', shown: [] });
    expect(await page.work.keys()).toEqual([]);
    await expect(page.work.load(SEARCH_SALT)).rejects.toThrow();
    await expect(page.work.discard(SEARCH_SALT)).rejects.toThrow();
  });
});
