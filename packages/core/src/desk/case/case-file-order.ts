/**
 * The part of a case file about one caution or order: its current conditions, and one piece of evidence with its
 * condition.
 */

import { conditionsOf } from '../../casework/orders/order-state.js';
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

export interface OrderInFile {
  readonly order?: RecordOf<'order'>;
  /** Earliest day first. */
  readonly conditions?: readonly RecordOf<'condition'>[];
  readonly evidence?: RecordOf<'conditionEvidence'>;
  /** The condition that the evidence is about. */
  readonly condition?: RecordOf<'condition'>;
}

/** @param own - records of the subject alone */
export function orderInFile(
  own: readonly StoredRecord[],
  { order: id, evidence: shown }: { readonly order?: RecordId; readonly evidence?: RecordId },
): OrderInFile {
  const one = <K extends RecordKind>(kind: K, wanted: RecordId | undefined) =>
    own.find((record): record is StoredRecord<K> => record.kind === kind && record.id === wanted);
  const evidence = one('conditionEvidence', shown);
  const condition = one('condition', evidence?.value.conditionId);
  const order = one('order', id ?? condition?.value.orderId);
  if (!order) return {};
  const conditions = conditionsOf(order, own).map(({ value }) => value);
  return {
    order: order.value,
    conditions: conditions.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    ...(evidence ? { evidence: evidence.value } : {}),
    ...(condition ? { condition: condition.value } : {}),
  };
}
