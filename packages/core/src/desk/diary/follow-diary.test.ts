/** The diary of a store in use: it equals the diary of all its records, folded at once. */
import { afterEach, describe, expect, it } from 'vitest';
import { workingCalendar } from '../../casework/rules/calendar.js';
import { gatherTriggers } from '../../casework/rules/trigger.js';
import { gatherCodeLists } from '../../codes/index.js';
import { RECORD_KINDS } from '../../record/kind.js';
import type { PlainDate } from '../../shared/index.js';
import { createMemoryStore, type RecordStore, type StoredRecord } from '../../store/index.js';
import {
  buildIntervention,
  buildPromise,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { diary } from './diary.js';
import { diaryOrder } from './diary-order.js';
import { type FollowedDiary, followDiary } from './follow-diary.js';

const today = '2026-11-24' as PlainDate;
const lists = gatherCodeLists();
const context = { calendar: workingCalendar(), lists, triggers: gatherTriggers(lists) };
const subject = buildSubject();
const promise = buildPromise({ subjectId: subject.id, madeOn: '2026-11-02', dueOn: '2026-11-20' });
let followed: FollowedDiary | undefined;
afterEach(() => followed?.stop());

async function storeWith(...changes: readonly ReturnType<typeof newRecord>[]) {
  const store = await createMemoryStore({
    host: testHost({ at: '2026-11-24T09:30:00.000Z' }),
    signer: testSigner(),
  });
  await store.commit({ changes, reason: 'case-work' });
  followed = followDiary(store, context);
  return { store, follows: followed };
}

async function atOnce(store: RecordStore) {
  const all = await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)));
  return diary(all.flat() as readonly StoredRecord[], { today, ...context });
}

async function heldPromise(store: RecordStore) {
  const held = await store.get('promise', promise.id);
  if (!held) throw new Error('no promise');
  return { kind: 'promise', record: held.id, parents: held.heads } as const;
}

describe('followDiary', () => {
  it('holds what was saved before it was made', async () => {
    const { follows } = await storeWith(
      newRecord('subject', subject),
      newRecord('promise', promise),
    );
    expect((await follows.read(today)).entries).toMatchObject([
      { act: 'keep-promise', record: promise.id, about: subject.id, by: '2026-11-20' },
    ]);
  });

  it('follows a save, a change, what was undone, what stands again and what was disposed of', async () => {
    const { store, follows } = await storeWith(newRecord('subject', subject));
    const acts: readonly (readonly [number, () => Promise<unknown>])[] = [
      [0, async () => undefined],
      [1, () => store.commit({ changes: [newRecord('promise', promise)], reason: 'case-work' })],
      [
        0,
        async () =>
          store.commit({
            changes: [
              { ...(await heldPromise(store)), set: { settled: 'kept', settledOn: today } },
            ],
            reason: 'case-work',
          }),
      ],
      [
        1,
        async () =>
          store.commit({
            changes: [{ ...(await heldPromise(store)), set: { settled: null, settledOn: null } }],
            reason: 'case-work',
          }),
      ],
      [
        0,
        async () =>
          store.commit({
            changes: [{ ...(await heldPromise(store)), set: {}, withdraw: true }],
            reason: 'case-work',
          }),
      ],
      [
        1,
        async () => {
          const [last] = (await store.history(promise.id)).slice(-1);
          await store.commit({
            changes: [
              { kind: 'promise', record: promise.id, parents: last ? [last.id] : [], set: {} },
            ],
            reason: 'case-work',
          });
        },
      ],
      [0, () => store.dispose([promise.id], 'retention')],
    ];
    for (const [count, act] of acts) {
      await act();
      const read = await follows.read(today);
      expect(read.entries).toHaveLength(count);
      expect(read).toEqual(await atOnce(store));
    }
  });

  it('has a save in it that was kept while everything was still being read', async () => {
    const { store, follows } = await storeWith(newRecord('subject', subject));
    const first = follows.read(today);
    await store.commit({ changes: [newRecord('promise', promise)], reason: 'case-work' });
    expect((await follows.read(today)).entries).toHaveLength(1);
    await first;
  });

  it('is folded from what came first, and from everything once a save makes more count', async () => {
    const about = { subjectId: subject.id, mode: 'in-person', outcome: 'engaged' };
    const visit = (heldOn: string, more = {}) =>
      buildIntervention({ ...about, heldOn, followUpDueOn: undefined, ...more });
    const asked = visit('2026-10-01', { followUpDueOn: '2026-10-20' });
    const [met, latest] = [visit('2026-10-21'), visit('2026-11-02')];
    const { store } = await storeWith(
      newRecord('subject', subject),
      ...[asked, met, latest].map((each) => newRecord('intervention', each)),
    );
    const [all, contacts] = [await store.query('subject'), await store.query('intervention')];
    const records: readonly StoredRecord[] = [...all, ...contacts];
    const chosen = diaryOrder(context.triggers).choose(records);
    expect([...chosen].sort()).toEqual([subject.id, latest.id].sort());
    const kindsRead: string[] = [];
    const follows = followDiary(
      {
        ...bound(store),
        query: (kind, where) => {
          kindsRead.push(kind);
          return store.query(kind, where);
        },
      },
      { ...context, first: async () => records.filter(({ id }) => chosen.has(id)) },
    );
    expect(await follows.read(today)).toEqual(await atOnce(store));
    const more = [newRecord('promise', promise), newRecord('intervention', visit('2026-11-10'))];
    await store.commit({ changes: more, reason: 'case-work' });
    expect(await follows.read(today)).toEqual(await atOnce(store));
    expect(kindsRead).toEqual([]);
    // It was held earlier, so the follow-up is answered by an entry that was not loaded first.
    const earlier = visit('2026-09-01', { corrects: latest.id });
    await store.commit({ changes: [newRecord('intervention', earlier)], reason: 'correction' });
    expect(await follows.read(today)).toEqual(await atOnce(store));
    expect(kindsRead).toContain('intervention');
    kindsRead.length = 0;
    await store.dispose([met.id, latest.id, earlier.id], 'retention');
    expect(await follows.read(today)).toEqual(await atOnce(store));
    expect(kindsRead).toEqual([]);
    follows.stop();
  });

  it('reads again from the start when the first reading failed', async () => {
    const { store } = await storeWith(newRecord('promise', promise));
    let isBroken = true;
    const follows = followDiary(
      {
        ...bound(store),
        query: async (kind, where) => {
          if (isBroken) throw new Error('not now');
          return store.query(kind, where);
        },
      },
      context,
    );
    await expect(follows.read(today)).rejects.toThrow('not now');
    isBroken = false;
    expect((await follows.read(today)).entries).toHaveLength(1);
    follows.stop();
  });
});

function bound(store: RecordStore): Pick<RecordStore, 'get' | 'query' | 'subscribe'> {
  return {
    get: (kind, id) => store.get(kind, id),
    query: (kind, where) => store.query(kind, where),
    subscribe: (listener) => store.subscribe(listener),
  };
}
