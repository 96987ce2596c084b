/** The day that was set for the review of a case. */
import { writtenDate } from '../../shared/dates.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type DueOf, dueOn } from './due.js';

/** Outcome of a decision that sets the day of a review. */
export const REVIEW_SET = 'review-set';

/** Decisions on a whole case after which a day that was set no longer calls for a review. */
const ENDS: ReadonlySet<string> = new Set([REVIEW_SET, 'reviewed', 'close']);

/** A review is due on that day until the case is reviewed or closed, or another day is set. */
export const reviewSetDue: DueOf<'decision'> = ({ id, value, createdAt }, { naming }) => {
  const { outcome, reviewOn, subjectId, decidedOn } = value;
  if (outcome !== REVIEW_SET || reviewOn === undefined || subjectId === undefined) return [];
  const isOver = naming('decision', 'subjectId', subjectId).some(
    (other) =>
      other.id !== id &&
      ENDS.has(other.value.outcome) &&
      isOfCase(other.value) &&
      (other.createdAt > createdAt || (other.createdAt === createdAt && other.id > id)),
  );
  if (isOver) return [];
  const why = `On ${writtenDate(decidedOn)} a review was set for this day.`;
  return [dueOn('review-case', reviewOn, why)];
};

/** True if the decision is on the whole case, rather than on one record of it. */
function isOfCase(value: StoredRecord<'decision'>['value']): boolean {
  return (
    value.referralId === undefined &&
    value.enquiryId === undefined &&
    value.identificationId === undefined
  );
}
