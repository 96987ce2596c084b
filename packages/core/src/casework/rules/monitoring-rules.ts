/**
 * The interval between contacts for each tier, and the months after which offending is checked: dated data with a
 * status.
 */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { PreventError } from '../../shared/errors.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/monitoring.json' with { type: 'json' };

const Text = v.pipe(v.string(), v.minLength(1));
const Status = v.picklist(CODE_LIST_STATUSES);
const Whole = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1200));

export const MonitoringRules = v.strictObject({
  id: v.literal('monitoring'),
  title: Text,
  version: Text,
  status: Status,
  source: Text,
  checkedOn: PlainDate,
  /** A tier without a row requires no contact by itself. `words` is a sentence without a full stop. */
  tiers: v.array(
    v.strictObject({ tier: Text, everyDays: Whole, words: Text, status: Status, source: Text }),
  ),
  /** Earliest first; `point` is a code of `check-point`. */
  checks: v.array(v.strictObject({ point: Text, months: Whole, status: Status, source: Text })),
});
export type MonitoringRules = v.InferOutput<typeof MonitoringRules>;

/**
 * The rules that ship, or those supplied in their place.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when the value handed over is not such rules
 */
export function gatherMonitoring(given: unknown = shipped): MonitoringRules {
  const read = v.safeParse(MonitoringRules, given);
  if (read.success) return read.output;
  throw new PreventError('CP_RECORD_INVALID', `Not rules of monitoring: ${read.issues[0].message}`);
}
