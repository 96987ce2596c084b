/** A review that is set for later than usual: it may be, with a reason. */
import * as v from 'valibot';
import { addDays, writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import { PlainDate } from '../../shared/primitives.js';
import { type WorkingCalendar, workingCalendar } from '../rules/calendar.js';
import { dueAfter, gatherTimeLimits, limitOn, type TimeLimits } from '../rules/time-limit.js';

/** Rules that a force may replace; those that ship without them. */
export interface ReviewRules {
  readonly limits?: TimeLimits | undefined;
  readonly calendar?: WorkingCalendar | undefined;
}

export type ReviewLimitId = 'plan-review' | 'concern-next-review';

/**
 * True if the day is later than the limit, counted from the day of the plan, the review or the addition.
 *
 * @param on - as typed: what is no day is not late
 */
export function isLateReview(
  on: unknown,
  from: unknown,
  limit: ReviewLimitId,
  rules: ReviewRules = {},
): boolean {
  const [day, start] = [v.safeParse(PlainDate, on), v.safeParse(PlainDate, from)];
  return day.success && start.success && day.output > lastOf(start.output, limit, rules);
}

/**
 * An issue if the review is late and nobody says why.
 *
 * @param at - the field that says why
 */
export function lateReviewIssues(
  { on, from, why }: { readonly on: PlainDate; readonly from: PlainDate; readonly why: unknown },
  at: string,
  limit: ReviewLimitId,
  rules: ReviewRules,
): readonly Issue[] {
  const isSaid = typeof why === 'string' && why.trim() !== '';
  if (isSaid || !isLateReview(on, from, limit, rules)) return [];
  const last = writtenDate(lastOf(from, limit, rules));
  return [
    {
      code: 'missing',
      severity: 'error',
      message: `Enter why the review is later than ${last}. ${limitOf(limit, from, rules).words}`,
      at,
    },
  ];
}

const SHIPPED = gatherTimeLimits();

const limitOf = (id: ReviewLimitId, from: PlainDate, { limits = SHIPPED }: ReviewRules) =>
  limitOn(from, limits[id]);

function lastOf(from: PlainDate, id: ReviewLimitId, rules: ReviewRules): PlainDate {
  const limit = limitOf(id, from, rules);
  const due = dueAfter(from, limit, rules.calendar ?? workingCalendar());
  // Beyond the table of bank holidays a week counts as five working days.
  return due.ok ? due.value : addDays(from, Math.ceil(((limit.workingDays ?? 0) * 7) / 5));
}
