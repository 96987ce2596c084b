/**
 * Conditions: written with the day on which each is met, certified by a named person once there is evidence, or taken
 * out.
 */

import type { RecordOf } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, setsOf, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { evidenceOf } from './order-state.js';

export type ConditionInput = Pick<
  Input<'condition'>,
  'library' | 'aim' | 'words' | 'shownBy' | 'timing' | 'dueOn'
>;

interface ConditionsTask extends CaseContext {
  readonly subjectId: RecordId;
  readonly orderId: RecordId;
  /** The earliest day that any of them may be due. */
  readonly since: PlainDate;
}

/** Checks each of them; an issue gives its place, `conditions.1.dueOn`. */
export function conditionsIn(
  inputs: readonly ConditionInput[],
  { subjectId, orderId, since, ...context }: ConditionsTask,
): Result<readonly RecordOf<'condition'>[]> {
  const made: RecordOf<'condition'>[] = [];
  const issues: Issue[] = [];
  for (const [nth, input] of inputs.entries()) {
    const checked = entryOf('condition', { ...input, subjectId, orderId }, context);
    if (!checked.ok) issues.push(...checked.issues.map((each) => placed(each, nth)));
    else if (checked.value.dueOn < since) issues.push(placed(tooEarly(since), nth));
    else made.push(checked.value);
  }
  return issues.length > 0 ? failed(...issues) : passed(made);
}

export interface ConditionContext extends CaseContext {
  readonly order: StoredRecord<'order'> | undefined;
  /** Evidence about the condition; other records may be among them. */
  readonly records: readonly StoredRecord[];
}

/**
 * Adds a condition to an order that is advised or running. Once an outcome is proposed, its conditions stay unchanged.
 */
