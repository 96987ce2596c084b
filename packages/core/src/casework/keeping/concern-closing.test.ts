/** The end of a safeguarding concern under the law: no save goes round what the act asks first. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { PlainDate, RecordId } from '../../shared/index.js';
import { createMemoryStore, undoSave } from '../../store/index.js';
import { buildId, buildSafeguardingConcern, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { found, value } from '../../testing/officers-under-test.js';
import { keepingLaw } from './keeping-law.js';

const lists = gatherCodeLists();
const end = { closedOn: '2026-11-24' as PlainDate, closedWhy: 'A plan is in place.' };

async function underLaw(
  over: Parameters<typeof buildSafeguardingConcern>[0],
  /** The officer whom the law is asked for; absent: the one who signs. */
  asked?: RecordId,
) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const signer = testSigner();
  const id = asked ?? signer.officer;
  const officer = { id, regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const gate = keepingLaw({ host, lists, officer: () => officer });
  const store = await createMemoryStore({ host, signer, gate });
  const concern = buildSafeguardingConcern(over);
  const kind = 'safeguardingConcern';
  const raised = await store.commit({
    changes: [newRecord(kind, concern)],
    reason: 'safeguarding',
  });
  const sets = async (set: object) => {
    const { heads } = found(await store.get(kind, concern.id));
    return store.commit({
      changes: [{ kind, record: concern.id, parents: heads, set: set as never }],
      reason: 'safeguarding',
    });
  };
  const withdraws = async (reason: string) => {
    const { heads } = found(await store.get(kind, concern.id));
    return store.commit({
      changes: [{ kind, record: concern.id, parents: heads, set: {}, withdraw: true }],
      reason,
    });
  };
  const isClosed = async () => found(await store.get(kind, concern.id)).value.closedOn;
  return { host, store, raised, sets, withdraws, isClosed };
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

describe('a concern', () => {
  const STANDS = refused('concern-withdrawn');

  it('is not withdrawn, open or closed, for any reason of a save but its undo', async () => {
    for (const over of [{ told: [] }, { told: ['mash'] }]) {
      const { store, withdraws } = await underLaw(over);
      for (const reason of ['case-work', 'safeguarding', 'correction'])
        await expect(withdraws(reason)).rejects.toMatchObject(STANDS);
      expect(await store.query('safeguardingConcern')).toHaveLength(1);
    }
  });

  it('is taken back by its undo on the same day, and by none once anything was added', async () => {
    const { store, raised } = await underLaw({ told: [] });
    await store.commit(value(await undoSave(store, raised.seq)));
    expect(await store.query('safeguardingConcern')).toEqual([]);
    const again = await underLaw({ told: ['mash'] });
    await again.sets({ additions: [{ addedAt, acknowledgedBy: 'The front door' }] });
    await expect(again.withdraws('undo')).rejects.toMatchObject(STANDS);
  });

  it('is not taken back on another day, nor by another officer', async () => {
    const later = await underLaw({ told: [] });
    later.host.passDays(1);
    await expect(later.withdraws('undo')).rejects.toMatchObject(STANDS);
    const another = await underLaw({ told: [] }, buildId());
    await expect(another.withdraws('undo')).rejects.toMatchObject(STANDS);
  });
});
