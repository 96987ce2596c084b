/** Conditions of the cautions and orders that are in force, and how many of them are met. */
import {
  type ConditionState,
  conditionState,
  conditionsOf,
  orderState,
} from '../../casework/orders/order-state.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type OwnRecords, order } from './own-records.js';

export interface ConditionInForce {
  readonly condition: StoredRecord<'condition'>;
  readonly state: ConditionState;
  /** Number of pieces of evidence kept for it. */
  readonly evidence: number;
}

export interface ConditionsInForce {
  /** Not met yet, the nearest last day first. */
  readonly open: readonly ConditionInForce[];
  readonly met: number;
  readonly all: number;
}

/** Undefined while no caution or order with conditions is in force. */
export function conditionsInForce(own: OwnRecords): ConditionsInForce | undefined {
  const evidence = own('conditionEvidence');
  const orders = own('order').filter((each) =>
    ['running', 'complete'].includes(orderState(each, own('condition'))),
  );
  const conditions = orders.flatMap((each) => conditionsOf(each, own('condition')));
  if (conditions.length === 0) return undefined;
  const states = conditions.map(
    (condition): ConditionInForce => ({
      condition,
      state: conditionState(condition, [...orders, ...evidence]),
      evidence: evidence.filter(({ value }) => value.conditionId === condition.id).length,
    }),
  );
  const open = states
    .filter(({ state }) => state !== 'certified')
    .toSorted((a, b) => order(a.condition.value.dueOn, b.condition.value.dueOn));
  return { open, met: states.length - open.length, all: states.length };
}
