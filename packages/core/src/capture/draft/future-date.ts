/** Days that are still to come: everything that a page dates has happened, so such a day is a slip. */
import type { Issue } from '../../shared/index.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';

const FUTURE = 'date-in-future';

/**
 * Says that a day is still to come. Its row starts as left.
 *
 * @param readOn - day on which the page was read, as `2026-11-30`
 */
export function futureIssues(
  path: FieldPath | undefined,
  value: string,
  readOn: string,
): readonly Issue[] {
  if (path === undefined || fieldOf(path).read !== 'ukDate') return [];
  if (!/^\d{4}-\d\d-\d\d$/.test(value) || value <= readOn) return [];
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
