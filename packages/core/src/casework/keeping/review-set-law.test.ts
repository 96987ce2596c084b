import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordOf } from '../../record/kind.js';
import { createMemoryStore } from '../../store/index.js';
import { buildDecision, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { keepingLaw } from './keeping-law.js';

const lists = gatherCodeLists();

async function under() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { regime: 'part3', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const ada = buildSubject({ name: 'Ada Vael' });
  await store.commit({ changes: [newRecord('subject', ada)], reason: 'case-work' });
  const saves = (over: Partial<RecordOf<'decision'>>) => {
    const value = buildDecision({ subjectId: ada.id, decidedOn: '2026-11-24', ...over } as never);
    return store.commit({ changes: [newRecord('decision', value)], reason: 'case-work' });
  };
  return { store, saves };
}
const SET = { outcome: 'review-set', reviewOn: '2026-12-08' } as Partial<RecordOf<'decision'>>;

it('keeps a review that is set for a later day of an open case', async () => {
  const { store, saves } = await under();
  await saves(SET);
  expect(await store.query('decision')).toHaveLength(1);
});

it.each([
  ['no day', { reviewOn: undefined }, 'review-set-not-later'],
  ['the day of the decision', { reviewOn: '2026-11-24' }, 'review-set-not-later'],
  ['nobody', { subjectId: undefined }, 'review-set-of-nobody'],
  [
    'one referral alone',
    { referralId: '11111111-1111-4111-8111-111111111111' },
    'review-set-of-nobody',
  ],
])('refuses a review that is set for %s, whoever asks the store', async (_, over, code) => {
  const { store, saves } = await under();
  await expect(saves({ ...SET, ...over } as never)).rejects.toMatchObject({
    cause: expect.arrayContaining([expect.objectContaining({ code })]),
  });
  expect(await store.query('decision')).toEqual([]);
});

it('refuses the day of a review in any other decision', async () => {
  const { saves } = await under();
  await expect(
    saves({ outcome: 'reviewed', reviewOn: '2026-12-08' } as never),
  ).rejects.toMatchObject({ cause: [{ code: 'review-set-elsewhere' }] });
});

it('refuses a review of a closed case, until it is reopened', async () => {
  const { store, saves } = await under();
  await saves({ outcome: 'close', closureReason: 'completed' } as never);
  await expect(saves(SET)).rejects.toMatchObject({ cause: [{ code: 'review-set-closed' }] });
  await saves({ outcome: 'reopen' } as never);
  await saves(SET);
  expect(await store.query('decision')).toHaveLength(3);
});
