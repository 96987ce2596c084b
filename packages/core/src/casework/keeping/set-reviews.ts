/**
 * Set the day on which cases are reviewed: a decision on each of them, in the officer's name, with a reason. It closes
 * nothing and gives no level: those are decided one person at a time.
 */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import { closedBy } from '../act/case-state.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { decisionOf } from '../act/decision-of.js';
import { makes, unless } from '../act/entry.js';
import { REVIEW_SET } from '../act/review-set.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { recordedBy } from './review-case.js';
import { CLOSED, notLater } from './review-set-law.js';

export interface SetReviewsContext extends CaseContext {
  /** Each person once; with none, nothing is set. */
  readonly subjects: readonly StoredRecord<'subject'>[];
  /** Decisions on these people. */
  readonly decisions: readonly StoredRecord<'decision'>[];
}

/**
 * Records for each person that their case is reviewed on that day. One wrong answer, and nothing is set for anybody.
 *
 * @returns the commit, and the id of the first decision in it
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a decision draws from was not handed over
 */
export function setReviews(
  input: Pick<Input<'decision'>, 'reviewOn' | 'reason'>,
  { subjects, decisions, ...context }: SetReviewsContext,
): Result<CaseCommit> {
  const today = context.host.clock.today();
  const { reviewOn } = input;
  if (subjects.length === 0) return failed(SUBJECT_UNKNOWN);
  if (new Set(subjects.map(({ id }) => id)).size < subjects.length) return failed(TWICE);
  if (reviewOn === undefined) return failed(DAY_MISSING);
  const closed = subjects.filter(({ id }) =>
    closedBy(decisions.filter(({ value }) => value.subjectId === id)),
  );
  if (closed.length > 0) return failed(...closed.map(ofClosed));
  const made = subjects.map((subject) =>
    decisionOf(
      { ...input, outcome: REVIEW_SET },
      {
        on: { subjectId: subject.id },
        since: recordedBy(subject, today),
        sinceWords: 'the date on which the subject was recorded',
        decisions: [],
        outcomes: [REVIEW_SET],
        isInWords: true,
      },
      context,
    ),
  );
  // The same is wrong for each of them.
  const wrong = made.find(({ ok }) => !ok);
  const issues = [...(wrong?.issues ?? []), ...(reviewOn > today ? [] : [notLater(today)])];
  const setting = made.flatMap((each) => (each.ok ? [each.value] : []));
  const [first] = setting;
  if (!first) return failed(...issues);
  return unless(issues, () => ({
    commit: {
      changes: setting.map((value) => makes('decision', value)),
      reason: 'case-work',
    },
    id: first.id,
  }));
}

const DAY_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter the date of the review',
  at: 'reviewOn',
};

const TWICE: Issue = {
  code: 'review-set-twice',
  severity: 'error',
  message: 'Somebody is chosen twice. Choose each person once.',
};

/** The issue is at the id of the person, so that a screen can name them as it names them elsewhere. */
function ofClosed({ id, value: { name } }: StoredRecord<'subject'>): Issue {
  const message = `The case of ${name} is closed. Reopen it first, or leave ${name} out.`;
  return { ...CLOSED, message, at: id };
}
