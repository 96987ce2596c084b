/** Fictional people go from a practice vault without a decision on each; nobody goes from any other vault like that. */
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordId } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import { buildReferral, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { keepingLaw } from './keeping-law.js';

async function openCases(practice: boolean) {
  const host = testHost();
  const removing = new Set<RecordId>();
  const gate = keepingLaw({
    host,
    lists: gatherCodeLists(),
    officer: () => ({ regime: 'part3', practice }),
    removing: () => removing,
  });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const [subject, other] = [buildSubject(), buildSubject({ name: 'Perrin Hale' })];
  const referral = buildReferral({ subjectId: subject.id, referrerId: undefined });
  await store.commit({
    changes: [
      newRecord('subject', subject),
      newRecord('subject', other),
      newRecord('referral', referral),
    ],
    reason: 'case-work',
  });
  return { store, removing, ids: [subject.id, referral.id] as const, other: other.id };
}

const REFUSED = { code: 'CP_STORE_NOT_DISPOSABLE' };

it('takes exactly the records that are being removed, and asks for a decision on any other', async () => {
  const { store, removing, ids, other } = await openCases(true);
  await expect(store.dispose(ids, 'undo')).rejects.toMatchObject(REFUSED);
  for (const id of ids) removing.add(id);
  await expect(store.dispose([...ids, other], 'undo')).rejects.toMatchObject(REFUSED);
  await store.dispose(ids, 'undo');
  expect((await store.query('subject')).map(({ id }) => id)).toEqual([other]);
});

it('takes nothing from a vault for real work, whatever it is told', async () => {
  const { store, removing, ids } = await openCases(false);
  for (const id of ids) removing.add(id);
  await expect(store.dispose(ids, 'undo')).rejects.toMatchObject(REFUSED);
  expect(await store.query('subject')).toHaveLength(2);
});
