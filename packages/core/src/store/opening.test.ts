import { describe, expect, it } from 'vitest';
import { buildIntervention, buildSubject, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import type { BatchLog } from './log/batch-log.js';
import type { HeadPortion, HeadsLog } from './log/heads.js';
import type { RecordStore } from './log/port.js';
import type { Change } from './log/revision.js';
import { memoryLog } from './memory-log.js';
import { openStore, openStoreEarly } from './open-store.js';

const signer = testSigner();
const { verify } = signer;

const save = (store: RecordStore, ...changes: Change[]) =>
  store.commit({ changes, reason: 'case-work' });

/**
 * Two subjects and an intervention in the heads; after them one subject is renamed, another is added, and one is
 * disposed of, which the heads do not show yet.
 */
async function kept() {
  const log = memoryLog() as BatchLog & { readonly heads: HeadsLog };
  const asked: number[] = [];
  const options = { host: testHost(), signer, verify };
  const failing: HeadsLog = {
    ...log.heads,
    save: async (change) => {
      if (change.from.seq > 0) throw new Error('The disk gave way');
      await log.heads.save(change);
    },
  };
  const store = await openStore({ ...options, log: { ...log, heads: failing } });
  const [subject, gone] = [buildSubject({ name: 'First' }), buildSubject({ name: 'Gone' })];
  const intervention = buildIntervention({ subjectId: subject.id });
  const { revisions } = await save(store, newRecord('subject', subject));
  await save(store, newRecord('subject', gone), newRecord('intervention', intervention));
  await store.compact();
  await save(store, {
    kind: 'subject',
    record: subject.id,
    parents: revisions,
    set: { name: 'Renamed' },
  });
  await save(store, newRecord('subject', buildSubject({ name: 'New' })));
  await expect(store.dispose([gone.id], 'retention')).rejects.toThrow();
  /** Opens the log with its subjects at once, and the others on a signal; or with a fault. */
  const opened = async (then: () => Promise<void>) => {
    const heads: HeadsLog = {
      ...log.heads,
      async load() {
        const found = await log.heads.load();
        return found && { ...found, records: afterFirst(found.records, then) };
      },
    };
    const noting: BatchLog = {
      ...log,
      heads,
      load(after = 0) {
        asked.push(after);
        return log.load(after);
      },
    };
    return openStoreEarly({ ...options, log: noting });
  };
  return { opened, asked, subject, intervention, log };
}

async function* afterFirst(
  portions: AsyncIterable<HeadPortion>,
  then: () => Promise<void>,
): AsyncGenerator<HeadPortion> {
  let isFirst = true;
  for await (const portion of portions) {
    if (!isFirst) await then();
    isFirst = false;
    yield portion;
  }
}

function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const names = async (store: RecordStore) =>
  (await store.query('subject')).map(({ value }) => value.name);
const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  const mark = Symbol();
  // Anything that needs no more than is loaded has had its turn by then.
  await new Promise((resolve) => setTimeout(resolve));
  return (await Promise.race([promise.catch(() => undefined), Promise.resolve(mark)])) !== mark;
};

describe('a store that is opened early', () => {
  it('answers of a kind that is in, brought up to the end, while another is still to come', async () => {
    const { opened, intervention } = await kept();
    const rest = gate();
    const { store, ready } = await opened(() => rest.opened);
    expect(await names(store)).toEqual(['Renamed', 'New']);
    const other = store.query('intervention');
    const one = store.get('intervention', intervention.id);
    expect(await isSettled(other)).toBe(false);
    rest.open();
    expect(await other).toHaveLength(1);
    expect((await one)?.id).toBe(intervention.id);
    await ready;
  });

  it('saves, logs a look and gives a history once all is in', async () => {
    const { opened, asked, subject, log } = await kept();
    const rest = gate();
    const { store, ready } = await opened(() => rest.opened);
    const before = await batchCount(log);
    const waiting = [
      store.history(subject.id),
      store.consult([subject.id], 'report'),
      save(store, newRecord('subject', buildSubject({ name: 'Later' }))),
    ];
    for (const one of [...waiting, ready]) expect(await isSettled(one)).toBe(false);
    expect(await batchCount(log)).toBe(before);
    rest.open();
    await Promise.all([...waiting, ready]);
    expect(await names(store)).toEqual(['Renamed', 'New', 'Later']);
    expect(asked).toEqual([2]);
  });

  it('answers from the batches when the heads turn out to be of no use, what was answered before too', async () => {
    const { opened, asked } = await kept();
    const rest = gate();
    const { store, ready } = await opened(async () => {
      await rest.opened;
      throw new Error('The disk gave way');
    });
    expect(await names(store)).toEqual(['Renamed', 'New']);
    rest.open();
    await ready;
    expect(asked).toContain(0);
    await save(store, newRecord('subject', buildSubject({ name: 'Later' })));
    expect(await names(store)).toEqual(['Renamed', 'New', 'Later']);
    expect(await store.query('intervention')).toHaveLength(1);
  });

  it('answers nothing more when neither heads nor batches can be used', async () => {
    const { opened, log } = await kept();
    const rest = gate();
    const { store, ready } = await opened(async () => {
      await rest.opened;
      throw new Error('The disk gave way');
    });
    const [first] = await log.read([1]);
    const [second] = await log.read([2]);
    if (!first || !second) throw new Error('Batches were kept');
    await log.replace([{ ...first, revisions: second.revisions }]);
    rest.open();
    const broken = { code: 'CP_STORE_CHAIN_BROKEN' };
    await expect(ready).rejects.toMatchObject(broken);
    await expect(store.query('subject')).rejects.toMatchObject(broken);
    await expect(save(store, newRecord('subject', buildSubject()))).rejects.toMatchObject(broken);
  });

  it('gives up what is still to come when it is closed', async () => {
    const { opened, asked } = await kept();
    const rest = gate();
    const { store, ready } = await opened(() => rest.opened);
    const waiting = store.query('intervention');
    asked.length = 0;
    await store.close();
    rest.open();
    const closed = { code: 'CP_STORE_CLOSED' };
    await expect(ready).rejects.toMatchObject(closed);
    await expect(waiting).rejects.toMatchObject(closed);
    expect(asked).toEqual([]);
  });
});

async function batchCount(log: BatchLog): Promise<number> {
  let count = 0;
  for await (const _ of log.load()) count += 1;
  return count;
}
