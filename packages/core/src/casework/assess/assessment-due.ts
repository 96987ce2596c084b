/** The next assessment, due on the review day of a signed one until another supersedes it. */
import { writtenDate } from '../../shared/dates.js';
import { type DueOf, dueOn } from '../act/due.js';

export const assessmentDue: DueOf<'assessment'> = ({ id, value }, { naming }) => {
  const { signedAt, reviewDueOn, assessedOn, subjectId } = value;
  if (signedAt === undefined || reviewDueOn === undefined) return [];
  const isSuperseded = naming('assessment', 'subjectId', subjectId).some(
    (other) => other.value.supersedes === id && other.value.signedAt !== undefined,
  );
  const why = `The assessment of ${writtenDate(assessedOn)} says to look again on ${writtenDate(reviewDueOn)}.`;
  return isSuperseded ? [] : [dueOn('assess-again', reviewDueOn, why)];
};
