import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIntervention, buildSubject, newRecord } from '../testing/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import { type LateHeadsOptions, lateHeads } from '../testing/late-heads-under-test.js';
import { playAgainstModel, STORE_STEPS } from '../testing/store-model.js';
import type { BatchLog } from './batch-log.js';
import type { HeadsLog } from './heads.js';
import { memoryLog } from './memory-log.js';
import { openStore, openStoreEarly } from './open-store.js';
import type { RecordStore } from './port.js';
import type { Change } from './revision.js';

const signer = testSigner();
const { verify } = signer;
const options = { host: testHost(), signer, verify };
const KINDS = ['subject', 'intervention', 'hold'] as const;

type KeepingLog = BatchLog & { readonly heads: HeadsLog };
const save = (store: RecordStore, ...changes: Change[]) =>
  store.commit({ changes, reason: 'case-work' });
const never = () => new Promise<void>(() => undefined);
const isSettled = async (promise: Promise<unknown>): Promise<boolean> => {
  const mark = Symbol();
  await new Promise((resolve) => setTimeout(resolve));
  return (await Promise.race([promise.catch(() => undefined), Promise.resolve(mark)])) !== mark;
};

/** One subject and three contacts with them in the heads, each contact in a portion of its own that is read late. */
async function kept() {
  const log = memoryLog() as KeepingLog;
  const subject = buildSubject();
  const contacts = Array.from({ length: 3 }, () => buildIntervention({ subjectId: subject.id }));
  const store = await openStore({ ...options, log });
  await save(
    store,
    newRecord('subject', subject),
    ...contacts.map((contact) => newRecord('intervention', contact)),
  );
  await store.compact();
  const opened = async (late: LateHeadsOptions = {}) => {
    const heads = lateHeads(log.heads, { early: 1, pause: never, ...late });
    const opening = await openStoreEarly({ ...options, log: { ...log, heads } });
    return { ...opening, seen: heads.seen };
  };
  const [one, two, three] = contacts.map(({ id }) => id);
  if (!one || !two || !three) throw new RangeError('Three were made');
  return { log, store, subject, one, two, three, opened };
}

