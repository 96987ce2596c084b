/**
 * Objectives of a plan: added while the plan is open, then closed with the evidence that each was reached, or the
 * reason it was not.
 */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, setsOf, unless } from '../act/entry.js';
import { openSessions, PLAN_ENDED, sessionOpen } from './plan.js';

export type ObjectiveInput = Omit<
  Input<'objective'>,
  'subjectId' | 'planId' | 'result' | 'closedOn' | 'closedBecause'
>;

export interface ObjectiveContext extends CaseContext {
  readonly plan: StoredRecord<'plan'> | undefined;
}

/**
 * Adds one objective to a plan.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that an objective draws from was not handed over
 */
export function addObjective(input: ObjectiveInput, context: ObjectiveContext): Result<CaseCommit> {
  const { plan } = context;
  if (!plan) return failed(PLAN_UNKNOWN);
  if (plan.value.endedOn !== undefined) return failed(PLAN_ENDED);
  const { subjectId, madeOn } = plan.value;
  const checked = entryOf('objective', { ...input, subjectId, planId: plan.id }, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  return unless(value.targetOn < madeOn ? [TARGET_TOO_EARLY] : [], () => ({
    commit: { changes: [makes('objective', value)], reason: 'case-work' },
    id: value.id,
  }));
}

export interface ObjectiveClosed {
  readonly result?: string | undefined;
  readonly closedOn?: PlainDate | undefined;
  readonly closedBecause?: string | undefined;
}

/** Closes an objective. If it is closed again with another result, the later one counts; the history keeps both. */
export function closeObjective(
  objective: StoredRecord<'objective'>,
  { result, closedOn: given, closedBecause }: ObjectiveClosed,
  context: CaseContext & {
    readonly plan: StoredRecord<'plan'> | undefined;
    /** Sessions of the subject; others may be among them. */
    readonly records: readonly StoredRecord[];
  },
): Result<CaseCommit> {
  const closedOn = given ?? context.host.clock.today();
  const set = {
    result,
    closedOn,
    closedBecause: closedBecause?.trim() ? closedBecause : undefined,
  };
  const missing = [
    ...(result === undefined ? [RESULT_MISSING] : []),
    ...(set.closedBecause === undefined ? [BECAUSE_MISSING] : []),
  ];
  if (missing.length > 0) return failed(...missing);
  const checked = entryOf(
    'objective',
    { ...objective.value, ...set },
    context,
    closedOn,
    objective.value,
  );
  if (!checked.ok) return checked;
  const { plan, records } = context;
  const isAchieved = result === 'achieved';
  const issues = [
    ...futureIssues('The date it was closed', closedOn, 'closedOn', context),
    ...(plan && closedOn < plan.value.madeOn ? [CLOSED_TOO_EARLY] : []),
    ...(isAchieved ? openSessions(records, (id) => id === objective.id).map(sessionOpen) : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [setsOf(objective, set)], reason: 'case-work' },
    id: objective.id,
  }));
}

/** Due on its target date, until somebody records whether it was reached. */
export const objectiveDue: DueOf<'objective'> = ({ value }, { find }) => {
  const { targetOn, planId, result } = value;
  const plan = find('plan', planId);
  if (result !== undefined || plan?.value.endedOn !== undefined) return [];
  const of = plan ? ` of the plan of ${writtenDate(plan.value.madeOn)}` : '';
  return [
    dueOn(
      'close-objective',
      targetOn,
      `An objective${of} has the target date ${writtenDate(targetOn)}.`,
    ),
  ];
};

const missing = (at: string, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});
const RESULT_MISSING = missing('result', 'Select whether the objective was achieved');
const BECAUSE_MISSING = missing('closedBecause', 'Enter what shows it, or why not');

const outOfOrder = (at: string, message: string): Issue => ({
  code: 'date-out-of-order',
  severity: 'error',
  message,
  at,
});
const TARGET_TOO_EARLY = outOfOrder(
  'targetOn',
  'Target date must be on or after the date of the plan',
);
const CLOSED_TOO_EARLY = outOfOrder(
  'closedOn',
  'The date it was closed must be on or after the date of the plan',
);

export const PLAN_UNKNOWN: Issue = {
  code: 'plan-unknown',
  severity: 'error',
  message: 'This plan is no longer held. Choose the plan again.',
  at: 'planId',
};
