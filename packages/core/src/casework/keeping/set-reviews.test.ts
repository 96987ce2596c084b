import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import { diary } from '../../desk/diary/diary.js';
import type { PlainDate } from '../../shared/primitives.js';
import { createMemoryStore, type StoredRecord } from '../../store/index.js';
import { buildDecision, buildSubject, newRecord } from '../../testing/fiction/builder.js';
import { testHost, testSigner } from '../../testing/host.js';
import { workingCalendar } from '../rules/calendar.js';
import { reviewCase } from './review-case.js';
import { setReviews } from './set-reviews.js';

const lists = gatherCodeLists();
const day = (text: string) => text as PlainDate;
const WORDS = { reviewOn: day('2026-12-08'), reason: 'Reviewed together in December.' };

async function opened(names: readonly string[] = ['Ada Vael', 'Ivo Vael']) {
  const host = testHost({ at: '2026-11-24T09:30:00.000Z' });
  const store = await createMemoryStore({ host, signer: testSigner() });
  const people = names.map((name) => buildSubject({ name }));
  await store.commit({
    changes: people.map((each) => newRecord('subject', each)),
    reason: 'case-work',
  });
  const subjects = await store.query('subject');
  const due = async (today = '2026-12-01') => {
    const records = [
      ...(await store.query('subject')),
      ...(await store.query('decision')),
    ] as readonly StoredRecord[];
    return diary(records, { today: day(today), calendar: workingCalendar(), lists })
      .entries.filter(({ act }) => act === 'review-case')
      .map(({ about, by }) => [about, by])
      .toSorted();
  };
  const set = async (input: Parameters<typeof setReviews>[0] = WORDS) => {
    const decisions = await store.query('decision');
    const made = setReviews(input, { host, lists, subjects, decisions });
    if (!made.ok) return made.issues.map(({ code }) => code);
    await store.commit(made.value.commit);
    return [];
  };
  return { host, store, subjects, due, set };
}

describe('setting the review of several cases', () => {
  it('is a decision on each person, due on that day for each of them', async () => {
    const { store, subjects, due, set } = await opened();
    expect(await set()).toEqual([]);
    expect((await store.query('decision')).map(({ value }) => value)).toMatchObject(
      subjects.map(({ id }) => ({ subjectId: id, outcome: 'review-set', ...WORDS })),
    );
    expect(await due()).toEqual(subjects.map(({ id }) => [id, WORDS.reviewOn]));
  });

  it('sets nothing for anybody without a reason, a day to come, or somebody twice', async () => {
    const { host, store, subjects, set } = await opened();
    expect(await set({ reviewOn: WORDS.reviewOn })).toContain('missing');
    expect(await set({ reason: WORDS.reason })).toEqual(['missing']);
    expect(await set({ ...WORDS, reviewOn: day('2026-11-24') })).toEqual(['review-set-not-later']);
    const twice = setReviews(WORDS, {
      host,
      lists,
      subjects: [...subjects, ...subjects],
      decisions: [],
    });
    expect(twice.issues).toMatchObject([{ code: 'review-set-twice' }]);
    expect(setReviews(WORDS, { host, lists, subjects: [], decisions: [] }).ok).toBe(false);
    expect(await store.query('decision')).toEqual([]);
  });

  it('gives way to another day, to the review, and to the end of the case, for that person alone', async () => {
    const { host, store, subjects, due, set } = await opened();
    const [ada, ivo] = subjects.map(({ id }) => id);
    await set();
    await set({ ...WORDS, reviewOn: day('2026-12-15') });
    expect(await due()).toEqual([
      [ada, '2026-12-15'],
      [ivo, '2026-12-15'],
    ]);
    const reviewed = reviewCase(
      { reason: 'No change.', decidedOn: day('2026-11-24') },
      { host, lists, subject: subjects[0] },
    );
    if (!reviewed.ok) throw new Error('not reviewed');
    await store.commit(reviewed.value.commit);
    expect(await due()).toEqual([[ivo, '2026-12-15']]);
    const closed = buildDecision({
      subjectId: ivo,
      outcome: 'close',
      closureReason: 'completed',
      decidedOn: '2026-11-24',
    });
    await store.commit({ changes: [newRecord('decision', closed)], reason: 'case-work' });
    expect(await due()).toEqual([]);
  });

  it('is due again once a case that was closed is reopened, and is set of no closed case', async () => {
    const { store, subjects, due, set } = await opened();
    const [ada, ivo] = subjects.map(({ id }) => id);
    const decide = (outcome: string, over: object = {}) =>
      store.commit({
        changes: [
          newRecord(
            'decision',
            buildDecision({ subjectId: ada, outcome, decidedOn: '2026-11-24', ...over }),
          ),
        ],
        reason: 'case-work',
      });
    await set();
    await decide('close', { closureReason: 'completed' });
    expect(await due()).toEqual([[ivo, WORDS.reviewOn]]);
    expect(await set()).toEqual(['review-set-closed']);
    await decide('reopen');
    expect(await due()).toEqual([
      [ada, WORDS.reviewOn],
      [ivo, WORDS.reviewOn],
    ]);
  });

  it('stays due when a review that was held before is recorded afterwards', async () => {
    const { store, subjects, due, set } = await opened(['Ada Vael']);
    const [ada] = subjects.map(({ id }) => id);
    await set();
    const before = buildDecision({
      subjectId: ada,
      outcome: 'reviewed',
      decidedOn: '2026-11-20',
    });
    await store.commit({ changes: [newRecord('decision', before)], reason: 'case-work' });
    expect(await due()).toEqual([[ada, WORDS.reviewOn]]);
  });

  it('stays due when one referral alone is decided on', async () => {
    const { store, subjects, due, set } = await opened(['Ada Vael']);
    const [ada] = subjects.map(({ id }) => id);
    await set();
    const onReferral = buildDecision({
      subjectId: ada,
      referralId: '11111111-1111-4111-8111-111111111111',
      outcome: 'close',
      decidedOn: '2026-11-24',
    });
    await store.commit({ changes: [newRecord('decision', onReferral)], reason: 'case-work' });
    expect(await due()).toEqual([[ada, WORDS.reviewOn]]);
  });
});