describe('heads that are read late', () => {
  it('are read when one of them is asked for, and no others', async () => {
    const { opened, two, subject } = await kept();
    const { store, seen, ready } = await opened();
    expect((await store.get('subject', subject.id))?.id).toBe(subject.id);
    expect(await store.get('intervention', subject.id)).toBeUndefined();
    expect(seen.read).toEqual([]);
    for (let again = 0; again < 2; again += 1)
      expect((await store.get('intervention', two))?.id).toBe(two);
    expect(seen.read).toEqual([[2]]);
    expect(await isSettled(ready)).toBe(false);
  });

  it('are read one after the other, with a pause before each, when nobody asks', async () => {
    const { opened, three } = await kept();
    const goOn: (() => void)[] = [];
    const { store, seen, ready } = await opened({
      pause: () => new Promise((resolve) => goOn.push(resolve)),
    });
    for (const read of [[[1]], [[1], [2]]]) {
      await isSettled(ready);
      goOn.shift()?.();
      await isSettled(ready);
      expect(seen.read).toEqual(read);
    }
    await store.get('intervention', three);
    goOn.shift()?.();
    await ready;
    expect(seen.read).toEqual([[1], [2], [3]]);
    expect(await store.query('intervention')).toHaveLength(3);
  });

  it('are all read for a question about their kind', async () => {
    const { opened, subject } = await kept();
    let [isHeld, turns]: [boolean, (() => void)[]] = [true, []];
    const { store } = await opened({
      pause: () => (isHeld ? new Promise((resolve) => turns.push(resolve)) : Promise.resolve()),
    });
    const asked = store.query('intervention', { subjectId: subject.id });
    expect(await isSettled(asked)).toBe(false);
    isHeld = false;
    for (const turn of turns) turn();
    turns = [];
    expect(await asked).toHaveLength(3);
  });

  it('are read before what was saved since is laid over them, and only those that it touches', async () => {
    const { store: before, opened, one, two } = await kept();
    const held = await before.get('intervention', two);
    const added = buildIntervention({ subjectId: held?.value.subjectId });
    await save(before, {
      kind: 'intervention',
      record: two,
      parents: held?.heads ?? [],
      set: { minutes: 7 },
    });
    await save(before, newRecord('intervention', added));
    let turns = 1;
    const { store, seen } = await opened({
      pause: () => (turns-- > 0 ? Promise.resolve() : never()),
    });
    expect((await store.get('intervention', two))?.value.minutes).toBe(7);
    expect((await store.get('intervention', added.id))?.id).toBe(added.id);
    expect(seen.read).toEqual([[2]]);
    expect((await store.get('intervention', one))?.value.minutes).not.toBe(7);
  });

  it('stand before what came since, whichever were read first', async () => {
    const { store: before, opened, subject } = await kept();
    const added = buildIntervention({ subjectId: subject.id });
    await save(before, newRecord('intervention', added));
    const { store, ready } = await opened({ pause: async () => undefined });
    await ready;
    const ids = (await store.query('intervention')).map(({ id }) => id);
    expect(ids).toEqual((await before.query('intervention')).map(({ id }) => id));
    await store.compact();
    await save(store, newRecord('intervention', buildIntervention({ subjectId: subject.id })));
    expect(await store.query('intervention')).toHaveLength(5);
  });

  it('bring nothing back that was disposed of since', async () => {
    const { log, store: before, opened, two } = await kept();
    const disposing = await openStore({
      ...options,
      log: { ...log, heads: { ...log.heads, save: () => Promise.reject(new Error('Power')) } },
    });
    await expect(disposing.dispose([two], 'retention')).rejects.toThrow();
    await before.close();
    const { store, ready } = await opened({ pause: async () => undefined });
    expect(await store.get('intervention', two)).toBeUndefined();
    await ready;
    expect(await store.query('intervention')).toHaveLength(2);
  });

  it.each<[string, NonNullable<LateHeadsOptions['read']>]>([
    [
      'fail',
      () => {
        throw new Error('The disk gave way');
      },
    ],
    ['are no heads', () => [{}] as never],
    ['come twice', (records) => [...records, ...records]],
  ])('give way to the batches when they %s, whoever asked first', async (_what, read) => {
    const { opened, two } = await kept();
    const pauses = [async () => undefined, () => new Promise<void>((go) => setTimeout(go))];
    for (const pause of pauses) {
      const { store, ready } = await opened({ read, pause });
      expect((await store.get('intervention', two))?.id).toBe(two);
      await ready;
      expect(await store.query('intervention')).toHaveLength(3);
      expect((await store.history(two)).map(({ record }) => record)).toEqual([two]);
    }
  });

  it('are dropped unread when the store is closed', async () => {
    const { opened, one } = await kept();
    const { store, seen, ready } = await opened();
    await store.get('intervention', one);
    await store.close();
    expect(seen).toEqual({ read: [[1]], dropped: [[2], [3]] });
    await expect(store.get('intervention', one)).rejects.toMatchObject({ code: 'CP_STORE_CLOSED' });
    expect(await isSettled(ready)).toBe(false);
  });
});

describe('the law of late heads', () => {
  const step = fc.record({
    what: fc.constantFrom(...STORE_STEPS),
    pick: fc.nat({ max: 9 }),
    detail: fc.nat({ max: 9 }),
  });
  const isCompacted = fc.oneof({ weight: 1, arbitrary: fc.constant(true) }, fc.constant(false));

  it('holds: whatever is asked, in whatever order, is answered as by all the batches', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, isCompacted), { maxLength: 20 }),
        fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...KINDS), fc.boolean()), { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        async (plan, questions, size) => {
          const log = memoryLog() as KeepingLog;
          const compacted = plan.map(([, is]) => is).values();
          const late = lateHeads(log.heads, {
            size,
            pause: () => new Promise((go) => setTimeout(go)),
          });
          await playAgainstModel(
            await openStore({ ...options, log }),
            plan.map(([one]) => one),
            async (store) => {
              if (compacted.next().value) await store.compact();
              return store;
            },
          );
          const { heads: _, ...plain } = log;
          const whole = await openStore({ ...options, log: plain });
          const ids = (await whole.batchesSince(0)).flatMap(({ revisions, audit }) => [
            ...revisions.flatMap((entry) => entry?.content.record ?? []),
            ...audit.flatMap((entry) => entry?.content.records ?? []),
          ]);
          const { store, ready } = await openStoreEarly({
            ...options,
            log: { ...log, heads: late },
          });
          const answers = (of: RecordStore) =>
            Promise.all(
              questions.map(([which, kind, isOne]) => {
                const id = ids[which % ids.length];
                return isOne && id ? of.get(kind, id) : of.query(kind);
              }),
            );
          expect(await answers(store)).toEqual(await answers(whole));
          await ready;
          expect(await answers(store)).toEqual(await answers(whole));
        },
      ),
      { numRuns: 60 },
    );
  });
});
