/**
 * The due entries of a caution or order: an answer to our advice, its end, the proposal of an outcome, the offer of an
 * interview.
 */
import { writtenDate } from '../../shared/dates.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type Due, type DueContext, type DueOf, dueOn, dueWithin } from '../act/due.js';
import { completedOn } from './order-state.js';

export const orderDue: DueOf<'order'> = (order, context) => [
  ...adviceDue(order, context),
  ...endDue(order),
  ...proposalDue(order, context),
  ...interviewDue(order, context),
];

function adviceDue(
  { value: { advisedOn, answer } }: StoredRecord<'order'>,
  context: DueContext,
): readonly Due[] {
  if (advisedOn === undefined || answer !== undefined) return [];
  const what = 'Advice on conditions was given';
  return [dueWithin('ask-of-advice', 'caution-advice', advisedOn, what, context)];
}

function endDue({ value: { givenOn, endsOn, endedOn } }: StoredRecord<'order'>): readonly Due[] {
  if (givenOn === undefined || endsOn === undefined || endedOn !== undefined) return [];
  const why = `A caution or order of ${writtenDate(givenOn)} ends on ${writtenDate(endsOn)}.`;
  return [dueOn('end-order', endsOn, why)];
}

/** Due only for an order we advised on: for any other, its maker knows the outcome. */
function proposalDue(order: StoredRecord<'order'>, context: DueContext): readonly Due[] {
  const { advisedOn, proposedOutcome, outcome } = order.value;
  if (advisedOn === undefined || proposedOutcome !== undefined || outcome !== undefined) return [];
  const completeOn = completedOn(order, context.naming('condition', 'orderId', order.id));
  if (completeOn === undefined) return [];
  const what = 'The last condition of a caution was certified';
  return [dueWithin('propose-outcome', 'outcome-proposal', completeOn, what, context)];
}

function interviewDue(
  { value: { outcomeOn, interview } }: StoredRecord<'order'>,
  context: DueContext,
): readonly Due[] {
  if (outcomeOn === undefined || interview !== undefined) return [];
  const what = 'An outcome was recorded';
  return [dueWithin('offer-interview', 'interview-offer', outcomeOn, what, context)];
}
