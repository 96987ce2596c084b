/** The status of a referral under the law: no save sets it without the decision that it follows from. */
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { createMemoryStore, undoSave } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import {
  buildDecision,
  buildReferral,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { found, value } from '../../testing/officers-under-test.js';
import { keepingLaw } from '../keeping/keeping-law.js';
import { decideReferral } from './decide-referral.js';

const lists = gatherCodeLists();
const REFUSED = { cause: [expect.objectContaining({ code: 'status-without-decision' })] };

async function underLaw() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const subject = buildSubject();
  const about = { subjectId: subject.id, receivedOn: '2026-11-20', status: 'received' } as const;
  const [referral, other] = [buildReferral(about), buildReferral(about)];
  const keep = (...changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  await keep(
    newRecord('subject', subject),
    newRecord('referral', referral),
    newRecord('referral', other),
  );
  const held = async () => found(await store.get('referral', referral.id));
  const sets = async (status: string) => {
    const { id: record, heads: parents } = await held();
    return { kind: 'referral', record, parents, set: { status } } as Change;
  };
  const decides = async (outcome: string, replaces?: string) =>
    store.commit(
      value(
        decideReferral(
          { outcome, reason: 'As discussed.', ...(replaces ? { replaces } : {}) } as never,
          {
            host,
            lists,
            referral: await held(),
            decisions: await store.query('decision'),
          },
        ),
      ).commit,
    );
  const status = async () => (await held()).value.status;
  return { store, keep, sets, decides, status, subject, referral, other };
}

it('is refused without a decision, and with one on another referral or to another outcome', async () => {
  const { keep, sets, status, subject, referral, other } = await underLaw();
  const decision = (referralId: string, outcome: string) =>
    newRecord(
      'decision',
      buildDecision({
        subjectId: subject.id,
        referralId,
        outcome,
        decidedOn: '2026-11-24',
      } as never),
    );
  for (const each of ['accepted', 'declined', 'closed'])
    await expect(keep(await sets(each))).rejects.toMatchObject(REFUSED);
  await expect(keep(await sets('accepted'), decision(other.id, 'accept'))).rejects.toMatchObject(
    REFUSED,
  );
  await expect(
    keep(await sets('accepted'), decision(referral.id, 'decline')),
  ).rejects.toMatchObject(REFUSED);
  expect(await status()).toBe('received');
  await keep(await sets('accepted'), decision(referral.id, 'accept'));
  expect(await status()).toBe('accepted');
});

it('follows each decision of the act, one changed to another, and their undo', async () => {
  const { store, keep, sets, decides, status } = await underLaw();
  const accepted = await decides('accept');
  expect(await status()).toBe('accepted');
  await expect(keep(await sets('received'))).rejects.toMatchObject(REFUSED);
  const [first] = await store.query('decision');
  const changed = await decides('more-information', first?.id);
  expect(await status()).toBe('received');
  const undone = await store.commit(value(await undoSave(store, changed.seq)));
  expect(await status()).toBe('accepted');
  await store.commit(value(await undoSave(store, undone.seq)));
  expect(await status()).toBe('received');
  await store.commit(value(await undoSave(store, undone.seq + 1)));
  await store.commit(value(await undoSave(store, accepted.seq)));
  expect(await status()).toBe('received');
});
