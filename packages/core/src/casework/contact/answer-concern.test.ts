import { expect, it } from 'vitest';
import type { PlainDate } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import { buildRecord, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { found, value } from '../../testing/officers-under-test.js';
import {
  escalateConcern,
  noteAcknowledgement,
  noteCrime,
  reviewConcern,
} from './answer-concern.js';

async function told(more: object = {}) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const concern = buildRecord('safeguardingConcern', { told: ['mash'], ...more });
  await store.commit({
    changes: [newRecord('safeguardingConcern', concern)],
    reason: 'safeguarding',
  });
  return { context: { host }, held: found(await store.get('safeguardingConcern', concern.id)) };
}
const places = ({ issues }: ReturnType<typeof reviewConcern>) =>
  issues.map(({ code, at }) => `${code} ${at}`);

it.each([
  ['an acknowledgement', noteAcknowledgement, ['missing acknowledgedBy']],
  ['an escalation', escalateConcern, ['missing escalatedTo']],
  ['a review', reviewConcern, ['missing what', 'missing reviewOn']],
  ['whether a crime is recorded', noteCrime, ['missing crimeRecorded']],
] as const)('asks of %s what it cannot do without', async (_, act, missing) => {
  const { held, context } = await told();
  expect(places(act(held, {}, context))).toEqual(missing);
});

it('shows what is missing together with what is wrong', async () => {
  const { held, context } = await told();
  const reviewOn = '2026-11-24' as PlainDate;
  expect(places(reviewConcern(held, { what: ' ', reviewOn }, context))).toEqual([
    'missing what',
    'date-out-of-order reviewOn',
  ]);
});

it('happens now, unless the officer says when, and keeps a reference that comes with it', async () => {
  const { held, context } = await told();
  const input = { acknowledgedBy: 'The front door', reference: 'MASH-1' };
  const { commit } = value(noteAcknowledgement(held, input, context));
  expect(commit.changes).toMatchObject([
    {
      set: {
        additions: [{ ...input, acknowledgedAt: expect.stringMatching(/^2026-11-24T09:3/) }],
      },
    },
  ]);
});

it('keeps each review with the day that it set', async () => {
  const { held, context } = await told();
  const input = { what: 'A plan is being made.', reviewOn: '2026-12-01' as PlainDate };
  const { commit } = value(reviewConcern(held, input, context));
  expect(commit.changes).toMatchObject([{ set: { additions: [input], reviewOn: '2026-12-01' } }]);
});

it('is refused by a concern that is closed, whatever is missing', async () => {
  const end = { closedOn: '2026-11-24', closedWhy: 'A plan is in place.' };
  const { held, context } = await told(end);
  expect(places(noteAcknowledgement(held, {}, context))).toEqual(['concern-closed what']);
});
