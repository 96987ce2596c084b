import { describe, expect, it } from 'vitest';
import { listRows } from '../../desk/lists/list-rows.js';
import type { Instant, RecordId } from '../../shared/index.js';
import { caseUnderTest } from '../../testing/case-under-test.js';
import { buildAssessment, newRecord } from '../../testing/fiction/builder.js';
import { assessmentStanding } from './assessment-standing.js';

const SIGNED = { signedAt: '2026-11-24T09:00:00.000Z' as Instant };
const OVERRIDE = {
  level: 'high',
  levelLabel: 'High',
  reason: 'A threat.',
  proposedBy: '0ff1ce00-0000-4000-8000-000000000001' as RecordId,
  proposedAt: '2026-11-24T09:00:00.000Z' as Instant,
};

async function held() {
  const under = await caseUnderTest({ name: 'Petra Lindqvist' });
  const { id: subjectId } = await under.subject();
  const lists = listRows(under.store, { run: 'one' });
  const rows = async () => (await lists.rows('assessments')).rows;
  const keeps = async (over: object): Promise<RecordId> => {
    const value = buildAssessment({ subjectId, ...over });
    await under.store.commit({ changes: [newRecord('assessment', value)], reason: 'case-work' });
    return value.id;
  };
  return { ...under, keeps, rows, lists };
}

describe('how far an assessment has got', () => {
  it('is a draft, signed, or superseded once a later one is signed', async () => {
    const { keeps, store } = await held();
    const first = await keeps(SIGNED);
    const second = await keeps({ supersedes: first });
    const all = await store.query('assessment');
    const of = (id: RecordId, others = all) => {
      const one = others.find((each) => each.id === id);
      return one && assessmentStanding(one, others);
    };
    expect([of(first), of(second)]).toEqual(['signed', 'draft']);
    await keeps({ ...SIGNED, supersedes: first });
    expect(of(first, await store.query('assessment'))).toBe('superseded');
  });

  it('is not confirmed while only a name in a field says that a second officer confirmed it', async () => {
    const { keeps, store } = await held();
    const by = '0ff1ce00-0000-4000-8000-000000000002' as RecordId;
    const id = await keeps({
      override: { ...OVERRIDE, confirmedBy: by, confirmedAt: OVERRIDE.proposedAt },
    });
    const one = await store.get('assessment', id);
    const history = await store.history(id);
    expect(one && assessmentStanding(one, [])).toBe('draft');
    expect(one && assessmentStanding(one, [], history)).toBe('not-confirmed');
  });
});

describe('the list of assessments', () => {
  it('shows names, a level in words and how far each has got, and follows a signature', async () => {
    const { keeps, rows } = await held();
    const levels = [
      { id: 'low', label: 'Low' },
      { id: 'medium', label: 'Medium' },
    ];
    const first = await keeps({ ...SIGNED, levels, noLevel: 'answers-missing' });
    expect(await rows()).toMatchObject([
      { id: first, name: 'Petra Lindqvist', standing: 'signed', levels: ['Low', 'Medium'] },
    ]);
    await keeps({ ...SIGNED, levels: [], noLevel: 'gives-no-level', supersedes: first });
    expect((await rows()).find(({ id }) => id === first)?.standing).toBe('superseded');
  });

  it('gives no level where too little was answered, and the other one where it was confirmed', async () => {
    const { keeps, rows } = await held();
    const levels = [{ id: 'low', label: 'Low' }];
    await keeps({ levels, noLevel: 'too-few-answers' });
    expect(await rows()).toMatchObject([{ levels: [], standing: 'draft', isOverride: false }]);
    const by = '0ff1ce00-0000-4000-8000-000000000002' as RecordId;
    const id = await keeps({ levels, override: { ...OVERRIDE, confirmedBy: by } });
    expect((await rows()).find((each) => each.id === id)).toMatchObject({
      levels: ['High'],
      isOverride: true,
    });
  });
});
