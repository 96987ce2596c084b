/**
 * Tests the fold against a model too simple to be wrong. A record depends on which of its revisions there are, not on
 * their order of arrival, nor on any slow clock.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant, RecordId } from '../shared/primitives.js';
import { buildId, buildSource } from '../testing/fiction/builder.js';
import { WorkingSet } from './fold.js';
import { asKnownOn } from './log/as-known.js';
import { parentsFirst } from './log/branch.js';
import { conflictOf } from './log/conflict.js';
import type { HeadRecord } from './log/heads.js';
import type { StoredRecord } from './log/port.js';
import type { Revision } from './log/revision.js';

const OFFICERS = [buildId(), buildId(), buildId()];
const SUBJECTS = [buildId(), buildId()];
const KIND = 'intervention';

/** One revision, on earlier ones, dated by a clock independent of theirs. */
const step = fc.record({
  id: fc.uuid({ version: 4 }) as fc.Arbitrary<RecordId>,
  minute: fc.integer({ min: 0, max: 5 }),
  by: fc.constantFrom(...OFFICERS),
  on: fc.oneof(
    { weight: 9, arbitrary: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }) },
    fc.constant<number[]>([]),
  ),
  set: fc.record(
    {
      note: fc.constantFrom('One', 'Two', null),
      place: fc.constantFrom('Here', 'There'),
      subjectId: fc.constantFrom(...SUBJECTS),
    },
    { requiredKeys: [] },
  ),
  source: fc.option(fc.constantFrom('Note', 'Remark')),
  isWithdrawn: fc.boolean(),
});
/** The arrival of the revision at a device: in its turn, alone or with the one before it. */
const arrival = fc.record({
  turn: fc.nat(),
  isWithLast: fc.boolean(),
  isMerged: fc.boolean(),
  isOpenedAgain: fc.boolean(),
});
const anyHistory = fc.array(fc.tuple(step, arrival), { minLength: 1, maxLength: 9 });
type History = typeof anyHistory extends fc.Arbitrary<infer H> ? H : never;

function momentOf(minute: number): Instant {
  return `2026-11-24T09:0${minute}:00.000Z` as Instant;
}

/** The revisions of one record, in the order of their making. */
function revisionsOf(history: History): readonly Revision[] {
  const record = buildId();
  const made: Revision[] = [];
  for (const [{ id, minute, by, on, set, source, isWithdrawn }] of history) {
    const parents = new Set(on.flatMap((back) => (made.at(-1 - back) ?? made[0])?.id ?? []));
    made.push({
      kind: KIND,
      record,
      id,
      at: momentOf(minute),
      by,
      parents: [...parents],
      set: set as Revision['set'],
      ...(source === null ? {} : { sources: { note: [buildSource({ label: source })] } }),
      ...(isWithdrawn ? { withdraw: true } : {}),
      reason: 'case-work',
    });
  }
  return made;
}

interface Lot {
  readonly revisions: Revision[];
  readonly isMerged: boolean;
  readonly isOpenedAgain: boolean;
}

/** The revisions as they reach a device. */
function lotsOf(revisions: readonly Revision[], history: History): readonly Lot[] {
  const lots: Lot[] = [];
  const turns = history.map(([, each], index) => ({ ...each, index }));
  for (const { index, isWithLast, ...how } of turns.toSorted((a, b) => a.turn - b.turn)) {
    if (!isWithLast || lots.length === 0) lots.push({ ...how, revisions: [] });
    lots.at(-1)?.revisions.push(...revisions.slice(index, index + 1));
  }
  return lots;
}

interface Known {
  readonly revision: Revision;
  readonly isWhole: boolean;
  readonly value: Readonly<Record<string, unknown>>;
  readonly labels: readonly string[];
  /** The revision that set each field last. */
  readonly setBy: Readonly<Record<string, Revision>>;
}

const keyOf = ({ at, id }: Revision): string => `${at} ${id}`;
const inOrder = (one: Revision, other: Revision): number => (keyOf(one) < keyOf(other) ? -1 : 1);

/** The record at the revision, found by reading back from it to the first. */
function knownAt(revision: Revision, held: readonly Revision[]): Known {
  const parents = held.filter(({ id }) => revision.parents.includes(id));
  const known = parents.toSorted(inOrder).map((parent) => knownAt(parent, held));
  const base = known.at(-1);
  const { set, sources = {} } = revision;
  const value = Object.entries({ ...base?.value, ...set }).filter(([, each]) => each !== null);
  const labels = (sources.note ?? []).map(({ label }) => label ?? '');
  const setHere = Object.keys(set).map((name) => [name, revision] as const);
  return {
    revision,
    isWhole: parents.length === revision.parents.length && known.every(({ isWhole }) => isWhole),
    value: Object.fromEntries(value),
    labels: [...('note' in set ? [] : (base?.labels ?? [])), ...labels],
    setBy: { ...base?.setBy, ...Object.fromEntries(setHere) },
  };
}

