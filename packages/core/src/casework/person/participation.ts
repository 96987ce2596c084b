/** Record whether somebody takes part, and that they stopped. It affects nothing held on another legal basis. */
import { ageOn, writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface ParticipationContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

type Given = Omit<
  Input<'participation'>,
  'subjectId' | 'withdrawnOn' | 'withdrawnBy' | 'withdrawnWhy'
>;

/** Records the answer: given today unless the officer gives another day. */
export function recordParticipation(
  input: Given,
  context: ParticipationContext,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const saidOn = input.saidOn ?? host.clock.today();
  const about = { subjectId: subject.id, saidOn };
  const checked = entryOf('participation', { ...input, ...about }, context, saidOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues: Issue[] = [
    ...futureIssues('The date they said it', value.saidOn, 'saidOn', context),
  ];
  const { bornOn } = subject.value;
  const isUnder16 = bornOn !== undefined && ageOn(bornOn, value.saidOn) < GILLICK_AGE;
  if (value.answer === 'agreed' && value.saidBy === 'subject' && value.understanding === undefined)
    if (isUnder16 || bornOn === undefined) issues.push(UNDERSTANDING);
  return unless(issues, () => ({
    commit: { changes: [makes('participation', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Age below which a child decides alone only if they understand the decision (Gillick). */
const GILLICK_AGE = 16;

export interface Withdrawal {
  readonly withdrawnOn?: PlainDate | undefined;
  readonly withdrawnBy?: string | undefined;
  readonly withdrawnWhy?: string | undefined;
}

/** Records that somebody stopped taking part, by whom and why. Records held on another legal basis stay. */
export function withdrawParticipation(
  participation: StoredRecord<'participation'>,
  { withdrawnOn: given, withdrawnBy, withdrawnWhy }: Withdrawal,
  context: CaseContext,
): Result<CaseCommit> {
  if (participation.value.withdrawnOn !== undefined) return failed(WITHDRAWN);
  if (!withdrawnBy) return failed(BY_MISSING);
  const withdrawnOn = given ?? context.host.clock.today();
  const issues = [
    ...futureIssues('The date it was withdrawn', withdrawnOn, 'withdrawnOn', context),
  ];
  if (withdrawnOn < participation.value.saidOn) issues.push(TOO_EARLY);
  const set = {
    withdrawnOn,
    withdrawnBy,
    ...(withdrawnWhy?.trim() ? { withdrawnWhy } : {}),
  };
  return unless(issues, () => ({
    commit: { changes: [sets(participation, set)], reason: 'case-work' },
    id: participation.id,
  }));
}

/** The latest answer, however it was recorded; undefined while nobody was asked. */
export function standingParticipation(
  all: readonly StoredRecord<'participation'>[],
): StoredRecord<'participation'> | undefined {
  const keyOf = ({ value, createdAt }: StoredRecord<'participation'>) =>
    `${value.saidOn} ${createdAt}`;
  return all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).at(-1);
}

/**
 * A review of the case by a named officer once somebody stops taking part, unless they have since said that they
 * continue.
 */
export const participationDue: DueOf<'participation'> = ({ value }, { naming }) => {
  const { subjectId, withdrawnOn } = value;
  if (withdrawnOn === undefined) return [];
  const isSaidSince = naming('participation', 'subjectId', subjectId).some(
    (other) => other.value.saidOn > withdrawnOn && other.value.withdrawnOn === undefined,
  );
  const isReviewed = naming('decision', 'subjectId', subjectId).some(
    (decision) => decision.value.decidedOn >= withdrawnOn,
  );
  if (isSaidSince || isReviewed) return [];
  const why = `Consent to take part was withdrawn on ${writtenDate(withdrawnOn)}. Decide what follows for the case.`;
  return [dueOn('review-case', withdrawnOn, why)];
};

const UNDERSTANDING: Issue = {
  code: 'understanding-missing',
  severity: 'error',
  message:
    'Enter why you are satisfied that this child understands what they agree to, or say that a parent or carer agreed',
  at: 'understanding',
};

const WITHDRAWN: Issue = {
  code: 'participation-withdrawn',
  severity: 'error',
  message: 'This was withdrawn already. Record a new answer instead.',
};

const BY_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select who withdrew it',
  at: 'withdrawnBy',
};

const TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date it was withdrawn must be on or after the date on which it was said',
  at: 'withdrawnOn',
};
