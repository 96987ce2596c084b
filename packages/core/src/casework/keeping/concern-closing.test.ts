/** The end of a safeguarding concern under the law: no save goes round what the act asks first. */
import { expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import { buildSafeguardingConcern, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { found } from '../../testing/officers-under-test.js';
import { keepingLaw } from './keeping-law.js';

const lists = gatherCodeLists();
const end = { closedOn: '2026-11-24' as PlainDate, closedWhy: 'A plan is in place.' };

async function underLaw(over: Parameters<typeof buildSafeguardingConcern>[0]) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const concern = buildSafeguardingConcern(over);
  const kind = 'safeguardingConcern';
  await store.commit({ changes: [newRecord(kind, concern)], reason: 'safeguarding' });
  const sets = async (set: object) => {
    const { heads } = found(await store.get(kind, concern.id));
    return store.commit({
      changes: [{ kind, record: concern.id, parents: heads, set: set as never }],
      reason: 'safeguarding',
    });
  };
  const isClosed = async () => found(await store.get(kind, concern.id)).value.closedOn;
  return { sets, isClosed };
}
const refused = (code: string) => ({ cause: [expect.objectContaining({ code })] });
const addedAt = '2026-11-24T09:31:00.000Z';

it('is refused until those who were told have acknowledged it', async () => {
  const { sets, isClosed } = await underLaw({ told: ['mash'] });
  await expect(sets(end)).rejects.toMatchObject(refused('concern-unacknowledged'));
  await sets({ additions: [{ addedAt, acknowledgedBy: 'The front door' }] });
  await sets(end);
  expect(await isClosed()).toBe('2026-11-24');
});

it('is let go with an escalation, also in the same save', async () => {
  const { sets, isClosed } = await underLaw({ told: ['mash'] });
  await sets({ additions: [{ addedAt, escalatedTo: 'Duty manager' }], ...end });
  expect(await isClosed()).toBe('2026-11-24');
});

it('leaves every other change of a concern alone, open or closed', async () => {
  const additions = [{ addedAt, acknowledgedBy: 'The front door' }];
  const { sets } = await underLaw({ told: ['mash'], additions, ...end });
  await sets({ closedWhy: 'A plan is in place, and social care agrees.' });
});
