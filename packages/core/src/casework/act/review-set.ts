/** The day that was set for the review of a case. */
import { writtenDate } from '../../shared/dates.js';
import { closedBy, isOfWholeCase } from './case-state.js';
import { decidedAt } from './decision-of.js';
import { type DueOf, dueOn } from './due.js';

/** Outcome of a decision that sets the day of a review. */
export const REVIEW_SET = 'review-set';

/** Decisions on a whole case after which a day that was set before no longer calls for a review. */
const ENDS: ReadonlySet<string> = new Set([REVIEW_SET, 'reviewed']);

/**
 * A review is due on that day until the case is reviewed or another day is set, and not while the case is closed: one
 * that was closed by mistake and reopened is reviewed on the day that was set.
 */
export const reviewSetDue: DueOf<'decision'> = (set, { naming }) => {
  const { outcome, reviewOn, subjectId, decidedOn } = set.value;
  if (outcome !== REVIEW_SET || reviewOn === undefined || subjectId === undefined) return [];
  const decisions = naming('decision', 'subjectId', subjectId);
  // A review that is recorded late was held before.
  const isOver = decisions.some(
    (other) =>
      ENDS.has(other.value.outcome) &&
      isOfWholeCase(other.value) &&
      decidedAt(other) > decidedAt(set),
  );
  if (isOver || closedBy(decisions)) return [];
  const why = `On ${writtenDate(decidedOn)} a review was set for this day.`;
  return [dueOn('review-case', reviewOn, why)];
};
