/**
 * Law: undo restores. After any save, in any history, the current records are as they were before it; and undoing the
 * undo brings the save back.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import {
  buildId,
  buildRecord,
  buildSource,
  buildSubject,
  newRecord,
} from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import type { StoreGate } from './log/gate.js';
import type { RecordStore, StoredRecord } from './log/port.js';
import type { Change } from './log/revision.js';
import { createMemoryStore } from './memory-log.js';
import { undoSave } from './undo.js';

const KINDS = ['subject', 'promise', 'intervention'] as const;
const NAMES = ['Rowan Vael', 'Rowan Marchbanks', 'R. Vael'] as const;
const LABELS = ['Full name', 'Nominal'] as const;

/** A store with a gate proves each undo. */
const PERMITS: StoreGate = { save: () => [], disclosure: () => [], disposal: () => [] };

/** One change of a save; `place` chooses the current record it applies to. */
const step = fc.record({
  what: fc.constantFrom(
    ...(['make', 'promise', 'contact', 'name', 'source', 'birth', 'settle', 'withdraw'] as const),
  ),
  place: fc.nat(7),
  name: fc.constantFrom(...NAMES),
  label: fc.constantFrom(...LABELS),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Hours that the clock is set forward, or back, before a save. */
const hours = fc.oneof(fc.constant(0), fc.integer({ min: -30, max: 30 }));

/** Every current record, with its sources and the time it was made. */
async function standing(store: RecordStore): Promise<readonly unknown[]> {
  const all: readonly StoredRecord[] = (
    await Promise.all(KINDS.map((kind) => store.query(kind)))
  ).flat();
  return all
    .map(({ id, kind, value, sources, createdAt }) => ({ id, kind, value, sources, createdAt }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
}

/** Change for a step; undefined if no current record fits. */
async function changeOf(
  { what, place, name, label }: Step,
  store: RecordStore,
): Promise<Change | undefined> {
  if (what === 'make') {
    const made = newRecord('subject', buildSubject({ id: buildId(), name }));
    return { ...made, sources: { name: [buildSource({ label })] } };
  }
  const kind: (typeof KINDS)[number] = what === 'settle' ? 'promise' : 'subject';
  const held = await store.query(kind);
  const of = held[place % held.length];
  if (!of) return undefined;
  const subjectId = of.id;
  if (what === 'promise')
    return newRecord('promise', buildRecord('promise', { id: buildId(), subjectId }));
  if (what === 'contact')
    return newRecord('intervention', buildRecord('intervention', { id: buildId(), subjectId }));
  const change = { kind, record: of.id, parents: of.heads };
  if (what === 'name')
    return { ...change, set: { name }, sources: { name: [buildSource({ label })] } };
  if (what === 'source') return { ...change, set: {}, sources: { name: [buildSource({ label })] } };
  if (what === 'birth') return { ...change, set: { bornOn: null } };
  if (what === 'settle')
    return { ...change, set: { settled: 'kept', settledOn: '2026-11-24' as PlainDate } };
  // Casework never withdraws a record that another one names.
  const named = [...(await store.query('promise')), ...(await store.query('intervention'))];
  return named.some(({ value }) => value.subjectId === of.id)
    ? undefined
    : { ...change, set: {}, withdraw: true };
}

/** Changes of one save: each record once, and nothing added to a record that is withdrawn, as no form does that. */
async function saveOf(steps: readonly Step[], store: RecordStore): Promise<readonly Change[]> {
  const changes = new Map<RecordId, Change>();
  for (const each of steps) {
    const change = await changeOf(each, store);
    if (change && !changes.has(change.record)) changes.set(change.record, change);
  }
  const goes = new Set([...changes.values()].map((each) => each.withdraw && each.record));
  return [...changes.values()].filter(
    ({ set }) => !('subjectId' in set) || !goes.has(set.subjectId as RecordId),
  );
}

async function takesBack(store: RecordStore, seq: number): Promise<number> {
  const undo = await undoSave(store, seq);
  if (!undo.ok) throw new Error(undo.issues.map(({ message }) => message).join(' '));
  return (await store.commit(undo.value)).seq;
}

it('undo restores what stood before a save, and undone again brings back what the save made, whatever the clock said', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.array(step, { minLength: 1, maxLength: 4 }), fc.boolean(), hours, hours),
        { maxLength: 8 },
      ),
      async (saves) => {
        const host = testHost();
        const store = await createMemoryStore({ signer: testSigner(), host, gate: PERMITS });
        for (const [steps, isUndone, beforeSave, beforeUndo] of saves) {
          host.passDays(beforeSave / 24);
          const changes = await saveOf(steps, store);
          if (changes.length === 0) continue;
          const before = await standing(store);
          const { seq } = await store.commit({ changes, reason: 'case-work' });
          const after = await standing(store);
          host.passDays(beforeUndo / 24);
          const undone = await takesBack(store, seq);
          expect(await standing(store)).toEqual(before);
          const again = await takesBack(store, undone);
          expect(await standing(store)).toEqual(after);
          // The next save follows either one in force, or one that was undone.
          if (isUndone) await takesBack(store, again);
        }
      },
    ),
    { numRuns: 100 },
  );
});
