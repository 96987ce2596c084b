/**
 * The time a case is kept and the events that call for a review, as dated data with a status. None of it is law here: a
 * force confirms it.
 */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { RECORD_KINDS } from '../../record/kind.js';
import { PreventError } from '../../shared/errors.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/retention.json' with { type: 'json' };

const Text = v.pipe(v.string(), v.minLength(1));
const Years = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120));
const Status = v.picklist(CODE_LIST_STATUSES);
const Kind = v.picklist(RECORD_KINDS);

export const RetentionPeriod = v.strictObject({
  /** A code of `retention-group`. */
  group: Text,
  /** Years from the last event to the first review. */
  clearYears: Years,
  /** Years between reviews; absent if each review sets the next. */
  everyYears: v.exactOptional(Years),
  /** Kept until the person would reach this age. */
  untilAge: v.exactOptional(Years),
  status: Status,
  source: Text,
});
export type RetentionPeriod = v.InferOutput<typeof RetentionPeriod>;

const Trigger = v.variant('on', [
  v.strictObject({ id: Text, on: v.literal('birthday'), age: Years, words: Text }),
  v.strictObject({ id: Text, on: v.literal('closure'), words: Text }),
  v.strictObject({ id: Text, on: v.literal('information'), words: Text }),
  v.strictObject({ id: Text, on: v.literal('hold'), reasons: v.array(Text), words: Text }),
]);
export type RetentionTrigger = v.InferOutput<typeof Trigger>;

export const RetentionRules = v.strictObject({
  id: v.literal('retention'),
  title: Text,
  version: Text,
  status: Status,
  source: Text,
  checkedOn: PlainDate,
  /** The group of a subject who is not suspected of an offence, until an officer chooses one. */
  byDefault: Text,
  /** Codes of `subject-category` for which there is no default group. */
  suspectedCategories: v.array(Text),
  periods: v.array(RetentionPeriod),
  /** Records that start the clear period again. The day is the named field, or the day on which the record was made. */
  startedBy: v.array(v.strictObject({ kind: Kind, day: v.exactOptional(Text), words: Text })),
  triggers: v.array(Trigger),
});
export type RetentionRules = v.InferOutput<typeof RetentionRules>;

/**
 * The rules that ship, with the periods supplied in their place; of one group, the later wins.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when something handed over is not a period, or the default has none
 */
export function gatherRetention(periods: readonly unknown[] = []): RetentionRules {
  const rules = v.parse(RetentionRules, shipped);
  const byGroup = new Map(rules.periods.map((each) => [each.group, each]));
  for (const each of periods) {
    const read = v.safeParse(RetentionPeriod, each);
    if (!read.success)
      throw new PreventError(
        'CP_RECORD_INVALID',
        `Not a retention period: ${read.issues[0].message}`,
      );
    byGroup.set(read.output.group, read.output);
  }
  return { ...rules, periods: [...byGroup.values()] };
}
