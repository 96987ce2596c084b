/** Working-day clocks: the time allowed for each thing, as dated data with a status, over the working calendar. */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { PreventError } from '../../shared/errors.js';
import type { Result } from '../../shared/issue.js';
import { PlainDate } from '../../shared/primitives.js';
import shipped from '../data/time-limit.json' with { type: 'json' };
import { type WorkingCalendar, workingDayAfter } from './calendar.js';

/** The things that are timed. A force may change each limit and name its source; it cannot leave one out. */
export const TIME_LIMIT_IDS = [
  'enquiry-reply',
  'more-information',
  'form-return',
  'referral-decision',
  'first-contact',
  'identification-decision',
  'case-review',
  'retention-review',
  'colleague-answer',
  'correction-notice',
  'caution-advice',
  'outcome-proposal',
  'interview-offer',
  'concern-review',
] as const;
export type TimeLimitId = (typeof TIME_LIMIT_IDS)[number];

export const TimeLimit = v.strictObject({
  id: v.picklist(TIME_LIMIT_IDS),
  workingDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(250)),
  /** The rule, as a sentence without a full stop: it is shown as the reason why something is due. */
  words: v.pipe(v.string(), v.minLength(1)),
  status: v.picklist(CODE_LIST_STATUSES),
  source: v.pipe(v.string(), v.minLength(1)),
  checkedOn: PlainDate,
});
export type TimeLimit = v.InferOutput<typeof TimeLimit>;

export type TimeLimits = Readonly<Record<TimeLimitId, TimeLimit>>;

/**
 * The limits that ship, with those supplied in their place.
 *
 * @throws {PreventError} `CP_RECORD_INVALID` when something handed over is not a time limit
 */
export function gatherTimeLimits(...added: readonly (readonly unknown[])[]): TimeLimits {
  const limits: Partial<Record<TimeLimitId, TimeLimit>> = {};
  for (const each of [...shipped.limits, ...added.flat()]) {
    const parsed = v.safeParse(TimeLimit, each);
    if (!parsed.success)
      throw new PreventError('CP_RECORD_INVALID', `Not a time limit: ${parsed.issues[0].message}`);
    limits[parsed.output.id] = parsed.output;
  }
  return limits as TimeLimits;
}

/** The due day of something that began on `from`; an issue if the table of bank holidays ends before then. */
export function dueAfter(
  from: PlainDate,
  limit: TimeLimit,
  calendar: WorkingCalendar,
): Result<PlainDate> {
  return workingDayAfter(from, limit.workingDays, calendar);
}
