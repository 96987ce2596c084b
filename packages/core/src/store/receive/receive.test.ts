import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from '../../shared/canonical.js';
import {
  buildId,
  buildIntervention,
  buildSnapshot,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { type TestHost, testHost, testSigner } from '../../testing/host.js';
import { recordsOf } from '../../testing/store/store-colleague.js';
import { conflictOf } from '../log/conflict.js';
import type { RecordStore, StoredRecord } from '../log/port.js';
import { type Change, revisionsOf } from '../log/revision.js';
import type { Signer, Verify } from '../log/signer.js';
import { memoryLog } from '../memory-log.js';
import { openStore } from '../open-store.js';
import { undoSave } from '../undo.js';
import { blobsOfBatch, SURELY_WAITING } from './carried-blobs.js';
import { batchesAbout } from './received.js';

const DEVICES = 3;

/** An officer’s device, with its own clock. */
class Device {
  readonly host: TestHost = testHost();
  readonly signer: Signer & { readonly verify: Verify };
  readonly #log = memoryLog();
  store: Promise<RecordStore>;

  constructor() {
    this.signer = testSigner({ device: buildId(), officer: buildId() });
    this.store = this.#open();
  }

  /** Opens it again, from the heads or from the first batch. */
  async openAgain(isFromHeads: boolean): Promise<void> {
    if (isFromHeads) await (await this.store).compact();
    this.store = this.#open(isFromHeads);
  }

  #open(isFromHeads = true): Promise<RecordStore> {
    const { heads: _, ...batches } = this.#log;
    const { signer, host } = this;
    return openStore({ log: isFromHeads ? this.#log : batches, signer, host });
  }
}

/** Three officers, each with a device; all of them have checked each other’s keys. */
function team() {
  const devices = Array.from({ length: DEVICES }, () => new Device());
  const verify: Verify = async (officer, text, signature) =>
    (await devices
      .find(({ signer }) => signer.officer === officer)
      ?.signer.verify(officer, text, signature)) ?? false;
  return { devices, verify };
}

const STEPS = [
  'add',
  'change',
  'change',
  'contact',
  'move',
  'withdraw',
  'take back',
  'hand over',
  'hand over',
  'hand over part',
  'hand over end',
  'open again',
] as const;

const step = fc.record({
  what: fc.constantFrom(...STEPS),
  from: fc.nat({ max: DEVICES - 1 }),
  to: fc.nat({ max: DEVICES - 1 }),
  pick: fc.nat({ max: 9 }),
  /** Hours set on the clock of `from` first: it may run ahead of the others, behind them, or be set back. */
  hours: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, fc.integer({ min: -30, max: 30 })),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** One save by the officer; undefined if there is no record for it. */
async function changeOf(
  { what, from, pick }: Step,
  store: RecordStore,
): Promise<Change | undefined> {
  if (what === 'add') return newRecord('subject', buildSubject());
  const pickFrom = <T>(held: readonly T[]) => held[pick % Math.max(1, held.length)];
  const subject = pickFrom(await store.query('subject'));
  if (what === 'contact' && subject)
    return newRecord('intervention', buildIntervention({ subjectId: subject.id }));
  const record: StoredRecord | undefined =
    what === 'move' || (what === 'withdraw' && pick % 2)
      ? pickFrom(await store.query('intervention'))
      : subject;
  if (!record) return undefined;
  const change = { kind: record.kind, record: record.id, parents: record.heads };
  if (what === 'move') return subject && { ...change, set: { subjectId: subject.id } };
  if (what === 'withdraw') return { ...change, set: {}, withdraw: true };
  if (what !== 'change') return undefined;
  return {
    ...change,
    set: pick % 2 ? { name: `Name ${pick} of ${from}` } : { aliases: [`Alias ${pick}`] },
  };
}

/** Batches that one officer hands to another: all, those about one record, or the latest without those before. */
async function givenBy({ what, pick }: Step, store: RecordStore) {
  const batches = await store.batchesSince(0);
  if (what === 'hand over end') return batches.slice(-1 - pick);
  const subjects = await store.query('subject');
  const one = subjects[pick % Math.max(1, subjects.length)];
  return what === 'hand over part' ? batchesAbout(batches, new Set(one ? [one.id] : [])) : batches;
}

/** Everything an officer can see, except the order of the lists and the device that received each batch. */
async function seenIn(store: RecordStore) {
  const all = (await store.batchesSince(0)).flatMap(revisionsOf);
  const ids = [...new Set(all.map(({ record }) => record))].sort();
  const subjects = await store.query('subject');
  const histories = await Promise.all(ids.map((id) => store.history(id)));
  return {
    standing: await recordsOf(store),
    histories,
    conflicts: histories.map(conflictOf),
    about: await Promise.all(ids.map(async (id) => [id, (await store.everAbout(id)).toSorted()])),
    contacts: await Promise.all(
      subjects
        .map(({ id }) => id)
        .toSorted()
        .map(async (subjectId) =>
          (await store.query('intervention', { subjectId })).map(({ id }) => id).toSorted(),
        ),
    ),
    audit: (await store.audit())
      .filter(({ action }) => action !== 'combination')
      .map(canonical)
      .toSorted(),
  };
}

/**
 * The third record is made on device 1 at 09:30:03. Device 0, which has looked at its clock less often, changes it at
 * 09:30:02 by that clock. In a past fault, device 0 then said for ever that the record was made at 09:30:03, the others
 * at 09:30:02.
 */
const CHANGED_BEFORE_IT_WAS_MADE: Step[] = [
  { what: 'add', from: 1, to: 0, pick: 0, hours: 0 },
  { what: 'add', from: 1, to: 0, pick: 0, hours: 0 },
  { what: 'add', from: 1, to: 0, pick: 0, hours: 0 },
  { what: 'hand over', from: 1, to: 0, pick: 0, hours: 0 },
  { what: 'change', from: 0, to: 0, pick: 2, hours: 0 },
];

/** Two subjects and a contact, on every device, so that the steps often change the same record independently. */
const SHARED: Step[] = [
  { what: 'add', from: 0, to: 0, pick: 0, hours: 0 },
  { what: 'add', from: 0, to: 0, pick: 0, hours: 0 },
  { what: 'contact', from: 0, to: 0, pick: 0, hours: 0 },
  { what: 'hand over', from: 0, to: 1, pick: 0, hours: 0 },
  { what: 'hand over', from: 0, to: 2, pick: 0, hours: 0 },
];
const anySteps = fc
  .tuple(fc.constantFrom(SHARED, []), fc.array(step, { maxLength: 25 }))
  .map((parts) => parts.flat());

it('comes to the same records everywhere, whoever changed what, whatever was handed over when, and whatever the clocks said', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const { devices, verify } = team();
      // Each officer has read the other's withdrawals, and accepts them.
      const handOver = async (given: ReturnType<typeof givenBy>, to: Device) => {
        const batches = (await given).toReversed();
        const ended = batches.flatMap(revisionsOf).map(({ record }) => record);
        await (await to.store).receive(batches, verify, 'restore', { from: 'colleague', ended });
      };
      const everything = async (from: Device) => (await from.store).batchesSince(0);
      for (const each of steps) {
        const { what, from, to, pick, hours } = each;
        const [giver, taker] = [devices[from], devices[to]];
        if (!giver || !taker) continue;
        giver.host.passDays(hours / 24);
        const store = await giver.store;
        if (what === 'open again') await giver.openAgain(pick % 2 === 0);
        else if (what.startsWith('hand over')) {
          if (giver !== taker) await handOver(givenBy(each, store), taker);
        } else if (what === 'take back') {
          const seq = (await store.batchesSince(0)).length - (pick % 3);
          const undo = await undoSave(store, seq);
          if (undo.ok) await store.commit(undo.value);
        } else {
          const change = await changeOf(each, store);
          if (change) await store.commit({ changes: [change], reason: 'case-work' });
        }
      }
      const [hub, ...rest] = devices;
      if (!hub) return;
      for (const each of rest) await handOver(everything(each), hub);
      for (const each of rest) await handOver(everything(hub), each);

      const first = await seenIn(await hub.store);
      for (const { store } of rest) expect(await seenIn(await store)).toEqual(first);
      for (const { createdAt, history } of first.standing)
        expect(createdAt).toBe(history.find(({ parents }) => parents.length === 0)?.at);
      for (const [index, device] of devices.entries()) {
        await device.openAgain(index > 0);
        expect(await seenIn(await device.store)).toEqual(first);
      }
    }),
    { numRuns: 100, examples: [[CHANGED_BEFORE_IT_WAS_MADE]] },
  );
}, 60_000);

