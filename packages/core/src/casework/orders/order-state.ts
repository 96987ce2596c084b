/** The states of a caution or order: worked out from it and its conditions each time, stored nowhere. */
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export const ORDER_STATES = ['advised', 'not-given', 'running', 'complete', 'ended'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

type Order = StoredRecord<'order'>;
type Condition = StoredRecord<'condition'>;

/** Its conditions that were not taken out, from records that may include others. */
export function conditionsOf(
  { id }: Pick<Order, 'id'>,
  records: readonly StoredRecord[],
): readonly Condition[] {
  return records
    .filter((record): record is Condition => record.kind === 'condition')
    .filter(({ value }) => value.orderId === id && value.takenOutOn === undefined);
}

/** Its conditions that nobody has certified. */
export function openConditions(
  order: Pick<Order, 'id'>,
  records: readonly StoredRecord[],
): readonly Condition[] {
  return conditionsOf(order, records).filter(({ value }) => value.certifiedOn === undefined);
}

/**
 * The day on which the last condition was certified. For an order without conditions, the day it ended as complied
 * with. Undefined while anything is open, or if it was never given.
 */
export function completedOn(order: Order, records: readonly StoredRecord[]): PlainDate | undefined {
  const { givenOn, ended, endedOn } = order.value;
  if (givenOn === undefined) return undefined;
  const conditions = conditionsOf(order, records);
  if (conditions.length === 0) return ended === 'complied' ? endedOn : undefined;
  const days = conditions.map(({ value }) => value.certifiedOn);
  return days.includes(undefined) ? undefined : days.toSorted().at(-1);
}

/** The state of an order: advised, running, complete, ended, or not given. */
export function orderState(order: Order, records: readonly StoredRecord[]): OrderState {
  const { answer, givenOn, endedOn } = order.value;
  if (answer === 'not-given') return 'not-given';
  if (endedOn !== undefined) return 'ended';
  if (givenOn === undefined) return 'advised';
  return completedOn(order, records) === undefined ? 'running' : 'complete';
}

export const CONDITION_STATES = [
  'advised',
  'waiting',
  'in-part',
  'not-kept',
  'certified',
  'taken-out',
  'not-given',
  'ended',
] as const;
export type ConditionState = (typeof CONDITION_STATES)[number];

/**
 * The state of one condition, from its order and the evidence about it.
 *
 * @param records - its order and its evidence; others may be among them
 */
export function conditionState(
  { id, value }: Condition,
  records: readonly StoredRecord[],
): ConditionState {
  if (value.takenOutOn !== undefined) return 'taken-out';
  if (value.certifiedOn !== undefined) return 'certified';
  const order = records.find((record): record is Order => isOrder(record, value.orderId));
  if (order?.value.answer === 'not-given') return 'not-given';
  const evidence = evidenceOf({ id }, records);
  if (evidence.some((each) => each.value.shows === 'not-kept')) return 'not-kept';
  if (order?.value.endedOn !== undefined) return 'ended';
  if (order && order.value.givenOn === undefined) return 'advised';
  return evidence.length > 0 ? 'in-part' : 'waiting';
}

/** The evidence about a condition, from records that may include others. */
export function evidenceOf(
  { id }: Pick<Condition, 'id'>,
  records: readonly StoredRecord[],
): readonly StoredRecord<'conditionEvidence'>[] {
  return records
    .filter(
      (record): record is StoredRecord<'conditionEvidence'> => record.kind === 'conditionEvidence',
    )
    .filter(({ value }) => value.conditionId === id);
}

function isOrder(record: StoredRecord, id: RecordId): record is Order {
  return record.kind === 'order' && record.id === id;
}
