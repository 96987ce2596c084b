import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import { buildId, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import {
  batchesOf,
  save,
  saveSubject,
  setUp,
  signer,
  withoutHeads,
} from '../../testing/store/heads-under-test.js';
import { answersOf } from '../../testing/store/store-answers.js';
import { openStore } from '../open-store.js';
import { headerDigest } from './chain.js';
import { composeBatch } from './compose.js';
import type { HeadPortion, HeadRecord, Heads, HeadsLog } from './heads.js';
import type { RecordStore } from './port.js';
import type { Change } from './revision.js';

describe('opening from heads', () => {
  it('proves and folds only what came after them, and reads older batches when asked', async () => {
    const { asked, options } = setUp();
    const first = await openStore(options);
    const { id } = await saveSubject(first);
    await saveSubject(first);
    await first.compact();
    await saveSubject(first);

    asked.length = 0;
    const store = await openStore(options);
    expect(await store.get('subject', id)).toBeDefined();
    expect(await store.query('subject')).toHaveLength(3);
    expect(await store.batchesSince(2)).toHaveLength(1);
    expect(asked).toEqual(['read 2', 'load 2']);
    expect(await store.history(id)).toHaveLength(1);
    expect(await store.batchesSince(1)).toHaveLength(2);
    expect(asked.slice(2)).toEqual(['read 1', 'load 1']);
  });

  it('saves what changed since, what is gone, and the place', async () => {
    const { saves, options } = setUp();
    const store = await openStore(options);
    const made = [await saveSubject(store), await saveSubject(store), await saveSubject(store)];
    const [changed, gone, same] = made.map(({ id }) => id) as [RecordId, RecordId, RecordId];
    await store.compact();
    await save(store, {
      kind: 'subject',
      record: changed,
      parents: made[0]?.revisions ?? [],
      set: { name: 'Later' },
    });
    await store.dispose([gone], 'retention');
    const { seq, head } = await store.dispose([(await saveSubject(store)).id], 'retention');
    await store.compact();

    expect(saves.map(({ from, end }) => [from.seq, end.seq])).toEqual([
      [0, 3],
      [3, 5],
      [5, 7],
    ]);
    expect(saves.map((one) => one.changed.map(({ id }) => id))).toEqual([
      [changed, gone, same],
      [changed],
      [],
    ]);
    expect(saves[1]).toMatchObject({ removed: [gone], disposed: [gone] });
    expect(saves[2]).toMatchObject({ end: { seq, head } });
    expect(saves[2]?.disposed).toHaveLength(2);
  });

  it('folds what another device wrote on an older revision the same as from the first batch', async () => {
    const { log, options } = setUp();
    const store = await openStore(options);
    const { id, revisions } = await saveSubject(store);
    const change: Change = {
      kind: 'subject',
      record: id,
      parents: revisions,
      set: { aliases: [] },
    };
    await save(store, { ...change, set: { name: 'Second' } });
    const { seq, head } = await save(store, newRecord('subject', buildSubject()));
    await store.compact();
    // A store refuses such a commit, so the batches are put into the log as a merge of two devices would.
    const place = { signer, host: options.host, at: options.host.clock.now() };
    const commit = { changes: [change], reason: 'case-work' };
    const merged = await composeBatch(commit, { ...place, seq: seq + 1, prev: head });
    const prev = await headerDigest(merged.header, options.host.digest);
    await log.append(merged);
    await log.append({ ...(await composeBatch(commit, { ...place, seq: seq + 2, prev })) });

    const carried = await openStore(options);
    const whole = await openStore({ ...options, log: await withoutHeads(log) });
    expect(await answersOf(carried)).toEqual(await answersOf(whole));
    const stored = await carried.get('subject', id);
    expect(stored?.heads).toHaveLength(3);
    expect(stored?.value.name).toBe('Rowan Vael');
  });

  it('asks the log once for a save of many records that is to be undone', async () => {
    const { asked, options } = setUp();
    const store = await openStore(options);
    const subjects = Array.from({ length: 40 }, () => buildSubject());
    await save(store, ...subjects.map((subject) => newRecord('subject', subject)));
    await store.compact();
    asked.length = 0;
    for (const { id } of subjects) expect(await store.history(id)).toHaveLength(1);
    expect(asked).toEqual(['read 1']);
  });
});

describe('heads that cannot be used', () => {
  const kept = async (): Promise<ReturnType<typeof setUp>> => {
    const given = setUp();
    const store = await openStore(given.options);
    await saveSubject(store, 'First');
    await saveSubject(store, 'Second');
    await store.compact();
    await saveSubject(store, 'Third');
    return given;
  };
  const names = async (store: RecordStore) =>
    (await store.query('subject')).map(({ value }) => value.name);

  it.each<[string, (heads: Heads) => Partial<Heads> | Promise<never>]>([
    ['of another chain', ({ end }) => ({ end: { ...end, head: 'a'.repeat(64) } })],
    ['beyond the log’s end', ({ end }) => ({ end: { ...end, seq: 9 } })],
    ['that stop half way', (heads) => ({ records: cutShort(heads.records) })],
    ['with a record twice', (heads) => ({ records: twice(heads.records) })],
    ['with something else among the records', () => ({ records: portions([{}]) })],
    ['that cannot be read', () => Promise.reject(new Error('The disk gave way'))],
  ])('are passed over: %s', async (_what, spoil) => {
    const { log, asked, options } = await kept();
    const heads: HeadsLog = {
      ...log.heads,
      async load() {
        const good = await log.heads.load();
        return good && { ...good, ...(await spoil(good)) };
      },
    };
    const store = await openStore({ ...options, log: { ...log, heads } });
    expect(await names(store)).toEqual(['First', 'Second', 'Third']);
    expect(asked.at(-1)).toBe('load 0');
  });

  it('are let go of, since a log may have begun to read them', async () => {
    const { log, options } = await kept();
    let returns = 0;
    const records: Heads['records'] = {
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.reject(new Error('Nobody asks for them')),
        async return() {
          returns += 1;
          return { done: true, value: undefined };
        },
      }),
    };
    const load: HeadsLog['load'] = async () => ({
      end: { seq: 2, head: 'a'.repeat(64) },
      disposed: [],
      records,
    });
    await openStore({ ...options, log: { ...log, heads: { ...log.heads, load } } });
    expect(returns).toBe(1);
  });

  it('are passed over: of another chain as long as the log, with nothing after them', async () => {
    const [{ log, options }, other] = [setUp(), setUp()];
    await saveSubject(await openStore(options), 'First');
    const strange = await openStore(other.options);
    await saveSubject(strange, 'Strange');
    await strange.compact();
    const store = await openStore({ ...options, log: { ...log, heads: other.log.heads } });
    expect(await names(store)).toEqual(['First']);
  });

  it('are put away by the next compaction, another chain’s records with them', async () => {
    const { log, options } = await kept();
    const other = await kept();
    const strange = { ...log, heads: other.log.heads };
    const store = await openStore({ ...options, log: strange });
    await store.compact();
    const again = await openStore({ ...options, log: strange });
    expect(await names(again)).toEqual(['First', 'Second', 'Third']);
    other.asked.length = 0;
    await saveSubject(again, 'Fourth');
    expect(await names(await openStore({ ...options, log: strange }))).toHaveLength(4);
  });

  it('hide no other chain: the log itself is still refused', async () => {
    const { options } = await kept();
    for (const other of [{ device: buildId() }, { team: 'elsewhere' }])
      await expect(
        openStore({ ...options, signer: { ...signer, ...other } }),
      ).rejects.toMatchObject({ code: 'CP_STORE_CHAIN_BROKEN' });
  });

  it('let a head from elsewhere stand before, at or after them, and refuse a wrong one', async () => {
    const { log, asked, options } = await kept();
    const headers = (await batchesOf(log)).map(({ header }) => header);
    const heads = await Promise.all(headers.map((one) => headerDigest(one, options.host.digest)));
    for (const [index, head] of heads.entries()) {
      const expectAt = (at: string) =>
        openStore({ ...options, expect: { seq: index + 1, head: at } });
      await expect(expectAt(head)).resolves.toBeDefined();
      expect(asked.at(-1)).toBe('load 2');
      if (index > 0)
        await expect(expectAt('b'.repeat(64))).rejects.toMatchObject({
          code: 'CP_STORE_CHAIN_BROKEN',
        });
    }
    await expect(
      openStore({ ...options, expect: { seq: 4, head: 'b'.repeat(64) } }),
    ).rejects.toMatchObject({ cause: [{ code: 'chain-cut' }] });
  });

  it('do not vouch for an older batch that somebody changed', async () => {
    const { log, options } = await kept();
    const [first, second] = await batchesOf(log);
    if (!first || !second) throw new Error('Batches were kept');
    const id = first.revisions[0]?.content.record ?? buildId();
    await log.replace([{ ...first, revisions: second.revisions }]);
    const store = await openStore(options);
    const broken = { code: 'CP_STORE_CHAIN_BROKEN' };
    await expect(store.history(id)).rejects.toMatchObject(broken);
    await expect(store.audit()).rejects.toMatchObject(broken);
    await expect(store.batchesSince(0)).rejects.toMatchObject(broken);
    const moved = { ...second, header: { ...second.header, seq: 1 } };
    await log.replace([moved]);
    await expect((await openStore(options)).history(id)).rejects.toMatchObject(broken);
    await expect(store.dispose([id], 'retention')).rejects.toMatchObject(broken);
  });
});

async function* portions(...records: unknown[][]): AsyncGenerator<HeadPortion> {
  for (const portion of records) yield { records: portion as HeadRecord[] };
}

async function* cutShort(records: Heads['records']): AsyncGenerator<HeadPortion> {
  for await (const portion of records) {
    yield { ...portion, records: portion.records.slice(0, 1) };
    throw new Error('The disk gave way');
  }
}

async function* twice(records: Heads['records']): AsyncGenerator<HeadPortion> {
  for await (const portion of records)
    yield { ...portion, records: [...portion.records, ...portion.records.slice(0, 1)] };
}