it('knows what it received after it was opened from heads', async () => {
  const { devices, verify } = team();
  const giver = await devices[0]?.store;
  if (!giver) throw new Error('There are three');
  await giver.commit({ changes: [newRecord('subject', buildSubject())], reason: 'case-work' });
  const batches = await giver.batchesSince(0);
  const [log, signer] = [memoryLog(), testSigner()];
  const open = () => openStore({ log, signer, host: testHost() });
  const store = await open();
  await store.receive(batches, verify, 'restore');
  await store.compact();
  const again = await open();
  expect(await again.receive(batches, verify, 'restore')).toMatchObject({
    takenCount: 0,
    heldCount: 1,
  });
});

it('keeps a colleague’s pages in lots of as many as a backup could carry before one batch', async () => {
  const { devices, verify } = team();
  const [giver, taker] = [await devices[0]?.store, await devices[1]?.store];
  if (!giver || !taker) throw new Error('There are three');
  const pages = [...Array.from({ length: 44 }, () => 1), SURELY_WAITING + 3, 1, 1];
  for (const count of pages) {
    const snapshots = Array.from({ length: count }, () => buildSnapshot());
    const capture = buildSourceCapture({ snapshots });
    await giver.commit({ changes: [newRecord('sourceCapture', capture)], reason: 'case-work' });
  }
  await taker.receive(await giver.batchesSince(0), verify, 'restore', { from: 'colleague' });
  const named = (await taker.batchesSince(0)).map((batch) => blobsOfBatch(batch).length);
  expect(named).toEqual([SURELY_WAITING, SURELY_WAITING, 6, SURELY_WAITING + 3, 2]);
});
