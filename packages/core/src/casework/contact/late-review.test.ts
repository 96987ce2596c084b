/** A review that is set for later than usual asks why, and is taken with a reason up to two years ahead. */
import { describe, expect, it } from 'vitest';
import { gatherCodeLists } from '../../codes/index.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Instant, PlainDate, Result } from '../../shared/index.js';
import type { StoredRecord } from '../../store/index.js';
import { buildId, buildRecord, type Overrides } from '../../testing/fiction/builder.js';
import { testHost } from '../../testing/host.js';
import { gatherTimeLimits } from '../rules/time-limit.js';
import { addToConcern } from './add-to-concern.js';
import { reviewConcern } from './answer-concern.js';
import { makePlan } from './plan.js';
import { reviewPlan } from './plan-review.js';

const at = '2026-11-24T09:30:00.000Z' as Instant;
const context = { host: testHost({ at }), lists: gatherCodeLists() };
const day = (text: string) => text as PlainDate;

function held<K extends RecordKind>(kind: K, overrides: Overrides<K>): StoredRecord<K> {
  const value = buildRecord(kind, overrides) as RecordOf<K>;
  const when = { createdAt: at, updatedAt: at, updatedBy: buildId() };
  return { kind, id: value.id, value, heads: [buildId()], sources: {}, ...when };
}
const wrong = ({ issues }: Result<unknown>) =>
  issues.filter(({ severity }) => severity === 'error').map((each) => `${each.code} ${each.at}`);
const saved = (result: Result<{ commit: { changes: readonly { set?: object }[] } }>, nth = 0) =>
  result.ok ? result.value.commit.changes[nth]?.set : undefined;

const subject = held('subject', { bornOn: '2010-03-14' });

// Sixty working days after 24 November 2026, with Christmas and New Year in between.
const [LAST, AFTER] = [day('2027-02-19'), day('2027-02-20')];

describe('a plan', () => {
  const makes = (over: object) => makePlan(over, { ...context, subject, records: [] });

  it('asks why beyond sixty working days, and not before', () => {
    expect(wrong(makes({ reviewDueOn: LAST }))).toEqual([]);
    expect(wrong(makes({ reviewDueOn: AFTER }))).toEqual(['missing reviewWhy']);
    expect(wrong(makes({ reviewDueOn: AFTER, reviewWhy: '  ' }))).not.toEqual([]);
  });

  it('is reviewed up to two years later, with a reason', () => {
    const reviewWhy = 'They are at a residential school until then';
    const made = makes({ reviewDueOn: day('2028-11-24'), reviewWhy });
    expect(saved(made)).toMatchObject({ reviewDueOn: '2028-11-24', reviewWhy });
    expect(wrong(makes({ reviewDueOn: day('2028-11-25'), reviewWhy }))).toEqual([
      'due-too-far reviewDueOn',
    ]);
    expect(wrong(makes({ reviewDueOn: day('3027-01-08') }))).toEqual(['due-too-far reviewDueOn']);
  });

  it('goes by the limit of the force', () => {
    const limits = gatherTimeLimits();
    const own = { ...limits, 'plan-review': { ...limits['plan-review'], workingDays: 5 } };
    const made = (reviewDueOn: string) =>
      makePlan(
        { reviewDueOn: day(reviewDueOn) },
        { ...context, subject, records: [], limits: own },
      );
    expect(wrong(made('2026-12-01'))).toEqual([]);
    expect(wrong(made('2026-12-02'))).toEqual(['missing reviewWhy']);
  });
});

describe('the next review of a plan', () => {
  const plan = held('plan', {
    subjectId: subject.id,
    madeOn: '2026-09-01',
    reviewDueOn: '2026-11-24',
    reviewWhy: 'Holidays',
  });
  const reviews = (over: object) =>
    reviewPlan(
      { came: ['Ada'], view: 'Settled', heldOn: day('2026-11-24'), ...over },
      { ...context, plan },
    );

  it('asks why beyond sixty working days, and keeps the reason with the plan', () => {
    expect(wrong(reviews({ nextReviewDueOn: AFTER }))).toEqual(['missing nextReviewWhy']);
    const nextReviewWhy = 'Exams, then a summer away';
    const set = saved(reviews({ nextReviewDueOn: AFTER, nextReviewWhy }), 1);
    expect(set).toEqual({ reviewDueOn: AFTER, reviewWhy: nextReviewWhy });
  });

  it('lets go of the reason of an earlier day', () => {
    expect(saved(reviews({ nextReviewDueOn: LAST }), 1)).toEqual({
      reviewDueOn: LAST,
      reviewWhy: null,
    });
  });

  it('is not set for a year that nobody meant', () => {
    const far = { nextReviewDueOn: day('3027-01-08'), nextReviewWhy: 'Exams' };
    expect(wrong(reviews(far))).toEqual(['due-too-far nextReviewDueOn']);
  });
});

describe('the next review of a concern', () => {
  const concern = held('safeguardingConcern', {
    subjectId: subject.id,
    told: ['childrens-services'],
  });
  const adds = (over: object) =>
    addToConcern(concern, { what: 'He is with an aunt', ...over }, context);

  it('asks why beyond twenty working days, in every addition', () => {
    expect(wrong(adds({ reviewOn: day('2026-12-22') }))).toEqual([]);
    expect(wrong(adds({ reviewOn: day('2026-12-23') }))).toEqual(['missing reviewWhy']);
    const review = reviewConcern(concern, { what: 'Safe', reviewOn: day('2026-12-23') }, context);
    expect(wrong(review)).toEqual(['missing reviewWhy']);
  });

  it('is kept with its reason, which stands for nothing without a late day', () => {
    const late = adds({
      reviewOn: day('2027-01-29'),
      reviewWhy: 'The conference is on 27 January',
    });
    expect(saved(late)).toMatchObject({
      reviewOn: '2027-01-29',
      additions: [{ reviewWhy: 'The conference is on 27 January' }],
    });
    const soon = saved(adds({ reviewOn: day('2026-12-01'), reviewWhy: 'Left over' }));
    expect(JSON.stringify(soon)).not.toContain('Left over');
  });

  it('is not set for a year that nobody meant', () => {
    const far = { reviewOn: day('3027-01-08'), reviewWhy: 'The conference' };
    expect(wrong(adds(far))).toEqual(['due-too-far reviewOn']);
  });
});