export function addCondition(
  input: ConditionInput,
  { order, ...context }: Omit<ConditionContext, 'records'>,
): Result<CaseCommit> {
  if (!order) return failed(ORDER_UNKNOWN);
  const { subjectId, advisedOn, givenOn } = order.value;
  if (isSettled(order)) return failed(SETTLED);
  const since = givenOn ?? advisedOn ?? context.host.clock.today();
  const checked = entryOf('condition', { ...input, subjectId, orderId: order.id }, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  return unless(value.dueOn < since ? [tooEarly(since)] : [], () => ({
    commit: { changes: [makes('condition', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/**
 * Records that a named person certifies it as met. It needs evidence, and a condition with the timing `until` must have
 * reached its day.
 */
export function certifyCondition(
  condition: StoredRecord<'condition'>,
  input: Pick<Input<'condition'>, 'certifiedOn' | 'certifiedBy'>,
  { order, records, ...context }: ConditionContext,
): Result<CaseCommit> {
  const { value } = condition;
  if (value.certifiedOn !== undefined) return failed(certified(value.certifiedOn));
  if (value.takenOutOn !== undefined) return failed(TAKEN_OUT);
  const certifiedOn = input.certifiedOn ?? context.host.clock.today();
  const certifiedBy = input.certifiedBy?.trim() ? input.certifiedBy : undefined;
  const set = { certifiedOn, certifiedBy };
  const checked = entryOf('condition', { ...value, ...set }, context, value.dueOn, value);
  if (!checked.ok) return checked;
  const evidence = evidenceOf(condition, records).map((each) => each.value);
  const shown = evidence.filter(({ shows }) => shows !== 'not-kept');
  const last = shown
    .map(({ notedOn, happenedOn = notedOn }) => happenedOn)
    .toSorted()
    .at(-1);
  const issues: readonly Issue[] = [
    ...futureIssues('The date it was certified', certifiedOn, 'certifiedOn', context),
    ...givenIssues(order, certifiedOn),
    ...(value.timing === 'until' && certifiedOn < value.dueOn ? [notYet(value.dueOn)] : []),
    ...(certifiedBy === undefined ? [WHO_MISSING] : []),
    ...(last === undefined ? [NO_EVIDENCE] : []),
    ...(last !== undefined && certifiedOn < last ? [beforeEvidence(last)] : []),
    ...(evidence.length > shown.length ? [NOT_KEPT] : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [setsOf(condition, set)], reason: 'case-work' },
    id: condition.id,
  }));
}

/** Records that the decision maker took it out. It stays readable, and is not counted. */
export function takeOutCondition(
  condition: StoredRecord<'condition'>,
  input: Pick<Input<'condition'>, 'takenOutOn' | 'takenOutWhy'>,
  { order, ...context }: Omit<ConditionContext, 'records'>,
): Result<CaseCommit> {
  const { value } = condition;
  if (value.certifiedOn !== undefined) return failed(certified(value.certifiedOn));
  if (value.takenOutOn !== undefined) return failed(TAKEN_OUT);
  if (order && isSettled(order)) return failed(SETTLED);
  const takenOutOn = input.takenOutOn ?? context.host.clock.today();
  const set = {
    takenOutOn,
    takenOutWhy: input.takenOutWhy?.trim() ? input.takenOutWhy : undefined,
  };
  const checked = entryOf('condition', { ...value, ...set }, context, undefined, value);
  if (!checked.ok) return checked;
  const issues = [
    ...futureIssues('The date it was removed', takenOutOn, 'takenOutOn', context),
    ...(set.takenOutWhy === undefined ? [WHY_MISSING] : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [setsOf(condition, set)], reason: 'case-work' },
    id: condition.id,
  }));
}

/** Due on its day, while its order is running and nobody has certified it. */
export const conditionDue: DueOf<'condition'> = ({ value }, { find }) => {
  const order = find('order', value.orderId);
  if (value.certifiedOn !== undefined || value.takenOutOn !== undefined) return [];
  if (order?.value.givenOn === undefined || order.value.endedOn !== undefined) return [];
  const day = writtenDate(value.dueOn);
  const why =
    value.timing === 'until'
      ? `A condition applies until ${day}, and nobody has certified it.`
      : `A condition is to be met by ${day}, and nobody has certified it.`;
  return [dueOn('certify-condition', value.dueOn, why)];
};

/** True if an outcome was proposed or recorded, or it has ended. */
function isSettled({ value }: StoredRecord<'order'>): boolean {
  return [value.proposedOutcome, value.outcome, value.ended].some((each) => each !== undefined);
}

function givenIssues(order: StoredRecord<'order'> | undefined, on: PlainDate): readonly Issue[] {
  if (!order) return [ORDER_UNKNOWN];
  const { givenOn } = order.value;
  if (givenOn === undefined) return [NOT_GIVEN];
  return on < givenOn ? [beforeGiven(givenOn)] : [];
}

function placed(issue: Issue, nth: number): Issue {
  return { ...issue, at: `conditions.${nth}.${issue.at ?? 'words'}` };
}

const tooEarly = (since: PlainDate): Issue =>
  issueOf(
    'date-out-of-order',
    'dueOn',
    `The date of a condition must be on or after ${writtenDate(since)}`,
  );
const notYet = (day: PlainDate): Issue =>
  issueOf(
    'condition-ahead',
    'certifiedOn',
    `This condition applies until ${writtenDate(day)}. Certify it on that day or after it.`,
  );
const beforeGiven = (day: PlainDate): Issue =>
  issueOf(
    'date-out-of-order',
    'certifiedOn',
    `The date it was certified must be on or after the date on which it was given, ${writtenDate(day)}`,
  );
const beforeEvidence = (day: PlainDate): Issue =>
  issueOf(
    'date-out-of-order',
    'certifiedOn',
    `The date it was certified must be on or after the date of the last evidence, ${writtenDate(day)}`,
  );
const certified = (day: PlainDate): Issue =>
  issueOf(
    'condition-certified',
    'certifiedOn',
    `This condition was certified on ${writtenDate(day)}, and stays certified.`,
  );
const TAKEN_OUT = issueOf(
  'condition-taken-out',
  'takenOutOn',
  'This condition was removed. If it is asked for again, add it again.',
);
const SETTLED = issueOf(
  'order-settled',
  'orderId',
  'This has ended, or an outcome was proposed on it, so its conditions stay as they are. Speak to the officer in the case.',
);
const NOT_GIVEN = issueOf(
  'order-not-given',
  'orderId',
  'This was advised, and nobody has said that it was given. Record what happened to the advice first.',
);
const WHO_MISSING = issueOf('missing', 'certifiedBy', 'Enter who says that it is met');
const NO_EVIDENCE = issueOf(
  'no-evidence',
  'certifiedOn',
  'There is no evidence that this condition is met. Add what shows it, then certify it.',
);
const WHY_MISSING = issueOf('missing', 'takenOutWhy', 'Enter why, and who decided');
export const ORDER_UNKNOWN = issueOf(
  'order-unknown',
  'orderId',
  'This caution or order is no longer held. Choose it again.',
);
const NOT_KEPT: Issue = {
  code: 'condition-not-kept',
  severity: 'warning',
  message:
    'It was noted that this condition may have been breached. It is still certified: the officer in the case should know of both.',
  at: 'certifiedOn',
};
