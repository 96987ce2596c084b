/**
 * Choose how long a case is kept, and review whether it is still needed. A named officer decides, with a reason, never
 * the toolkit.
 */
import { codesInForce } from '../../codes/code-list.js';
import type { RetentionAnswer } from '../../record/retention-review.js';
import { addYears, writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, unless } from '../act/entry.js';
import { linksOf } from '../act/links.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { gatherRetention, type RetentionRules } from '../rules/retention-rules.js';
import { retentionStanding } from './retention-standing.js';

export interface RetentionContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Everything of the subject, as `gatherCase` gives it. */
  readonly records: readonly StoredRecord[];
  /** Replaces the rules that ship. */
  readonly retention?: RetentionRules;
}

/** Records a choice; a later one is added to the first. The day is today unless the officer gives another. */
export function chooseRetention(
  input: Omit<Input<'retention'>, 'subjectId'>,
  context: RetentionContext,
): Result<CaseCommit> {
  const { subject, host, retention = gatherRetention() } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const decidedOn = input.decidedOn ?? host.clock.today();
  const entry = { ...input, subjectId: subject.id, decidedOn };
  const checked = entryOf('retention', entry, context, decidedOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues = [...futureIssues('The date it was chosen', decidedOn, 'decidedOn', context)];
  if (!retention.periods.some(({ group }) => group === value.group)) issues.push(NO_PERIOD);
  return unless(issues, () => ({
    commit: { changes: [makes('retention', value)], reason: 'retention' },
    id: value.id,
  }));
}

/** As a form supplies it: an unanswered question is absent. */
export interface RetentionAnswerInput {
  readonly question: string;
  readonly answer?: string | undefined;
  readonly rationale?: string | undefined;
}

export interface ReviewInput extends Omit<Input<'retentionReview'>, 'subjectId' | 'answers'> {
  readonly answers: readonly RetentionAnswerInput[];
}

/**
 * Requires yes, no or not known for every question in force, with a reason. A yes with a disposal, and an answer of not
 * known, are warnings: the officer decides, and the rationale explains it.
 */
export function reviewRetention(input: ReviewInput, context: RetentionContext): Result<CaseCommit> {
  const { subject, host, lists, records, retention = gatherRetention() } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const reviewedOn = input.reviewedOn ?? host.clock.today();
  const answers = codesInForce(lists, 'nrac-question', reviewedOn).map(
    ({ code }) => input.answers.find(({ question }) => question === code) ?? { question: code },
  );
  const unanswered = answers.flatMap((answer, index) => answerIssues(answer, index));
  const { nextReviewOn, ...words } = input;
  const isKept = input.outcome === 'retain';
  const checked = entryOf(
    'retentionReview',
    {
      ...words,
      ...(isKept && nextReviewOn ? { nextReviewOn } : {}),
      subjectId: subject.id,
      reviewedOn,
      answers:
        unanswered.length > 0 ? [] : (answers as readonly RetentionAnswer[] as RetentionAnswer[]),
    },
    context,
    reviewedOn,
  );
  if (!checked.ok) return failed(...unanswered, ...checked.issues);
  const standing = retentionStanding(subject, retention, linksOf(records));
  const { value } = checked;
  const issues = [
    ...unanswered,
    ...futureIssues('The date of the review', reviewedOn, 'reviewedOn', context),
    ...(standing.review && reviewedOn < standing.review.value.reviewedOn
      ? [REVIEWED_BEFORE_LAST]
      : []),
    ...(value.outcome === 'retain' ? nextIssues(value.nextReviewOn, reviewedOn, standing) : []),
    ...(value.outcome === 'dispose' && standing.closing === undefined ? [CLOSE_FIRST] : []),
    ...answerWarnings(value.answers, value.outcome),
  ];
  return unless(issues, () => ({
    commit: { changes: [makes('retentionReview', value)], reason: 'retention' },
    id: value.id,
  }));
}

function answerIssues(
  { answer, rationale }: RetentionAnswerInput,
  index: number,
): readonly Issue[] {
  const issues: Issue[] = [];
  if (!answer)
    issues.push(
      missing(`answers.${index}.answer`, `Question ${index + 1}: select yes, no or not known`),
    );
  if (!rationale?.trim())
    issues.push(missing(`answers.${index}.rationale`, `Question ${index + 1}: enter why`));
  return issues;
}

function nextIssues(
  next: PlainDate | undefined,
  reviewedOn: PlainDate,
  { period }: ReturnType<typeof retentionStanding>,
): readonly Issue[] {
  if (next === undefined)
    return period?.everyYears === undefined
      ? [missing('nextReviewOn', 'Enter the date of the next review: the group does not say it')]
      : [];
  if (next <= reviewedOn)
    return [outOfOrder('The date of the next review must be after the date of this review')];
  if (period?.everyYears === undefined) return [];
  const last = addYears(reviewedOn, period.everyYears);
  return next > last
    ? [
        outOfOrder(
          `The date of the next review must be on or before ${writtenDate(last)}, by the period of the group`,
        ),
      ]
    : [];
}

function answerWarnings(answers: readonly RetentionAnswer[], outcome: string): readonly Issue[] {
  const has = (answer: string) => answers.some((each) => each.answer === answer);
  return [
    ...(outcome === 'dispose' && has('yes') ? [YES_AND_DISPOSE] : []),
    ...(has('unknown') ? [NOT_KNOWN] : []),
  ];
}

const missing = (at: string, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});

const outOfOrder = (message: string): Issue => ({
  code: 'date-out-of-order',
  severity: 'error',
  message,
  at: 'nextReviewOn',
});

const NO_PERIOD: Issue = {
  code: 'retention-group-without-period',
  severity: 'error',
  message:
    'No period is set for this group. Select another, or ask your administrator to supply one.',
  at: 'group',
};

const REVIEWED_BEFORE_LAST: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The date of the review must be on or after the date of the last review',
  at: 'reviewedOn',
};

const CLOSE_FIRST: Issue = {
  code: 'case-open',
  severity: 'error',
  message: 'The case is open. Close it first, then decide to dispose of it.',
  at: 'outcome',
};

const YES_AND_DISPOSE: Issue = {
  code: 'retention-yes-disposed',
  severity: 'warning',
  message:
    'One answer is yes, but the case is to be disposed of. The earlier guidance says to retain it in that case: say in the rationale why you do not.',
  at: 'outcome',
};

const NOT_KNOWN: Issue = {
  code: 'retention-not-known',
  severity: 'warning',
  message: 'One answer is not known. That is not a no.',
};
