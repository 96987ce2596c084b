/** Heads of every shape, for properties of the code that keeps them. */
import type { HeadRecord, RecordId } from '@cyber-prevent/core';
import fc from 'fast-check';

const id = fc.uuid() as fc.Arbitrary<RecordId>;
const instant = fc.constantFrom('2026-11-24T09:30:00.000Z', '2026-11-25T10:00:00.000Z');
/** Includes lone surrogates: a page's text may end in the middle of a pair. */
const text = fc.string({ unit: fc.oneof(fc.constantFrom('’', '\ud83d', '\x7f'), fc.string()) });
const branch = fc.record(
  {
    revision: fc.record({ id, at: instant, by: id }),
    value: fc.dictionary(text, fc.oneof(text, fc.integer(), fc.constant([]))),
    sources: fc.constant({}),
    isWithdrawn: fc.boolean(),
    isIncomplete: fc.constant(true),
  },
  { requiredKeys: ['revision', 'value', 'sources', 'isWithdrawn'] },
);
export const anyHead = fc
  .record({
    kind: fc.constantFrom('subject', 'referral'),
    id,
    ordinal: fc.nat(),
    createdAt: instant,
    revisions: fc.array(id, { minLength: 1, maxLength: 3 }),
    batches: fc.array(fc.nat(), { maxLength: 3 }),
    subjects: fc.array(id, { maxLength: 2 }),
    branches: fc.array(branch, { minLength: 1, maxLength: 2 }),
  })
  .map((made) => made as unknown as HeadRecord);
/** A head like most: one revision, one branch, made with the record. */
export const plainHead = anyHead.map((made): HeadRecord => {
  const [first] = made.branches;
  if (!first) throw new TypeError('A record has a branch');
  const { revision } = first;
  return { ...made, createdAt: revision.at, revisions: [revision.id], branches: [first] };
});
