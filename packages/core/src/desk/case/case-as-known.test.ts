/** A case as known on a day: everything written by then, including records moved away since, and a logged view. */
import { describe, expect, it } from 'vitest';
import type { Instant } from '../../shared/index.js';
import { createMemoryStore } from '../../store/index.js';
import {
  buildIntervention,
  buildReferral,
  buildReferrer,
  buildSource,
  buildSourceCapture,
  buildSubject,
  newRecord,
} from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { caseAsKnownOn } from './case-as-known.js';

async function twoDays() {
  const host = testHost();
  const store = await createMemoryStore({ host, signer: testSigner() });
  const [subject, another, referrer, capture] = [
    buildSubject(),
    buildSubject(),
    buildReferrer(),
    buildSourceCapture(),
  ];
  const about = { subjectId: subject.id };
  const referral = buildReferral({ ...about, referrerId: referrer.id });
  const first = buildIntervention(about);
  const { revisions } = await store.commit({
    changes: [
      newRecord('intervention', first),
      newRecord('sourceCapture', capture),
      {
        ...newRecord('subject', subject),
        sources: { name: [buildSource({ capture: capture.id })] },
      },
      newRecord('subject', another),
      newRecord('referrer', referrer),
      newRecord('referral', referral),
    ],
    reason: 'referral',
  });
  const at = '2026-11-24T23:59:59.999Z' as Instant;
  host.passDays(1);
  const second = buildIntervention(about);
  await store.commit({
    changes: [
      {
        kind: 'intervention',
        record: first.id,
        parents: revisions.slice(0, 1),
        set: { subjectId: another.id },
      },
      {
        kind: 'referral',
        record: referral.id,
        parents: revisions.slice(5),
        set: { status: 'accepted' },
      },
      newRecord('intervention', second),
    ],
    reason: 'case-work',
  });
  return { store, subject, another, referrer, capture, referral, first, second, at };
}

describe('a case as known on a day', () => {
  it('holds what had been written by then, what was moved away since among it', async () => {
    const { store, subject, referrer, capture, referral, first, at } = await twoDays();
    const records = await caseAsKnownOn(store, subject.id, at, 'case-work');
    expect(records[0]?.id).toBe(subject.id);
    expect(records.map(({ id }) => id).sort()).toEqual(
      [subject.id, first.id, referral.id, referrer.id, capture.id].sort(),
    );
    expect(records.find(({ id }) => id === referral.id)?.value).toMatchObject({
      status: 'received',
    });
  });

  it('is logged as looked at before it is given, and not given when it cannot be', async () => {
    const { store, subject, at } = await twoDays();
    const records = await caseAsKnownOn(store, subject.id, at, 'report');
    const entry = (await store.audit()).at(-1);
    expect(entry).toMatchObject({ action: 'consultation', reason: 'report' });
    expect([...(entry?.records ?? [])].sort()).toEqual(records.map(({ id }) => id).sort());
    const broken = { ...bound(store), commit: async () => Promise.reject(new Error('full')) };
    await expect(caseAsKnownOn(broken, subject.id, at, 'report')).rejects.toThrow('full');
  });

  it('is empty, and nothing is logged, where the subject was not known yet', async () => {
    const { store, subject } = await twoDays();
    const before = (await store.audit()).length;
    const at = '2026-11-23T23:59:59.999Z' as Instant;
    expect(await caseAsKnownOn(store, subject.id, at, 'report')).toEqual([]);
    expect(await store.audit()).toHaveLength(before);
  });
});

function bound(store: Awaited<ReturnType<typeof createMemoryStore>>) {
  return {
    everAbout: store.everAbout.bind(store),
    history: store.history.bind(store),
    query: store.query.bind(store),
    commit: store.commit.bind(store),
  };
}
