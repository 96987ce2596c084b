import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change, FieldChanges } from '../store/log/revision.js';
import { createMemoryStore } from '../store/memory-log.js';
import { undoSave } from '../store/undo.js';
import {
  buildAssessment,
  buildHold,
  buildId,
  buildSubject,
  newRecord,
} from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';

const signature = { signedBy: buildId(), signedAt: '2026-11-24T11:00:00.000Z' };

/** Some fields of other assessments, or removed: each is valid for its kind. */
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

/** Fields of a hold as altered by somebody who wants it gone. */
const ofHold = fc.record(
  {
    subjectId: fc.constantFrom(buildId(), buildId()),
    reason: fc.constantFrom('complaint', 'criminal-case'),
    note: fc.constantFrom(null, 'Placed by mistake.'),
    from: fc.constantFrom('2026-11-24', '2026-12-24'),
    reviewDueOn: fc.constantFrom('2026-11-25', '2028-01-10'),
  },
  { requiredKeys: [] },
);

it('a hold keeps whomever it was placed on until it is lifted, whatever else is asked of the store', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(ofHold, fc.boolean()), { maxLength: 8 }), async (asked) => {
      const store = await createMemoryStore({ signer: testSigner(), host: testHost() });
      const subject = buildSubject();
      const hold = buildHold({ subjectId: subject.id });
      await store.commit({ changes: [newRecord('subject', subject)], reason: 'case-work' });
      await store.commit({ changes: [newRecord('hold', hold)], reason: 'retention' });
      const change = async (set: object, isWithdrawn = false): Promise<unknown> => {
        const { heads = [] } = (await store.get('hold', hold.id)) ?? {};
        return store.commit({
          changes: [
            {
              kind: 'hold',
              record: hold.id,
              parents: heads,
              set: set as FieldChanges<'hold'>,
              ...(isWithdrawn ? { withdraw: true } : {}),
            },
          ],
          reason: 'correction',
        });
      };
      const dispose = () => store.dispose([subject.id], 'retention');
      for (const [set, isWithdrawn] of asked) {
        await change(set, isWithdrawn).catch(() => undefined);
        const { reason, from } = (await store.get('hold', hold.id))?.value ?? {};
        expect({ reason, from }).toEqual({ reason: hold.reason, from: hold.from });
        await expect(dispose()).rejects.toMatchObject({ code: 'CP_STORE_HELD' });
      }
      await change({ liftedOn: '2026-11-24' });
      await dispose();
    }),
    { numRuns: 300 },
  );
});
