import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../store/index.js';
import {
  buildId,
  buildReferral,
  buildReferrer,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { gatherCases } from './gather.js';

const KINDS = ['referral'] as const;

async function onRecord(count: number) {
  const store = await createMemoryStore({
    host: testHost(),
    signer: testSigner({ device: buildId(), officer: buildId() }),
  });
  const referrer = buildReferrer();
  const subjects = Array.from({ length: count }, () => buildSubject());
  await store.commit({
    changes: [
      newRecord('referrer', referrer),
      ...subjects.flatMap((subject) => [
        newRecord('subject', subject),
        newRecord('referral', buildReferral({ subjectId: subject.id, referrerId: referrer.id })),
      ]),
    ],
    reason: 'referral',
  });
  return { store, referrer: referrer.id, people: subjects.map(({ id }) => id) };
}

describe('the records of many people', () => {
  it('are gathered portion by portion, each record once, and each logged as looked at', async () => {
    const { store, referrer, people } = await onRecord(60);
    const heard: string[] = [];
    const records = await gatherCases(store, people, 'report', KINDS, {
      pause: async (done, of) => void heard.push(`${done} of ${of}`),
    });
    expect(heard).toEqual(['0 of 60', '25 of 60', '50 of 60']);
    expect(records.filter(({ kind }) => kind === 'subject').map(({ id }) => id)).toEqual(people);
    expect(records.filter(({ id }) => id === referrer)).toHaveLength(1);
    expect(records).toHaveLength(121);
    const looks = (await store.audit()).filter(({ action }) => action === 'consultation');
    expect(looks).toHaveLength(3);
    expect(looks.filter((look) => look.records.includes(referrer))).toHaveLength(1);
    expect(new Set(looks.flatMap((look) => look.records))).toEqual(
      new Set(records.map(({ id }) => id)),
    );
  });

  it('are not looked at beyond the portion at which it is stopped', async () => {
    const { store, people } = await onRecord(60);
    const pause = async (done: number) => {
      if (done > 0) throw new Error('Stopped');
    };
    await expect(gatherCases(store, people, 'report', KINDS, { pause })).rejects.toThrow('Stopped');
    const looks = (await store.audit()).filter(({ action }) => action === 'consultation');
    const seen = new Set(looks.flatMap((look) => look.records));
    expect(people.filter((id) => seen.has(id))).toEqual(people.slice(0, 25));
  });

  it('have nothing of somebody who is not held', async () => {
    const { store, people } = await onRecord(1);
    const records = await gatherCases(store, [buildId(), ...people], 'report', KINDS);
    expect(records).toHaveLength(3);
    expect(await gatherCases(store, [buildId()], 'report', KINDS)).toEqual([]);
  });
});
