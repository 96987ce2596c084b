import { describe, expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import { buildHold, buildId, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { memoryLog } from '../memory-log.js';
import { openStore, openStoreEarly } from '../open-store.js';
import type { FirstOrder } from './first-order.js';
import type { HeadPortion, HeadsLog } from './heads.js';
import type { RecordStore } from './port.js';
import type { Change } from './revision.js';

const signer = testSigner();

/** Records with an alias first; a later hold may change the choice. */
const order: FirstOrder = {
  rule: 'aliases 1',
  choose: (records) => {
    const chosen = new Set<RecordId>();
    for (const { id, value } of records)
      if ('aliases' in value && value.aliases.length > 0) chosen.add(id);
    return chosen;
  },
  outlasts: ({ kind }) => kind !== 'hold',
};

const named = (name: string, isWanted = false) =>
  buildSubject({ name, aliases: isWanted ? ['as seen'] : [] });
const save = (store: RecordStore, ...changes: Change[]) =>
  store.commit({ changes, reason: 'case-work' });

/** One subject to be opened first and another, both in the heads; then the saves after them. */
async function kept(after: (store: RecordStore) => Promise<unknown> = async () => undefined) {
  const log = memoryLog();
  const { heads } = log;
  if (!heads) throw new Error('A log in memory keeps heads');
  const options = { host: testHost(), signer, verify: signer.verify, first: order };
  const store = await openStore({ ...options, log });
  await save(
    store,
    newRecord('subject', named('Plain')),
    newRecord('subject', named('First', true)),
  );
  await store.compact();
  await after(store);
  let goOn: () => void = () => undefined;
  const rest = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const gated: HeadsLog = {
    ...heads,
    async load() {
      const found = await heads.load();
      return found && { ...found, records: gatedAfterFirst(found.records, rest) };
    },
  };
  const opened = (first: FirstOrder | undefined = order) =>
    openStoreEarly({ ...options, log: { ...log, heads: gated }, ...(first ? { first } : {}) });
  return { opened, goOn: () => goOn(), log, options };
}

async function* gatedAfterFirst(
  portions: AsyncIterable<HeadPortion>,
  rest: Promise<void>,
): AsyncGenerator<HeadPortion> {
  let isFirst = true;
  for await (const portion of portions) {
    if (!isFirst) await rest;
    isFirst = false;
    yield portion;
  }
}

const namesOf = (
  records: Awaited<ReturnType<Awaited<ReturnType<typeof openStoreEarly>>['first']>>,
) => records?.map(({ value }) => ('name' in value ? value.name : undefined));

describe('what is put first', () => {
  it('is in hand before the rest, with what was saved since', async () => {
    const { opened, goOn } = await kept(async (store) => {
      await save(store, newRecord('subject', named('Later')));
      const [record] = await store.query('subject', { name: 'First' });
      if (!record) throw new Error('not held');
      const { kind, id, heads: parents } = record;
      await save(store, { kind, record: id, parents, set: { name: 'Renamed' } });
    });
    const { first, ready, store } = await opened();
    expect(namesOf(await first())).toEqual(['Renamed', 'Later']);
    goOn();
    await ready;
    expect(namesOf(await store.query('subject'))).toEqual(['Plain', 'Renamed', 'Later']);
    expect(namesOf(await first())).toEqual(['Renamed', 'Later']);
  });

  it('is nobody’s where it was put first by another rule, or by none', async () => {
    const { opened, goOn, log, options } = await kept();
    const other = await opened({ ...order, rule: 'aliases 2' });
    goOn();
    expect(await other.first()).toBeUndefined();
    expect(await (await openStoreEarly({ ...options, log: memoryLog() })).first()).toBeUndefined();
    const { first: _, ...without } = options;
    const store = await openStore({ ...without, log });
    await save(store, newRecord('subject', named('Later')));
    await store.compact();
    expect(await (await openStoreEarly({ ...options, log })).first()).toBeUndefined();
  });

  it.each<[string, (store: RecordStore) => Promise<unknown>]>([
    ['makes others count', (store) => save(store, newRecord('hold', buildHold()))],
    [
      'changes one that was not put first',
      async (store) => {
        const [record] = await store.query('subject', { name: 'Plain' });
        if (!record) throw new Error('not held');
        const { kind, id, heads: parents } = record;
        await save(store, { kind, record: id, parents, set: { name: 'Changed' } });
      },
    ],
    [
      'took in what another device made',
      async (store) => {
        const other = await openStore({
          log: memoryLog(),
          host: testHost(),
          signer: testSigner({ device: buildId(), officer: buildId() }),
        });
        await save(other, newRecord('subject', named('Of others')));
        await store.receive(await other.batchesSince(0), async () => true, 'case-work', {
          from: 'colleague',
        });
      },
    ],
  ])('is not enough when a later save %s', async (_, after) => {
    const { opened, goOn } = await kept(after);
    const { first, ready } = await opened();
    expect(await first()).toBeUndefined();
    goOn();
    await ready;
  });

  it('is not given any more once something was saved', async () => {
    const { opened, goOn } = await kept();
    const { first, store } = await opened();
    goOn();
    await save(store, newRecord('subject', named('Later')));
    expect(await first()).toBeUndefined();
  });

  it('is chosen among what stands: neither what was withdrawn nor what was disposed of', async () => {
    const { opened, goOn, log, options } = await kept();
    const store = await openStore({ ...options, log });
    const [gone, undone] = [named('Gone', true), named('Undone', true)];
    const { revisions } = await save(store, newRecord('subject', undone));
    await save(store, newRecord('subject', gone));
    const back = { kind: 'subject', record: undone.id, parents: revisions, set: {} } as const;
    await save(store, { ...back, withdraw: true });
    await store.dispose([gone.id], 'retention');
    await store.compact();
    const { first } = await opened();
    goOn();
    expect(namesOf(await first())).toEqual(['First']);
  });
});
