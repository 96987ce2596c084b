/**
 * The end of a caution or order, our proposed outcome type, the one that the force recorded, and the offer of an
 * interview. The toolkit proposes and records; it sets no outcome.
 */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, setsOf, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { gatherOrderRules } from '../rules/order-rules.js';
import type { OrderContext } from './advise-caution.js';
import { outcomeIssues } from './order-issue.js';
import { completedOn, openConditions } from './order-state.js';

type Order = StoredRecord<'order'>;

/** Records how a given caution or order ended, and the day: today unless given. */
export function endOrder(
  order: Order,
  input: Pick<Input<'order'>, 'ended' | 'endedOn'>,
  { records, ...context }: OrderContext,
): Result<CaseCommit> {
  const { givenOn, ended } = order.value;
  if (ended !== undefined) return failed(ENDED);
  if (givenOn === undefined) return failed(NOT_GIVEN);
  if (input.ended === undefined) return failed(HOW_MISSING);
  const endedOn = input.endedOn ?? context.host.clock.today();
  const set = { ended: input.ended, endedOn };
  const checked = entryOf('order', { ...order.value, ...set }, context, endedOn, order.value);
  if (!checked.ok) return checked;
  const open = openConditions(order, records).length;
  const last = completedOn(order, records);
  const isComplied = input.ended === 'complied';
  const issues: readonly Issue[] = [
    ...futureIssues('The date it ended', endedOn, 'endedOn', context),
    ...(endedOn < givenOn ? [before('endedOn', 'The date it ended', 'given', givenOn)] : []),
    ...(isComplied && open > 0 ? [stillOpen(open)] : []),
    ...(isComplied && last !== undefined && endedOn < last
      ? [before('endedOn', 'The date it ended', 'complete', last)]
      : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [setsOf(order, set)], reason: 'case-work' },
    id: order.id,
  }));
}

/**
 * Proposes an outcome to the officer in the case, who decides. A later proposal replaces the earlier one; the history
 * keeps both.
 */
export function proposeOutcome(
  order: Order,
  input: Pick<Input<'order'>, 'proposedOutcome' | 'proposedOn'>,
  context: OrderContext,
): Result<CaseCommit> {
  const proposedOn = input.proposedOn ?? context.host.clock.today();
  const { proposedOutcome } = input;
  const issues = outcomeCheck(order, proposedOutcome, proposedOn, 'propose', context);
  return unless(issues, () => ({
    commit: { changes: [setsOf(order, { proposedOutcome, proposedOn })], reason: 'case-work' },
    id: order.id,
  }));
}

/** Records the outcome, as the person who recorded it says. */
export function recordOutcome(
  order: Order,
  input: Pick<Input<'order'>, 'outcome' | 'outcomeOn' | 'outcomeBy'>,
  context: OrderContext,
): Result<CaseCommit> {
  const outcomeOn = input.outcomeOn ?? context.host.clock.today();
  const { outcome } = input;
  const outcomeBy = input.outcomeBy?.trim() ? input.outcomeBy : undefined;
  const issues = [
    ...outcomeCheck(order, outcome, outcomeOn, 'record', context),
    ...(outcomeBy === undefined ? [BY_MISSING] : []),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [setsOf(order, { outcome, outcomeOn, outcomeBy })],
      reason: 'case-work',
    },
    id: order.id,
  }));
}

/** Records the offer of an interview once the case is decided: the answer to it, or the reason there was none. */
export function noteInterview(
  order: Order,
  input: Pick<Input<'order'>, 'interview' | 'interviewOn' | 'interviewWhy'>,
  context: CaseContext,
): Result<CaseCommit> {
  const { outcomeOn } = order.value;
  if (outcomeOn === undefined) return failed(NO_OUTCOME);
  if (input.interview === undefined) return failed(OFFER_MISSING);
  const interviewOn = input.interviewOn ?? context.host.clock.today();
  const interviewWhy = input.interviewWhy?.trim() ? input.interviewWhy : undefined;
  const set = { interview: input.interview, interviewOn, interviewWhy };
  const checked = entryOf('order', { ...order.value, ...set }, context, interviewOn, order.value);
  if (!checked.ok) return checked;
  const issues = [
    ...futureIssues('The date it was offered', interviewOn, 'interviewOn', context),
    ...(interviewOn < outcomeOn
      ? [before('interviewOn', 'The date it was offered', 'recorded', outcomeOn)]
      : []),
    ...(input.interview === 'not-offered' && interviewWhy === undefined ? [WHY_MISSING] : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [setsOf(order, set)], reason: 'case-work' },
    id: order.id,
  }));
}

function outcomeCheck(
  order: Order,
  outcome: string | undefined,
  on: PlainDate,
  doing: 'propose' | 'record',
  { subject, records, rules = gatherOrderRules(), ...context }: OrderContext,
): readonly Issue[] {
  const [at, dayAt, day] =
    doing === 'propose'
      ? ['proposedOutcome', 'proposedOn', 'The date it was proposed']
      : ['outcome', 'outcomeOn', 'The date it was recorded'];
  const { givenOn } = order.value;
  if (!subject) return [SUBJECT_UNKNOWN];
  if (outcome === undefined) return [outcomeMissing(at)];
  if (givenOn === undefined) return [NOT_GIVEN];
  const completeOn = completedOn(order, records);
  const openCount = openConditions(order, records).length;
  return [
    ...futureIssues(day, on, dayAt, context),
    ...(on < givenOn ? [before(dayAt, day, 'given', givenOn)] : []),
    ...outcomeIssues(order.value, outcome, on, at, {
      ...context,
      subject,
      rules,
      completeOn,
      openCount,
    }),
  ];
}

const before = (at: string, label: string, what: string, day: PlainDate): Issue =>
  issueOf(
    'date-out-of-order',
    at,
    `${label} must be on or after the date on which it was ${what}, ${writtenDate(day)}`,
  );
const stillOpen = (count: number): Issue =>
  issueOf(
    'condition-open',
    'ended',
    `${count === 1 ? 'A condition is' : `${count} conditions are`} not certified. Certify each, or say that it ended in another way.`,
  );
const outcomeMissing = (at: string): Issue => issueOf('missing', at, 'Select an outcome');
const ENDED = issueOf('order-ended', 'ended', 'How this ended is recorded already.');
const NOT_GIVEN = issueOf(
  'order-not-given',
  'orderId',
  'This was advised, and nobody has said that it was given. Record what happened to the advice first.',
);
const HOW_MISSING = issueOf('missing', 'ended', 'Select how it ended');
const BY_MISSING = issueOf('missing', 'outcomeBy', 'Enter who recorded the outcome');
const NO_OUTCOME = issueOf(
  'outcome-not-recorded',
  'interview',
  'No outcome is recorded yet. Record it first.',
);
const OFFER_MISSING = issueOf('missing', 'interview', 'Select whether an interview was offered');
const WHY_MISSING = issueOf('missing', 'interviewWhy', 'Enter why an interview was not offered');
