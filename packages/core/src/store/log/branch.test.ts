import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Instant, RecordId } from '../../shared/primitives.js';
import { buildId } from '../../testing/fiction/builder.js';
import { byMoment, parentsFirst } from './branch.js';
import type { Revision } from './revision.js';

/** A revision at an hour of one day, written on others. */
function revision(hour: number, ...parents: readonly Revision[]): Revision {
  const at = `2026-11-24T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
  const id = buildId();
  return {
    ...{ id, kind: 'subject', record: RECORD, set: {}, at, by: RECORD, reason: 'case-work' },
    parents: parents.map((parent) => parent.id),
  };
}
const RECORD = buildId();

const sorted = (all: readonly Revision[]): readonly RecordId[] => [
  ...parentsFirst(new Map(all.map((one) => [one.id, one]))).keys(),
];

it('puts an older revision first, though only a later one was written on it', () => {
  const root = revision(0);
  const [five, three] = [revision(5, root), revision(3, root)];
  const seven = revision(7, three);
  const join = revision(1, five, seven);
  const ids = [root, three, five, seven, join].map(({ id }) => id);
  expect(sorted([join, seven, five, three, root])).toEqual(ids);
});

it('says the same whatever order revisions come in, parents first, and the earliest of those that are free', () => {
  const shape = fc.array(
    fc.record({ hour: fc.nat(23), on: fc.array(fc.nat(20), { maxLength: 2 }) }),
    {
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(shape, fc.gen(), (rows, gen) => {
      const all: Revision[] = [];
      for (const { hour, on } of rows)
        all.push(revision(hour, ...on.flatMap((at) => all[at] ?? [])));
      const order = sorted(all);
      const shuffled = gen(fc.shuffledSubarray, all, { minLength: all.length });
      expect(sorted(shuffled)).toEqual(order);
      const out = new Set<RecordId>();
      for (const id of order) {
        const free = all.filter(
          (one) => !out.has(one.id) && one.parents.every((at) => out.has(at)),
        );
        expect(free.toSorted(byMoment)[0]?.id).toBe(id);
        out.add(id);
      }
      expect(out.size).toBe(all.length);
    }),
  );
});

it('keeps revisions that name each other as parents', () => {
  const one = revision(1);
  const other = revision(0, one);
  expect(sorted([{ ...one, parents: [other.id] }, other])).toEqual([other.id, one.id]);
});
