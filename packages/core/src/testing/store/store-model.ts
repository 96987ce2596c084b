/** A store as simple as can be: random steps are played against a real one and compared after each. */
import { expect } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildHold,
  buildId,
  buildIntervention,
  buildSubject,
  newRecord,
} from '../fiction/builder.js';
import { seededNumbers } from '../host.js';

export const STORE_STEPS = [
  'subject',
  'intervention',
  'change',
  'move',
  'stale',
  'invalid',
  'withdraw',
  'hold',
  'lift',
  'consult',
  'dispose',
] as const;

export interface StoreStep {
  readonly what: (typeof STORE_STEPS)[number];
  /** Choice of one of the records there are, and of its content: any whole numbers from 0. */
  readonly pick: number;
  readonly detail: number;
}

/** Random steps; the same seed gives the same steps. */
export function randomSteps(seed: number, count: number): StoreStep[] {
  const next = seededNumbers(seed);
  const whole = () => Math.floor(next() * 1000);
  return Array.from({ length: count }, () => ({
    what: STORE_STEPS[whole() % STORE_STEPS.length] ?? 'subject',
    pick: whole(),
    detail: whole(),
  }));
}

type Kind = 'subject' | 'intervention' | 'hold';
interface Naive {
  readonly kind: Kind;
  value: Readonly<Record<string, unknown>>;
  revisions: RecordId[];
  subjects: unknown[];
  isWithdrawn: boolean;
}

/**
 * Takes the steps one by one; the store's answer and all its records must be the model's.
 *
 * @param between - done after each step; gives the store that the next step is taken with
 */
export async function playAgainstModel(
  given: RecordStore,
  steps: readonly StoreStep[],
  between: (store: RecordStore, step: StoreStep) => Promise<RecordStore> = async (store) => store,
): Promise<void> {
  let store = given;
  const model = new Map<RecordId, Naive>();
  let batchCount = 0;
  for (const step of steps) {
    batchCount += await take(step, store, model);
    expect((await store.batchesSince(0)).length).toBe(batchCount);
    await compare(store, model);
    store = await between(store, step);
  }
}

/** @returns how many batches the step must have added */
async function take(
  { what, pick, detail }: StoreStep,
  store: RecordStore,
  model: Map<RecordId, Naive>,
): Promise<number> {
  const of = (...kinds: Kind[]) => [...model].filter(([, { kind }]) => kinds.includes(kind));
  const one = <T>(all: readonly T[]) => all[pick % Math.max(1, all.length)];
  const commit = (change: Change) => store.commit({ changes: [change], reason: 'case-work' });
  const add = async (kind: Kind, value: { readonly id: RecordId }) => {
    const { revisions } = await commit(newRecord(kind, value as never) as Change);
    const subjects = 'subjectId' in value ? [value.subjectId] : [];
    model.set(value.id, {
      kind,
      value: { ...value },
      revisions: [...revisions],
      subjects,
      isWithdrawn: false,
    });
    return 1;
  };
  const amend = async (
    id: RecordId,
    held: Naive,
    set: Record<string, unknown>,
    withdraw = false,
  ) => {
    const parents = held.revisions.slice(-1);
    const { revisions } = await commit({
      kind: held.kind,
      record: id,
      parents,
      set: set as Change['set'],
      ...(withdraw ? { withdraw } : {}),
    });
    held.value = { ...held.value, ...set };
    held.revisions.push(...revisions);
    if ('subjectId' in set) held.subjects.push(set.subjectId);
    held.isWithdrawn = withdraw;
    return 1;
  };
  if (what === 'subject') return add('subject', buildSubject({ name: `Subject ${detail}` }));
  const [subjectId = buildId()] = one(of('subject')) ?? [];
  if (what === 'intervention')
    return add('intervention', buildIntervention({ subjectId, minutes: 1 + (detail % 9) }));
  if (what === 'hold') return detail % 3 === 0 ? add('hold', buildHold({ subjectId })) : 0;

  const wanted: Kind[] =
    what === 'move'
      ? ['intervention']
      : what === 'lift'
        ? ['hold']
        : ['subject', 'intervention', 'hold'];
  const [id, held] = one(of(...wanted)) ?? [];
  if (!id || !held) return 0;
  switch (what) {
    case 'change':
      return amend(id, held, CHANGES[held.kind](detail));
    case 'move':
      return amend(id, held, { subjectId });
    case 'lift':
      return amend(id, held, { liftedOn: '2026-12-01' });
    case 'withdraw': {
      if (held.kind !== 'hold') return amend(id, held, {}, true);
      const parents = held.revisions.slice(-1);
      await expectRefusal(
        commit({ kind: held.kind, record: id, parents, set: {}, withdraw: true }),
        'CP_RECORD_INVALID',
      );
      return 0;
    }
    case 'stale':
      await expectRefusal(
        commit({ kind: held.kind, record: id, parents: [buildId()], set: {} }),
        'CP_STORE_CONFLICT',
      );
      return 0;
    case 'invalid':
      await expectRefusal(
        commit({
          kind: held.kind,
          record: id,
          parents: held.revisions.slice(-1),
          set: { id: null } as Change['set'],
        }),
        'CP_RECORD_INVALID',
      );
      return 0;
    case 'consult':
      if (!held.isWithdrawn) return (await store.consult([id], 'report')).length;
      await expectRefusal(store.consult([id], 'report'), 'CP_STORE_UNKNOWN_RECORD');
      return 0;
    case 'dispose': {
      const isHeld = of('hold').some(
        ([, hold]) =>
          !hold.isWithdrawn &&
          hold.value.liftedOn === undefined &&
          hold.subjects.some((subject) => subject === id || held.subjects.includes(subject)),
      );
      if (isHeld) {
        await expectRefusal(store.dispose([id], 'retention'), 'CP_STORE_HELD');
        return 0;
      }
      await store.dispose([id], 'retention');
      model.delete(id);
      return 1;
    }
  }
}

const CHANGES: Readonly<Record<Kind, (detail: number) => Record<string, unknown>>> = {
  subject: (detail) => ({ name: `Name ${detail}`, aliases: detail % 2 ? ['Rook'] : [] }),
  intervention: (detail) => ({ minutes: 1 + (detail % 9) }),
  hold: (detail) => ({ reviewDueOn: `2027-11-${10 + (detail % 19)}` }),
};

async function expectRefusal(work: Promise<unknown>, code: string): Promise<void> {
  await expect(work).rejects.toMatchObject({ code });
}

async function compare(store: RecordStore, model: ReadonlyMap<RecordId, Naive>): Promise<void> {
  const standing = [...model.values()].filter(({ isWithdrawn }) => !isWithdrawn);
  for (const kind of ['subject', 'intervention', 'hold'] as const) {
    const expected = standing.filter((held) => held.kind === kind).map(({ value }) => value);
    expect((await store.query(kind)).map(({ value }) => value)).toEqual(expected);
  }
  for (const subjectId of new Set(standing.flatMap(({ value }) => value.subjectId ?? []))) {
    const found = await store.query('intervention', { subjectId: subjectId as RecordId });
    expect(found.map(({ value }) => value)).toEqual(
      standing
        .filter(({ kind, value }) => kind === 'intervention' && value.subjectId === subjectId)
        .map(({ value }) => value),
    );
  }
  for (const [id, held] of model)
    expect((await store.history(id)).map((revision) => revision.id)).toEqual(held.revisions);
}
