/** No save puts somebody else's words on a young person's record as their own, past every act and screen. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { createMemoryStore } from '../../store/index.js';
import type { Change } from '../../store/log/revision.js';
import { buildStopCard, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { keepingLaw } from '../keeping/keeping-law.js';

async function underLaw() {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const officer = { regime: 'part3', policyReference: 'APD-2026-07', practice: false } as const;
  const gate = keepingLaw({ host, lists: gatherCodeLists(), officer: () => officer });
  const store = await createMemoryStore({ host, signer: testSigner(), gate });
  const keep = (...changes: readonly Change[]) => store.commit({ changes, reason: 'case-work' });
  const subject = buildSubject();
  await keep(newRecord('subject', subject));
  return { keep, store, subjectId: subject.id };
}

describe('a stop card in a raw save', () => {
  it.each(['another', 'not-known', undefined])(
    'is refused unless the words are the young person’s own: %s',
    async (saidBy) => {
      const { keep, store, subjectId } = await underLaw();
      const { saidBy: _, ...rest } = buildStopCard({ subjectId });
      const card = { ...rest, ...(saidBy === undefined ? {} : { saidBy }) };
      await expect(keep(newRecord('stopCard', card as typeof rest))).rejects.toMatchObject({
        code: 'CP_RECORD_INVALID',
        cause: [expect.objectContaining({ at: 'saidBy' })],
      });
      expect(await store.query('stopCard')).toEqual([]);
    },
  );

  it('is kept with their own words, and never becomes somebody else’s', async () => {
    const { keep, store, subjectId } = await underLaw();
    await keep(newRecord('stopCard', buildStopCard({ subjectId })));
    const [card] = await store.query('stopCard');
    if (!card) throw new Error('not held');
    const change = { kind: 'stopCard' as const, record: card.id, parents: card.heads };
    await expect(keep({ ...change, set: { saidBy: 'another' } })).rejects.toMatchObject({
      code: /^CP_/,
    });
    await keep({ ...change, set: { crimeRecorded: 'no-crime' } });
    expect((await store.get('stopCard', card.id))?.value).toMatchObject({
      saidBy: 'subject',
      crimeRecorded: 'no-crime',
    });
  });
});
