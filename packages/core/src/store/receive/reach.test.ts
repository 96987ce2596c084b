/** Reach of a colleague's file if a record was about somebody else for a while. */
import { expect, it } from 'vitest';
import type { RecordId } from '../../shared/primitives.js';
import {
  buildId,
  buildIntervention,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { eitherOf } from '../../testing/store/store-colleague.js';
import { createMemoryStore } from '../memory-log.js';

const ada = buildSubject({ name: 'Ada Vael' });
const bea = buildSubject({ name: 'Bea Orrin' });

async function device() {
  const signer = testSigner({ device: buildId(), officer: buildId() });
  return { signer, store: await createMemoryStore({ signer, host: testHost() }) };
}

/**
 * A visit of Bea's, which a colleague assigns to one subject after another, and the result of receiving the file here.
 */
async function given(to: readonly RecordId[], cases: readonly RecordId[]) {
  const [own, other] = [await device(), await device()];
  const visit = buildIntervention({ subjectId: bea.id, note: 'Talked about port scanning.' });
  const changes = [newRecord('subject', ada), newRecord('subject', bea)];
  await own.store.commit({
    changes: [...changes, newRecord('intervention', visit)],
    reason: 'case-work',
  });
  await other.store.receive(await own.store.batchesSince(0), own.signer.verify, 'restore');
  const from = (await other.store.batchesSince(0)).length;
  for (const subjectId of to) {
    const { heads: parents = [] } = (await other.store.get('intervention', visit.id)) ?? {};
    const note = `Seen ${parents[0]}`;
    await other.store.commit({
      changes: [{ kind: 'intervention', record: visit.id, parents, set: { subjectId, note } }],
      reason: 'case-work',
    });
  }
  const verify = eitherOf(own.signer.verify, other.signer.verify);
  const batches = await other.store.batchesSince(from);
  const options = { from: 'colleague', cases } as const;
  const taken = own.store.receive(batches, verify, 'restore', options);
  return { store: own.store, taken };
}

it.each([
  ['to somebody whom the file does not name', [ada.id], [bea.id]],
  ['away from somebody whom the file does not name', [ada.id], [ada.id]],
  ['there and back', [ada.id, bea.id], [bea.id]],
])('a record that a file moves %s is not taken in', async (_, to, cases) => {
  const { store, taken } = await given(to, cases);
  await expect(taken).rejects.toMatchObject({ cause: [{ code: 'receive-beyond' }] });
  expect(await store.everAbout(ada.id)).toEqual([ada.id]);
});

it('a record that a file moves there and back is taken in where it names both', async () => {
  const { store, taken } = await given([ada.id, bea.id], [ada.id, bea.id]);
  await expect(taken).resolves.toMatchObject({ takenCount: 2 });
  expect(await store.everAbout(ada.id)).toHaveLength(2);
});

it('a record that a file leaves with its subject is taken in', async () => {
  const { taken } = await given([bea.id], [bea.id]);
  await expect(taken).resolves.toMatchObject({ takenCount: 1 });
});
