/** The diary of a session follows the force's own rules. */
import { createMemoryStore, type PlainDate, type Trigger } from '@cyber-prevent/core';
import {
  buildDecision,
  buildId,
  buildSubject,
  newRecord,
  testHost,
  testSigner,
} from '@cyber-prevent/core/testing';
import { expect, it, vi } from 'vitest';
import { readPolicy } from '../policy.js';
import { followSession } from './follow-session.js';

const limit = {
  id: 'retention-review',
  workingDays: 1,
  words: 'The force reviews within a working day',
  status: 'found',
  source: 'Force procedure',
  checkedOn: '2026-11-02',
};
const period = {
  group: 'not-suspected',
  clearYears: 9,
  status: 'found',
  source: 'Force schedule',
};

/** The diary of a case that was closed on a Monday, unless it is still open. */
async function followed(
  policy: () => Promise<ReturnType<typeof readPolicy>>,
  { isClosed = true } = {},
) {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const subject = buildSubject({ categories: [], bornOn: undefined });
  const closing = { subjectId: subject.id, outcome: 'close', decidedOn: '2026-11-23' };
  const decision = buildDecision({ ...closing, closureReason: 'no-further-concern' });
  await store.commit({
    changes: [
      newRecord('subject', subject),
      ...(isClosed ? [newRecord('decision', decision)] : []),
    ],
    reason: 'case-work',
  });
  const listening = new Set<unknown>();
  const subscribe: typeof store.subscribe = (told) => {
    listening.add(told);
    const stop = store.subscribe(told);
    return () => {
      listening.delete(told);
      stop();
    };
  };
  const diary = followSession(
    { get: store.get.bind(store), query: store.query.bind(store), subscribe },
    { officer: buildId(), policy },
  );
  const read = async (today: string) =>
    (await diary.read(today as PlainDate)).entries.map(({ act, by }) => [act, by]);
  return { diary, read, listening };
}

it('takes the time limits of the policy in place of those that ship', async () => {
  const { read } = await followed(async () => readPolicy({ timeLimits: [limit] }));
  expect(await read('2026-11-24')).toEqual([['review-retention', '2026-11-24']]);
  const shipped = await followed(async () => readPolicy({}));
  expect(await shipped.read('2026-11-24')).not.toEqual([['review-retention', '2026-11-24']]);
});

it('takes the periods of the policy in place of those that ship', async () => {
  const open = { isClosed: false };
  const day = '2028-11-20';
  const { read } = await followed(async () => readPolicy({ retention: [period] }), open);
  expect(await read(day)).toEqual([]);
  const shipped = await followed(async () => readPolicy({}), open);
  expect(await shipped.read(day)).toEqual([
    ['review-retention', expect.stringMatching(/^2028-11/)],
  ]);
});

it('goes by what ships where the policy cannot be read', async () => {
  const refused = await followed(async () => Promise.reject(new Error('No policy')));
  const shipped = await followed(async () => readPolicy({}));
  expect(await refused.read('2026-11-24')).toEqual(await shipped.read('2026-11-24'));
});

it('listens to nothing more once it was stopped, though the policy came late', async () => {
  let give: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    give = resolve;
  });
  const { diary, read, listening } = await followed(async () => {
    await late;
    return readPolicy({});
  });
  const reading = read('2026-11-24');
  diary.stop();
  give();
  await reading.catch(() => undefined);
  expect(listening.size).toBe(0);
  expect(await read('2026-11-24')).toHaveLength(1);
});

it('tells who reads it that the store is closed, and nobody else when it is stopped', async () => {
  const store = await createMemoryStore({ host: testHost(), signer: testSigner() });
  const diary = followSession(store, { officer: buildId() });
  await store.close();
  const unheard = vi.fn();
  process.on('unhandledRejection', unheard);
  const reading = diary.read('2026-11-24' as PlainDate);
  diary.stop();
  await expect(reading).rejects.toMatchObject({ code: 'CP_STORE_CLOSED' });
  await new Promise((rested) => setImmediate(rested));
  process.off('unhandledRejection', unheard);
  expect(unheard).not.toHaveBeenCalled();
});

it('calls for a review by the triggers of packs, beside those that ship', async () => {
  const trigger: Trigger = {
    id: 'any-closing',
    version: '1.0.0',
    title: 'A case was closed',
    withinDays: 7,
    when: [{ kind: 'decision', day: 'decidedOn', count: 1 }],
    limit: 'case-review',
    status: 'proposed',
    source: 'Made up',
  };
  const acts = async (triggers: readonly Trigger[]) => {
    const given = triggers.length > 0 ? { given: { triggers } } : {};
    const { read } = await followed(async () => ({ ...readPolicy({}), ...given }));
    return (await read('2026-11-24')).map(([act]) => act);
  };
  expect(await acts([trigger])).toContain('review-case');
  expect(await acts([])).not.toContain('review-case');
});
