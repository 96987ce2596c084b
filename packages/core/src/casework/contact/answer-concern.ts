/**
 * Answer what a safeguarding concern makes due once somebody was told: it is acknowledged, escalated, reviewed, or the
 * crime that was disclosed gets its reference. Each is an addition with an answer that it cannot do without.
 */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { issueOf } from '../act/issue-of.js';
import type { ReviewRules } from '../act/late-review.js';
import { addToConcern, type ConcernAdditionInput, NOTHING_ADDED } from './add-to-concern.js';

type Concern = StoredRecord<'safeguardingConcern'>;
type Context = Pick<CaseContext, 'host'> & ReviewRules;

/** Records that those who were told have acknowledged it: just now, unless the officer gives another time. */
export function noteAcknowledgement(
  concern: Concern,
  input: ConcernAdditionInput,
  context: Context,
): Result<CaseCommit> {
  return withAnswers(concern, input, context, { acknowledgedBy: 'Enter who acknowledged it' });
}

/** Records that it was escalated: the time for an acknowledgement starts again from then. */
export function escalateConcern(
  concern: Concern,
  input: ConcernAdditionInput,
  context: Context,
): Result<CaseCommit> {
  return withAnswers(concern, input, context, { escalatedTo: 'Enter who it was escalated to' });
}

/** Records what a review found, and the next one. A concern with nothing more to be done is closed instead. */
export function reviewConcern(
  concern: Concern,
  input: ConcernAdditionInput,
  context: Context,
): Result<CaseCommit> {
  return withAnswers(concern, input, context, {
    what: 'Enter what has happened or been said since',
    reviewOn:
      'Enter the date of the next review. If nothing more needs to be done, close the concern.',
  });
}

/** Records whether the crime that was disclosed is recorded, with its reference. */
export function noteCrime(
  concern: Concern,
  input: ConcernAdditionInput,
  context: Context,
): Result<CaseCommit> {
  return withAnswers(concern, input, context, {
    crimeRecorded: 'Select whether the crime is recorded',
  });
}

function withAnswers(
  concern: Concern,
  input: ConcernAdditionInput,
  context: Context,
  needed: Readonly<Partial<Record<keyof ConcernAdditionInput, string>>>,
): Result<CaseCommit> {
  const values: Readonly<Record<string, unknown>> = input;
  const missing = Object.entries(needed).flatMap(([name, message]): readonly Issue[] => {
    const value = values[name];
    return typeof value === 'string' && value.trim() !== ''
      ? []
      : [issueOf('missing', name, message)];
  });
  const added = addToConcern(concern, input, context);
  // A closed concern takes no answer, whatever is missing.
  if (missing.length === 0 || concern.value.closedOn !== undefined) return added;
  // That nothing was added is said better by what is missing.
  const asked = new Set([...missing.map(({ at }) => at), NOTHING_ADDED.at]);
  return failed(...missing, ...added.issues.filter(({ at }) => !asked.has(at)));
}
