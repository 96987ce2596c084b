/** Clocks: the time allowed for each thing, as dated data with a status, over the working calendar. */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../codes/code-list.js';
import { civilDay } from '../../shared/civil-day.js';
import { PreventError } from '../../shared/errors.js';
import { passed, type Result } from '../../shared/issue.js';
import { type Instant, PlainDate } from '../../shared/primitives.js';
import shipped from '../data/time-limit.json' with { type: 'json' };
import { type WorkingCalendar, workingDayAfter } from './calendar.js';

/** Limits that begin at a moment, not on a day: only they may be given in hours. */
export const MOMENT_LIMIT_IDS = ['concern-acknowledgement', 'crime-reference'] as const;

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
  'concern-next-review',
  'plan-review',
  'identifier-on-nobody',
  ...MOMENT_LIMIT_IDS,
] as const;
export type TimeLimitId = (typeof TIME_LIMIT_IDS)[number];

/** Either working days or hours. */
export const TimeLimit = v.pipe(
  v.strictObject({
    id: v.picklist(TIME_LIMIT_IDS),
    workingDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(250))),
    hours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(720))),
    /** The rule, as a sentence without a full stop: it is shown as the reason why something is due. */
    words: v.pipe(v.string(), v.minLength(1)),
    status: v.picklist(CODE_LIST_STATUSES),
    source: v.pipe(v.string(), v.minLength(1)),
    checkedOn: PlainDate,
  }),
  v.check(
    ({ workingDays, hours }) => (workingDays === undefined) !== (hours === undefined),
    'give either working days or hours',
  ),
  v.check(
    ({ id, hours }) => hours === undefined || (MOMENT_LIMIT_IDS as readonly string[]).includes(id),
    'hours are for a limit that begins at a moment',
  ),
);
export type TimeLimit = v.InferOutput<typeof TimeLimit>;

/** A limit that applies to what begins on a day or later. */
export const LaterTimeLimit = v.strictObject({ from: PlainDate, limit: TimeLimit });
export type LaterTimeLimit = v.InferOutput<typeof LaterTimeLimit>;

/** A limit in force, with the one that counts for what began before its first day. */
export interface TimeLimitInForce extends TimeLimit {
  readonly from?: PlainDate;
  readonly earlier?: TimeLimitInForce;
}

export type TimeLimits = Readonly<Record<TimeLimitId, TimeLimitInForce>>;

/**
 * The limits that ship, with those supplied in their place. One with a first day leaves what began before that day to the
 * limit that it follows.
 *
 * @param added - each a `TimeLimit`, or a `LaterTimeLimit` after those of earlier days
 * @throws {PreventError} `CP_RECORD_INVALID` when something handed over is not a time limit
 */
export function gatherTimeLimits(...added: readonly (readonly unknown[])[]): TimeLimits {
  const limits: Partial<Record<TimeLimitId, TimeLimitInForce>> = {};
  for (const each of [...shipped.limits, ...added.flat()]) {
    const isLater = typeof each === 'object' && each !== null && 'limit' in each;
    const parsed = v.safeParse(isLater ? LaterTimeLimit : TimeLimit, each);
    if (!parsed.success)
      throw new PreventError('CP_RECORD_INVALID', `Not a time limit: ${parsed.issues[0].message}`);
    if ('limit' in parsed.output) {
      const { from, limit } = parsed.output;
      const earlier = limits[limit.id];
      limits[limit.id] = { ...limit, from, ...(earlier ? { earlier } : {}) };
    } else limits[parsed.output.id] = parsed.output;
  }
  return limits as TimeLimits;
}

/** The limit that counts for what began then: the one that was in force on that day. */
export function limitOn(began: PlainDate | Instant, limit: TimeLimitInForce): TimeLimitInForce {
  const { from, earlier } = limit;
  if (from === undefined || earlier === undefined || civilDay(began) >= from) return limit;
  return limitOn(began, earlier);
}

/**
 * The due day of something that began then; an issue if the table of bank holidays ends before that day.
 *
 * @param from - a day, or a moment for a limit that begins at one
 */
export function dueAfter(
  from: PlainDate | Instant,
  limit: TimeLimitInForce,
  calendar: WorkingCalendar,
): Result<PlainDate> {
  const moment = momentAfter(from, limit);
  if (moment !== undefined) return passed(civilDay(moment));
  return workingDayAfter(civilDay(from), limitOn(from, limit).workingDays ?? 0, calendar);
}

/**
 * The moment at which a limit in hours ends; undefined for a limit in working days. A day without a time counts from its
 * end, so that nothing is late too soon.
 */
export function momentAfter(
  from: PlainDate | Instant,
  limit: TimeLimitInForce,
): Instant | undefined {
  const { hours } = limitOn(from, limit);
  if (hours === undefined) return undefined;
  const start = Date.parse(from.includes('T') ? from : `${from}T23:59:59.000Z`);
  return new Date(start + hours * MILLISECONDS).toISOString() as Instant;
}

const MILLISECONDS = 3_600_000;
