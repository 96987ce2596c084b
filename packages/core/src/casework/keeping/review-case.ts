/**
 * Review a case: a named officer has considered the reason for the review and records what follows. It is a decision
 * like any other.
 */
import { civilDay } from '../../shared/civil-day.js';
import { failed, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { type DecisionWords, decisionOf } from '../act/decision-of.js';
import { makes, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface ReviewCaseContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/**
 * Records that a named officer reviewed the case, and what follows.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a decision draws from was not handed over
 */
export function reviewCase(
  input: Omit<DecisionWords, 'outcome' | 'replaces'>,
  context: ReviewCaseContext,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const decided = decisionOf(
    { ...input, outcome: 'reviewed' },
    {
      on: { subjectId: subject.id },
      since: recordedBy(subject, host.clock.today()),
      sinceWords: 'the date on which the subject was recorded',
      decisions: [],
      outcomes: ['reviewed'],
      isInWords: true,
    },
    context,
  );
  if (!decided.ok) return decided;
  const { value } = decided;
  return unless(decided.issues, () => ({
    commit: { changes: [makes('decision', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Day on which the record was made; today if a clock that was fast made it later. */
export function recordedBy(
  { createdAt }: StoredRecord,
  today: string,
): StoredRecord<'decision'>['value']['decidedOn'] {
  const day = civilDay(createdAt);
  return (day < today ? day : today) as StoredRecord<'decision'>['value']['decidedOn'];
}
