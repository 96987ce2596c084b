import { beforeEach, expect, it } from 'vitest';
import { buildId, buildReferral, buildSubject, newRecord } from '../testing/fiction/builder.js';
import { testHost, testSigner } from '../testing/host.js';
import type { StoreGate } from './log/gate.js';
import type { RecordStore } from './log/port.js';
import type { Change } from './log/revision.js';
import { createMemoryStore } from './memory-log.js';
import { undoSave } from './undo.js';

const PERMITS: StoreGate = { save: () => [], disclosure: () => [], disposal: () => [] };
const REFUSED = { code: 'CP_RECORD_INVALID', cause: [{ code: 'undo-other' }] };

const subject = buildSubject();
const referral = buildReferral({ subjectId: subject.id });
let store: RecordStore;

beforeEach(async () => {
  store = await createMemoryStore({ host: testHost(), signer: testSigner(), gate: PERMITS });
  await store.commit({
    changes: [newRecord('subject', subject), newRecord('referral', referral)],
    reason: 'referral',
  });
});

const headsOf = async (): Promise<Change['parents']> =>
  (await store.get('subject', subject.id))?.heads ?? [];
const undoes = (...changes: readonly Change[]) => store.commit({ changes, reason: 'undo' });
const undoOfSave = async (seq: number): Promise<readonly Change[]> => {
  const undo = await undoSave(store, seq);
  if (!undo.ok) throw new Error('It can be undone');
  return undo.value.changes;
};

it('keeps the undo of a save, in any order of its records, and the undo of that undo', async () => {
  const { seq } = await undoes(...(await undoOfSave(1)).toReversed());
  expect(await store.get('subject', subject.id)).toBeUndefined();
  await undoes(...(await undoOfSave(seq)));
  expect((await store.get('subject', subject.id))?.value).toMatchObject({ name: subject.name });
});

it('refuses a change that no earlier save explains, whatever it says of itself', async () => {
  const change = { kind: 'subject', record: subject.id, parents: await headsOf() } as const;
  await expect(undoes({ ...change, set: { name: 'Perrin Hale' } })).rejects.toMatchObject(REFUSED);
  await expect(undoes(newRecord('subject', buildSubject({ id: buildId() })))).rejects.toMatchObject(
    REFUSED,
  );
  expect((await store.get('subject', subject.id))?.value.name).toBe(subject.name);
});

it('refuses a part of an undo, and an undo with something more', async () => {
  const [first, second] = await undoOfSave(1);
  if (!first || !second) throw new Error('It made two records');
  await expect(undoes(first)).rejects.toMatchObject(REFUSED);
  const more = newRecord('subject', buildSubject({ id: buildId() }));
  await expect(undoes(first, second, more)).rejects.toMatchObject(REFUSED);
});

it('refuses to set a record back past what was saved in between', async () => {
  const change = { kind: 'subject', record: subject.id } as const;
  for (const name of ['Perrin Hale', 'Wren Adair'])
    await store.commit({
      changes: [{ ...change, parents: await headsOf(), set: { name } }],
      reason: 'correction',
    });
  const back = { ...change, parents: await headsOf(), set: { name: subject.name } };
  await expect(undoes(back)).rejects.toMatchObject(REFUSED);
  await undoes({ ...back, set: { name: 'Perrin Hale' } });
});