/** The heads that can be seen, the one shown coming last. */
function headsOf(held: readonly Revision[]): readonly Known[] {
  return held
    .filter(({ id }) => !held.some(({ parents }) => parents.includes(id)))
    .toSorted(inOrder)
    .map((revision) => knownAt(revision, held))
    .filter(({ isWhole }) => isWhole);
}

function createdAt(held: readonly Revision[]): Instant | undefined {
  const roots = held.filter(({ parents }) => parents.length === 0);
  return (roots.length > 0 ? roots : held).map(({ at }) => at).toSorted()[0];
}

/** A record without those members of a source that no law is about. */
function seen(record: StoredRecord | undefined) {
  if (!record) return undefined;
  const { sources, ...rest } = record;
  return { ...rest, labels: (sources.note ?? []).map(({ label }) => label) };
}

function modelOf(held: readonly Revision[]): ReturnType<typeof seen> {
  const heads = headsOf(held);
  const shown = heads.at(-1);
  const moment = createdAt(held);
  if (!shown || !moment || heads.every(({ revision }) => revision.withdraw)) return undefined;
  return {
    kind: KIND,
    id: shown.revision.record,
    value: shown.value as unknown as StoredRecord['value'],
    heads: heads.map(({ revision }) => revision.id),
    createdAt: moment,
    updatedAt: shown.revision.at,
    updatedBy: shown.revision.by,
    labels: [...shown.labels],
  };
}

function modelOfConflict(held: readonly Revision[]) {
  const heads = headsOf(held);
  if (heads.length < 2) return undefined;
  const names = ['note', 'place', 'subjectId'].filter(
    (name) => new Set(heads.map(({ value }) => value[name] ?? null)).size > 1,
  );
  return {
    heads: heads.map(({ revision: { id, at, by, withdraw = false } }) => [id, at, by, withdraw]),
    fields: names.map((name) => [
      name,
      ...heads.map(({ value, setBy }) => [value[name], setBy[name]?.at, setBy[name]?.by]),
    ]),
  };
}

function seenConflict(history: readonly Revision[]) {
  const conflict = conflictOf(history);
  return (
    conflict && {
      heads: conflict.heads.map(({ revision, at, by, isWithdrawn }) => [
        revision,
        at,
        by,
        isWithdrawn,
      ]),
      fields: conflict.fields.map(({ field, values }) => [
        field,
        ...values.map(({ value, at, by }) => [value, at, by]),
      ]),
    }
  );
}

/** The set as in a store that is opened again from its kept heads. */
function openedAgain(records: WorkingSet): WorkingSet {
  const again = new WorkingSet();
  for (const { head } of records.all()) again.hold(JSON.parse(JSON.stringify(head)) as HeadRecord);
  return again;
}

describe('the fold of revisions', () => {
  it('shows what those held come to, in whatever order they came and whatever their clocks said', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const revisions = revisionsOf(history);
        const held = new Map<RecordId, Revision>();
        let records = new WorkingSet();
        for (const [seq, lot] of lotsOf(revisions, history).entries()) {
          for (const revision of lot.revisions) {
            // Only here does the store read the earlier ones from its log.
            const earlier = records.needsEarlier(revision) ? new Map(held) : undefined;
            if (!lot.isMerged) records.apply(revision, seq + 1, earlier);
            held.set(revision.id, revision);
          }
          if (lot.isMerged) records.merge(held, seq + 1);
          if (lot.isOpenedAgain) records = openedAgain(records);

          const known = [...held.values()];
          const record = known[0]?.record ?? buildId();
          expect(seen(records.get(KIND, record))).toEqual(modelOf(known));
          expect(records.find(record)?.head.createdAt).toBe(createdAt(known));
          expect(seenConflict(known)).toEqual(modelOfConflict(known));
          for (const subject of SUBJECTS)
            expect(records.everAbout(subject).includes(record)).toBe(
              known.some(({ set }) => 'subjectId' in set && set.subjectId === subject),
            );
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows as known on a day what had been written by then, and what that rests on', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 0, max: 5 }), (history, minute) => {
        const revisions = revisionsOf(history);
        const [at, known] = [momentOf(minute), new Set<Revision>()];
        const know = (revision: Revision): void => {
          known.add(revision);
          for (const each of revisions) if (revision.parents.includes(each.id)) know(each);
        };
        for (const revision of revisions) if (revision.at <= at) know(revision);
        expect(seen(asKnownOn(revisions, at))).toEqual(modelOf([...known]));
      }),
      { numRuns: 300 },
    );
  });

  it('gives one history, each revision after those that it was written on, in whatever order they came', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const revisions = revisionsOf(history);
        const sorted = (all: readonly Revision[]) => [
          ...parentsFirst(new Map(all.map((each) => [each.id, each]))).keys(),
        ];
        const order = sorted(revisions);
        expect(order.toSorted()).toEqual(revisions.map(({ id }) => id).toSorted());
        const came = lotsOf(revisions, history).flatMap((lot) => lot.revisions);
        expect(sorted(came)).toEqual(order);
        for (const { id, parents } of revisions)
          for (const parent of parents)
            expect(order.indexOf(parent)).toBeLessThan(order.indexOf(id));
      }),
      { numRuns: 300 },
    );
  });
});
