import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMemoryStore } from '../store/memory-log.js';
import type { Change, FieldChanges } from '../store/revision.js';
import { undoSave } from '../store/undo.js';
import { buildAssessment, buildId, newRecord } from '../testing/builder.js';
import { testHost, testSigner } from '../testing/host.js';

const signature = { signedBy: buildId(), signedAt: '2026-11-24T11:00:00.000Z' };

/** Some fields of other assessments, or taken away: each is what its kind would take. */
const other = fc.record(
  {
    subjectId: fc.constant(buildId()),
    assessedOn: fc.constantFrom('2026-11-23', '2026-11-24'),
    answers: fc.array(
      fc.record({ item: fc.constant('tools'), answer: fc.constantFrom('present', 'absent') }),
    ),
    levels: fc.constantFrom([], [{ id: 'low', label: 'Low' }]),
    noLevel: fc.constantFrom(null, 'answers-missing'),
    formulation: fc.constantFrom(null, 'Other words.'),
    confidence: fc.constantFrom(null, 'low', 'high'),
    reviewDueOn: fc.constantFrom(null, '2027-03-01'),
    supersedes: fc.constantFrom(null, buildId()),
    signedBy: fc.constantFrom(null, buildId(), signature.signedBy),
    signedAt: fc.constantFrom(null, '2026-11-24T12:00:00.000Z', signature.signedAt),
  },
  { requiredKeys: [] },
);

it('a signed assessment never changes, whatever is asked of the store', async () => {
  const store = await createMemoryStore({ signer: testSigner(), host: testHost() });
  const signed = buildAssessment(signature);
  await store.commit({ changes: [newRecord('assessment', signed)], reason: 'case-work' });
  const held = await store.get('assessment', signed.id);
  expect(held?.value).toEqual(signed);
  await fc.assert(
    fc.asyncProperty(other, fc.boolean(), async (set, isWithdrawn) => {
      const now = await store.get('assessment', signed.id);
      const change: Change<'assessment'> = {
        kind: 'assessment',
        record: signed.id,
        parents: now?.heads ?? [],
        set: set as unknown as FieldChanges<'assessment'>,
        ...(isWithdrawn ? { withdraw: true } : {}),
      };
      const isNothing =
        !isWithdrawn &&
        Object.entries(set).every(
          ([name, value]) =>
            JSON.stringify(value) === JSON.stringify(Reflect.get(signed, name) ?? null),
        );
      const done = store.commit({ changes: [change], reason: 'correction' });
      if (isNothing) await done;
      else await expect(done).rejects.toThrow(/no longer changes|this cannot be read/);
      expect((await store.get('assessment', signed.id))?.value).toEqual(signed);
    }),
    { numRuns: 10_000 },
  );
});

it('cannot be taken back by undoing the save that signed it', async () => {
  const store = await createMemoryStore({ signer: testSigner(), host: testHost() });
  const draft = buildAssessment();
  const made = await store.commit({
    changes: [newRecord('assessment', draft)],
    reason: 'case-work',
  });
  const set = signature as unknown as FieldChanges<'assessment'>;
  const change: Change<'assessment'> = {
    kind: 'assessment',
    record: draft.id,
    parents: made.revisions,
    set,
  };
  const { seq } = await store.commit({ changes: [change], reason: 'case-work' });
  expect(await undoSave(store, seq)).toMatchObject({
    ok: false,
    issues: [{ code: 'undo-locked' }],
  });
  expect(await undoSave(store, made.seq)).toMatchObject({ ok: false });
});
