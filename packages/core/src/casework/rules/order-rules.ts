/**
 * The rules of cautions and orders, as dated data with a status: the people each is for, the time limit of its
 * conditions, and the outcome types that go with it. None of it is law here: a force confirms it, or supplies its own.
 */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { PreventError } from '../../shared/errors.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/order.json' with { type: 'json' };

const Text = v.pipe(v.string(), v.minLength(1));
const Who = v.picklist(['child', 'adult', 'any']);
const Status = v.picklist(CODE_LIST_STATUSES);

export const OrderRule = v.strictObject({
  /** A code of `order-kind`. */
  kind: Text,
  who: Who,
  /**
   * Time limit of its conditions in days from the day on which it is given, and the rule in words, without a full stop.
   */
  days: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660))),
  words: v.exactOptional(Text),
  needsAdmission: v.exactOptional(v.literal(true)),
  /** A code of `agency`: consulted before it is given. */
  consults: v.exactOptional(Text),
  /** Codes of `home-office-outcome` that go with it; empty if not known. */
  outcomes: v.array(Text),
  status: Status,
  source: Text,
});
export type OrderRule = v.InferOutput<typeof OrderRule>;

export const OutcomeRule = v.strictObject({
  /** A code of `home-office-outcome`. */
  code: Text,
  /** It says that something is complete, so it cannot come before completion. */
  after: v.exactOptional(v.literal('completion')),
  who: v.exactOptional(Who),
  /** The rule, as a sentence without a full stop. */
  words: Text,
  status: Status,
  source: Text,
});
export type OutcomeRule = v.InferOutput<typeof OutcomeRule>;

export const OrderRules = v.strictObject({
  id: v.literal('order'),
  title: Text,
  version: Text,
  status: Status,
  source: Text,
  checkedOn: PlainDate,
  kinds: v.array(OrderRule),
  outcomes: v.array(OutcomeRule),
});
export type OrderRules = v.InferOutput<typeof OrderRules>;

/**
 * The rules that ship, or those supplied in their place.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when the value handed over is not such rules
 */
export function gatherOrderRules(given: unknown = shipped): OrderRules {
  const read = v.safeParse(OrderRules, given);
  if (read.success) return read.output;
  throw new PreventError(
    'CP_RECORD_INVALID',
    `Not rules of cautions and orders: ${read.issues[0].message}`,
  );
}

/** The rule of that kind of caution or order; undefined if the data has none. */
export function orderRule({ kinds }: OrderRules, kind: string): OrderRule | undefined {
  return kinds.find((each) => each.kind === kind);
}

export function outcomeRule({ outcomes }: OrderRules, code: string): OutcomeRule | undefined {
  return outcomes.find((each) => each.code === code);
}
