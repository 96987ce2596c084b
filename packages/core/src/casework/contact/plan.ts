/**
 * Make a plan with a subject, and end it. Only one plan is open at a time; open items of the earlier one continue in
 * the next.
 */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, setsOf, unless } from '../act/entry.js';
import { lateReviewIssues, type ReviewRules } from '../act/late-review.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

/** Made today unless the officer gives another day. Its ending is recorded when it ends. */
export type PlanInput = Omit<Input<'plan'>, 'subjectId' | 'ended' | 'endedOn'>;

export interface PlanContext extends CaseContext, ReviewRules {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Plans, objectives and sessions of the subject; others may be among them. */
  readonly records: readonly StoredRecord[];
}

/**
 * Makes the plan of a subject, with the day of its review, and why that is later than usual if it is.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a plan draws from was not handed over
 */
export function makePlan(input: PlanInput, context: PlanContext): Result<CaseCommit> {
  const { subject, records, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const madeOn = input.madeOn ?? host.clock.today();
  const checked = entryOf('plan', { ...input, madeOn, subjectId: subject.id }, context, madeOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  const before = standingPlan(records, subject);
  const issues = [
    ...futureIssues('The date the plan was made', value.madeOn, 'madeOn', context),
    ...agreedIssues(value, context),
    ...(value.reviewDueOn <= value.madeOn ? [REVIEW_TOO_EARLY] : []),
    ...lateReviewIssues(
      { on: value.reviewDueOn, from: value.madeOn, why: value.reviewWhy },
      'reviewWhy',
      'plan-review',
      context,
    ),
    ...(before?.id === value.replaces ? [] : [before ? PLAN_STANDS : REPLACES_UNKNOWN]),
    ...(before && value.madeOn < before.value.madeOn ? [BEFORE_THE_LAST] : []),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [
        makes('plan', value),
        ...(before ? [sets(before, { ended: 'replaced', endedOn: value.madeOn })] : []),
        ...(before ? openObjectives(records, before).map((each) => moves(each, value.id)) : []),
      ],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

/**
 * Revises the plan: it was agreed, its exit plan was written, or the young person put theirs in words. Its aims are in
 * its objectives.
 */
export function revisePlan(
  plan: StoredRecord<'plan'>,
  input: Pick<PlanInput, 'ownPlan' | 'agreedOn' | 'exitPlan'>,
  context: CaseContext,
): Result<CaseCommit> {
  if (plan.value.endedOn !== undefined) return failed(PLAN_ENDED);
  const checked = entryOf(
    'plan',
    { ...plan.value, ...input },
    context,
    plan.value.madeOn,
    plan.value,
  );
  if (!checked.ok) return checked;
  return unless(agreedIssues(checked.value, context), () => ({
    commit: { changes: [setsOf(plan, input)], reason: 'case-work' },
    id: plan.id,
  }));
}

/**
 * Ends the plan: the way and the day. Open objectives and sessions are settled first, so that nothing is dropped
 * silently.
 */
export function endPlan(
  plan: StoredRecord<'plan'>,
  input: { readonly ended?: string | undefined; readonly endedOn?: PlainDate | undefined },
  context: CaseContext & Pick<PlanContext, 'records'>,
): Result<CaseCommit> {
  const { records, host } = context;
  if (plan.value.endedOn !== undefined) return failed(PLAN_ENDED);
  const { ended } = input;
  if (ended === undefined) return failed(HOW_MISSING);
  const endedOn = input.endedOn ?? host.clock.today();
  const checked = entryOf(
    'plan',
    { ...plan.value, ...input, endedOn },
    context,
    endedOn,
    plan.value,
  );
  if (!checked.ok) return checked;
  const open = openInPlan(records, plan);
  const issues = [
    ...futureIssues('The date it ended', endedOn, 'endedOn', context),
    ...(endedOn < plan.value.madeOn ? [ENDED_TOO_EARLY] : []),
    ...(open.objectives.length > 0 ? [stillOpen(open.objectives.length)] : []),
    ...open.sessions.map(sessionOpen),
  ];
  return unless(issues, () => ({
    commit: { changes: [sets(plan, { ended, endedOn })], reason: 'case-work' },
    id: plan.id,
  }));
}

/** Objectives of a plan that are not closed, and their sessions without attendance: the plan cannot end before them. */
export function openInPlan(
  records: readonly StoredRecord[],
  plan: Pick<StoredRecord<'plan'>, 'id'>,
): {
  readonly objectives: readonly StoredRecord<'objective'>[];
  readonly sessions: readonly StoredRecord<'session'>[];
} {
  const objectives = openObjectives(records, plan);
  const sessions = openSessions(records, (id) => objectives.some((each) => each.id === id));
  return { objectives, sessions };
}

/** The subject’s plan that has not ended. */
export function standingPlan(
  records: readonly StoredRecord[],
  { id }: Pick<StoredRecord<'subject'>, 'id'>,
): StoredRecord<'plan'> | undefined {
  return records
    .filter((record): record is StoredRecord<'plan'> => record.kind === 'plan')
    .findLast(({ value }) => value.subjectId === id && value.endedOn === undefined);
}

/** The review of an open plan. */
export const planDue: DueOf<'plan'> = ({ value: { madeOn, reviewDueOn, endedOn } }) =>
  endedOn === undefined
    ? [
        dueOn(
          'review-plan',
          reviewDueOn,
          `A plan was made on ${writtenDate(madeOn)}, and its review is set for ${writtenDate(reviewDueOn)}.`,
        ),
      ]
    : [];

/** Sessions without a recorded attendance, filtered by their objective. */
export function openSessions(
  records: readonly StoredRecord[],
  isFor: (objective: StoredRecord['id'] | undefined) => boolean,
): readonly StoredRecord<'session'>[] {
  return records
    .filter((record): record is StoredRecord<'session'> => record.kind === 'session')
    .filter(({ value }) => value.attendance === undefined && isFor(value.objectiveId));
}

export function sessionOpen({ value }: StoredRecord<'session'>): Issue {
  return {
    code: 'session-open',
    severity: 'error',
    message: `A session is arranged for ${writtenDate(value.arrangedFor)}, and nobody has said whether they came. Say so first.`,
    at: 'result',
  };
}

function openObjectives(
  records: readonly StoredRecord[],
  plan: Pick<StoredRecord<'plan'>, 'id'>,
): readonly StoredRecord<'objective'>[] {
  return records
    .filter((record): record is StoredRecord<'objective'> => record.kind === 'objective')
    .filter(({ value }) => value.planId === plan.id && value.result === undefined);
}

function moves(
  objective: StoredRecord<'objective'>,
  planId: StoredRecord['id'],
): Change<'objective'> {
  return sets(objective, { planId });
}

function agreedIssues(
  { madeOn, agreedOn }: { readonly madeOn: PlainDate; readonly agreedOn?: PlainDate | undefined },
  context: CaseContext,
): readonly Issue[] {
  if (agreedOn === undefined) return [];
  return [
    ...futureIssues('The date it was agreed with the young person', agreedOn, 'agreedOn', context),
    ...(agreedOn < madeOn ? [AGREED_TOO_EARLY] : []),
  ];
}

function stillOpen(count: number): Issue {
  return {
    code: 'objective-open',
    severity: 'error',
    message: `${count === 1 ? 'An objective is' : `${count} objectives are`} open. Say for each whether it was achieved, then end the plan.`,
    at: 'ended',
  };
}

const outOfOrder = (at: string, message: string): Issue => ({
  code: 'date-out-of-order',
  severity: 'error',
  message,
  at,
});
const REVIEW_TOO_EARLY = outOfOrder(
  'reviewDueOn',
  'The date the review is due must be after the date of the plan',
);
const AGREED_TOO_EARLY = outOfOrder(
  'agreedOn',
  'The date it was agreed with the young person must be on or after the date of the plan',
);
const ENDED_TOO_EARLY = outOfOrder(
  'endedOn',
  'The date it ended must be on or after the date of the plan',
);
const BEFORE_THE_LAST = outOfOrder(
  'madeOn',
  'The date the plan was made must be on or after the date of the plan that it replaces',
);

const HOW_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select how the plan ended',
  at: 'ended',
};

export const PLAN_ENDED: Issue = {
  code: 'plan-ended',
  severity: 'error',
  message: 'This plan has ended. Make a new one.',
  at: 'planId',
};

const PLAN_STANDS: Issue = {
  code: 'plan-stands',
  severity: 'error',
  message:
    'There is a plan already. Add to it, or say that this one replaces it: what is open in it moves to this one.',
  at: 'replaces',
};

const REPLACES_UNKNOWN: Issue = {
  code: 'plan-not-standing',
  severity: 'error',
  message: 'The plan that this replaces is no longer current. Look at it again.',
  at: 'replaces',
};
