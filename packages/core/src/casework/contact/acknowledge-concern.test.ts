import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../store/index.js';
import { buildRecord, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { codesOf, found, value } from '../../testing/officers-under-test.js';
import { acknowledgeConcern } from './acknowledge-concern.js';

async function raised() {
  const host = testHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  const concern = buildRecord('safeguardingConcern', { told: ['nobody-yet'] });
  await store.commit({
    changes: [newRecord('safeguardingConcern', concern)],
    reason: 'safeguarding',
  });
  return { host, held: found(await store.get('safeguardingConcern', concern.id)) };
}

describe('a concern of which nobody was told', () => {
  it('asks who was told, and says that it stays where nobody was', async () => {
    const { host, held } = await raised();
    expect(codesOf(acknowledgeConcern(held, { told: [] }, { host }))).toEqual(['missing']);
    expect(codesOf(acknowledgeConcern(held, { told: ['nobody-yet'] }, { host }))).toEqual([
      'nobody-told',
    ]);
  });

  it('is told now unless the officer says when, and no longer says that nobody was', async () => {
    const { host, held } = await raised();
    const { commit } = value(acknowledgeConcern(held, { told: ['nobody-yet', 'mash'] }, { host }));
    expect(commit.changes).toMatchObject([{ set: { told: ['mash'] } }]);
    const set = commit.changes[0]?.set as { readonly toldAt?: string } | undefined;
    expect(set?.toldAt?.slice(0, 16)).toBe(host.clock.now().slice(0, 16));
  });

  it('takes whether the parent was told, and leaves what was said of it before', async () => {
    const { host, held } = await raised();
    const said = { told: ['mash'], parentTold: 'no', whyParentNotTold: 'He asked us not to.' };
    const setBy = (concern: typeof held) =>
      value(acknowledgeConcern(concern, said as never, { host })).commit.changes[0]?.set;
    const { parentTold: _, whyParentNotTold: __, ...unsaid } = held.value;
    expect(setBy({ ...held, value: unsaid })).toMatchObject({
      parentTold: 'no',
      whyParentNotTold: 'He asked us not to.',
    });
    const before = setBy({ ...held, value: { ...unsaid, parentTold: 'yes' } });
    expect(before).not.toHaveProperty('parentTold');
    expect(before).not.toHaveProperty('whyParentNotTold');
  });
});
