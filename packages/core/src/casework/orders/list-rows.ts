/** The row of a condition in a list. */
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { ListProjection } from '../act/list-projection.js';
import { isUntold } from './condition-evidence.js';
import { type ConditionState, conditionState } from './order-state.js';

/** The day and the state of a condition. The officer opens it to read its text. */
export interface ConditionRow {
  readonly id: RecordId;
  readonly subjectId: RecordId;
  readonly orderId: RecordId;
  /** Absent if the subject is no longer held. */
  readonly name?: string;
  readonly otherNames: readonly string[];
  /** A code of `order-kind`; absent if its order is no longer held. */
  readonly orderKind?: string;
  /** A code of `condition-aim`. */
  readonly aim: string;
  readonly dueOn: PlainDate;
  readonly state: ConditionState;
  /** Evidence of a possible breach that nobody was informed of: the diary asks for this. */
  readonly untold: readonly RecordId[];
}

export const conditions: ListProjection<'condition', ConditionRow> = {
  joins: [
    { kind: 'subject', by: 'subjectId', named: 'by-row' },
    { kind: 'order', by: 'orderId', named: 'by-row' },
    { kind: 'conditionEvidence', by: 'conditionId', named: 'by-other' },
  ],
  row(condition, joined) {
    const { subjectId, orderId, aim, dueOn } = condition.value;
    const subject = joined('subject')[0]?.value;
    const orders = joined('order');
    const evidence = joined('conditionEvidence');
    const orderKind = orders[0]?.value.kind;
    return {
      id: condition.id,
      subjectId,
      orderId,
      ...(subject ? { name: subject.name } : {}),
      otherNames: subject?.aliases ?? [],
      ...(orderKind === undefined ? {} : { orderKind }),
      aim,
      dueOn,
      state: conditionState(condition, [...orders, ...evidence]),
      untold: evidence.filter(({ value }) => isUntold(value)).map(({ id }) => id),
    };
  },
};
