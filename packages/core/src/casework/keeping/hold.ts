/** Place a hold on a subject's records, so that they are not disposed of, and lift it again. */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface HoldContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/** `from` is today unless the officer gives another day. */
export function placeHold(
  input: Omit<Input<'hold'>, 'liftedOn'>,
  context: HoldContext,
): Result<CaseCommit> {
  const from = input.from ?? context.host.clock.today();
  const checked = entryOf('hold', { ...input, from }, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  if (value.subjectId !== context.subject?.id) return failed(SUBJECT_UNKNOWN);
  const issues = [...futureIssues('The start date', value.from, 'from', context)];
  if (value.reviewDueOn <= value.from) issues.push(REVIEW_TOO_EARLY);
  return unless(issues, () => ({
    commit: { changes: [makes('hold', value)], reason: 'retention' },
    id: value.id,
  }));
}

/** Lifts the hold today. One already lifted is an issue: somebody else decided it. */
export function liftHold(
  hold: StoredRecord<'hold'>,
  { host }: Pick<CaseContext, 'host'>,
): Result<CaseCommit> {
  if (hold.value.liftedOn !== undefined) return failed(LIFTED);
  return passed({
    commit: { changes: [sets(hold, { liftedOn: host.clock.today() })], reason: 'retention' },
    id: hold.id,
  });
}

/** Records that the hold was reviewed and stays in place; its next review is on the given day. */
export function reviewHold(
  hold: StoredRecord<'hold'>,
  { reviewDueOn }: Pick<Input<'hold'>, 'reviewDueOn'>,
  { host }: Pick<CaseContext, 'host'>,
): Result<CaseCommit> {
  if (hold.value.liftedOn !== undefined) return failed(LIFTED);
  if (reviewDueOn === undefined || reviewDueOn <= host.clock.today()) return failed(NEXT_REVIEW);
  return passed({
    commit: { changes: [sets(hold, { reviewDueOn })], reason: 'retention' },
    id: hold.id,
  });
}

/** The review of a hold that is in place. */
export const holdDue: DueOf<'hold'> = ({ value: { from, reviewDueOn, liftedOn } }) =>
  liftedOn === undefined
    ? [
        dueOn(
          'review-hold',
          reviewDueOn,
          `A hold has been in place since ${writtenDate(from)}, and its review is set for ${writtenDate(reviewDueOn)}.`,
        ),
      ]
    : [];

const NEXT_REVIEW: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'Enter a day in the future on which the hold is reviewed again',
  at: 'reviewDueOn',
};

const REVIEW_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date the review is due must be after the date the hold starts',
  at: 'reviewDueOn',
};

const LIFTED: Issue = {
  code: 'hold-lifted',
  severity: 'error',
  message: 'This hold is lifted already',
};
