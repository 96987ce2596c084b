/** Days that are still to come: everything that a page dates has happened, so such a day is a slip. */
import { isToCome } from '../../shared/civil-day.js';
import type { Issue, PlainDate } from '../../shared/index.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';

const FUTURE = 'date-in-future';

/** True for the day of a birth, a referral or an incident that is after the day on which the page was read. */
export function isDayToCome(
  path: FieldPath | undefined,
  value: string,
  readAt: string,
): path is FieldPath {
  if (path === undefined || fieldOf(path).read !== 'ukDate') return false;
  return /^\d{4}-\d\d-\d\d$/.test(value) && isToCome(value as PlainDate, readAt);
}

/** Says that a day is still to come. Its row starts as left. */
export function futureIssues(
  path: FieldPath | undefined,
  value: string,
  readAt: string,
): readonly Issue[] {
  if (!isDayToCome(path, value, readAt)) return [];
  return [
    {
      code: FUTURE,
      severity: 'warning',
      message: `${fieldOf(path).label} must be today or in the past. Correct it, or leave it.`,
      at: path,
    },
  ];
}

/** True if one of the issues says that the day is still to come. */
export function isInFuture(issues: readonly Issue[]): boolean {
  return issues.some(({ code }) => code === FUTURE);
}

/** The issues without the one that says so: the day is another now. */
export function besidesFuture(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ code }) => code !== FUTURE);
}
