/** Review a plan together: the people who came, the words of each, and the day of the next review. */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, setsOf, unless } from '../act/entry.js';
import { isLateReview, lateReviewIssues, type ReviewRules } from '../act/late-review.js';
import { reviewTooFar } from '../rules/due-horizon.js';
import { PLAN_UNKNOWN } from './objective.js';
import { PLAN_ENDED } from './plan.js';

/** Held today unless the officer gives another day. */
export interface PlanReviewInput extends Omit<Input<'planReview'>, 'subjectId' | 'planId'> {
  readonly nextReviewDueOn?: PlainDate | undefined;
  /** Asked where the next review is later than usual. */
  readonly nextReviewWhy?: string | undefined;
}

export interface PlanReviewContext extends CaseContext, ReviewRules {
  readonly plan: StoredRecord<'plan'> | undefined;
}

/** Records a review of the plan, and with it the day of the next one. */
export function reviewPlan(
  { nextReviewDueOn, nextReviewWhy, ...input }: PlanReviewInput,
  context: PlanReviewContext,
): Result<CaseCommit> {
  const { plan, host } = context;
  if (!plan) return failed(PLAN_UNKNOWN);
  if (plan.value.endedOn !== undefined) return failed(PLAN_ENDED);
  const { subjectId, madeOn } = plan.value;
  const heldOn = input.heldOn ?? host.clock.today();
  const checked = entryOf(
    'planReview',
    { came: [], ...input, heldOn, subjectId, planId: plan.id },
    context,
    heldOn,
  );
  const wanted =
    nextReviewDueOn === undefined ? [NEXT_MISSING] : nextIssues(nextReviewDueOn, context);
  if (!checked.ok) return failed(...checked.issues, ...wanted);
  const { value } = checked;
  const isLate = isLateReview(nextReviewDueOn, value.heldOn, 'plan-review', context);
  // The reason of an earlier day is none of this one.
  const reviewWhy = isLate ? nextReviewWhy?.trim() : undefined;
  const issues = [
    ...wanted,
    ...futureIssues('The date of the review', value.heldOn, 'heldOn', context),
    ...(value.heldOn < madeOn ? [HELD_TOO_EARLY] : []),
    ...(nextReviewDueOn !== undefined && nextReviewDueOn <= value.heldOn ? [NEXT_TOO_EARLY] : []),
    ...(nextReviewDueOn === undefined
      ? []
      : lateReviewIssues(
          { on: nextReviewDueOn, from: value.heldOn, why: nextReviewWhy },
          'nextReviewWhy',
          'plan-review',
          context,
        )),
    ...(value.came.length === 0 ? [NOBODY_CAME] : []),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [
        makes('planReview', value),
        setsOf(plan, { reviewDueOn: nextReviewDueOn, reviewWhy }),
      ],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

/** The day is a field of the plan, not of the review. */
function nextIssues(on: PlainDate, { host }: CaseContext): readonly Issue[] {
  return reviewTooFar('The date of the next review', on, 'nextReviewDueOn', host.clock.today());
}

const NEXT_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter when the plan is reviewed next',
  at: 'nextReviewDueOn',
};

const outOfOrder = (at: string, message: string): Issue => ({
  code: 'date-out-of-order',
  severity: 'error',
  message,
  at,
});
const HELD_TOO_EARLY = outOfOrder(
  'heldOn',
  'The date of the review must be on or after the date of the plan',
);
const NEXT_TOO_EARLY = outOfOrder(
  'nextReviewDueOn',
  'The next review must be after the date of this one',
);

const NOBODY_CAME: Issue = {
  code: 'nobody-came',
  severity: 'warning',
  message:
    'Nobody is recorded as attending. Say so in your view if the plan was reviewed without them.',
  at: 'came',
};
