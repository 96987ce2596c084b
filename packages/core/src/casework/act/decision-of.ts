/** A named officer's decision on any root: its reason, its day, and the decision that it changes. */
import { type CodeLists, codeLabel } from '../../codes/code-list.js';
import type { RecordOf } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { ELSEWHERE } from './case-root.js';
import type { CaseContext, Input } from './context.js';
import { entryOf, futureIssues, unless } from './entry.js';
import { contradictions, REASONS, reasonsFor } from './reasons-law.js';
import { matterIssues } from './refused-matters.js';

/** The records that a decision can be on. The context supplies each; none is typed. */
type DecidedOn = 'subjectId' | 'referralId' | 'enquiryId' | 'identificationId';

/** The day is today unless the officer gives another. With reason codes, the reason in words may be left out. */
export type DecisionWords = Omit<Input<'decision'>, DecidedOn>;

export interface DecisionAbout {
  readonly on: Pick<Input<'decision'>, DecidedOn>;
  /** The earliest day on which the decision can have been made, and the words for that day in a sentence. */
  readonly since: PlainDate;
  readonly sinceWords: string;
  /** Earlier decisions on the same record. */
  readonly decisions: readonly StoredRecord<'decision'>[];
  /** Outcomes allowed here. Absent: every outcome except those reserved for identifications and reviews. */
  readonly outcomes?: readonly string[];
  /** No list of reasons is offered here: the reason is given in words. */
  readonly isInWords?: boolean;
}

/**
 * Returns the checked decision. A decision that another one changed stays on record; only the current one can be
 * changed.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a decision draws from was not handed over
 */
export function decisionOf(
  input: DecisionWords,
  { on, since, sinceWords, decisions, outcomes, isInWords }: DecisionAbout,
  context: CaseContext,
): Result<RecordOf<'decision'>> {
  const decidedOn = input.decidedOn ?? context.host.clock.today();
  const reason = input.reason || reasonIn(input.reasonCodes ?? [], context.lists, decidedOn);
  const entry = { ...input, ...on, decidedOn, reason };
  const checked = entryOf('decision', entry, context, decidedOn);
  if (!checked.ok) {
    const isOffered = !isInWords && reasonsFor(input.outcome, context.lists, decidedOn).length > 0;
    return isOffered ? failed(...checked.issues.map(askForReason)) : checked;
  }
  const { value } = checked;
  const issues = [
    ...futureIssues('The date of the decision', value.decidedOn, 'decidedOn', context),
  ];
  if (value.decidedOn < since)
    issues.push(
      outOfOrder(
        `The date of the decision must be on or after ${sinceWords}, ${writtenDate(since)}`,
      ),
    );
  if (outcomes ? !outcomes.includes(value.outcome) : ELSEWHERE.has(value.outcome))
    issues.push(OUTCOME_ELSEWHERE);
  issues.push(
    ...contradictions(value, context.lists),
    ...matterIssues(value, context.host.clock.today()),
  );
  if (value.replaces !== undefined) issues.push(...replacing(value, value.replaces, decisions));
  return unless(issues, () => value);
}

/** The latest decision that no other has changed; of those on one day, the one recorded last. */
export function standingDecision(
  decisions: readonly StoredRecord<'decision'>[],
): StoredRecord<'decision'> | undefined {
  const replaced = new Set(decisions.map(({ value }) => value.replaces));
  return decisions
    .filter(({ id }) => !replaced.has(id))
    .reduce<StoredRecord<'decision'> | undefined>(
      (latest, each) =>
        latest === undefined || decidedAt(each) > decidedAt(latest) ? each : latest,
      undefined,
    );
}

/** Sorts decisions by their day; of those on one day, by when they were recorded. */
export function decidedAt({ value, createdAt, id }: StoredRecord<'decision'>): string {
  return `${value.decidedOn} ${createdAt} ${id}`;
}

/** The words of the chosen codes. Undefined if the only code is `other`, which needs words. */
function reasonIn(codes: readonly string[], lists: CodeLists, on: PlainDate): string | undefined {
  const said = codes.filter((code) => code !== 'other');
  if (said.length === 0) return undefined;
  return `${said.map((code) => codeLabel(lists, REASONS, code, on)).join('. ')}.`;
}

function replacing(
  { decidedOn }: RecordOf<'decision'>,
  replaced: RecordId,
  decisions: readonly StoredRecord<'decision'>[],
): readonly Issue[] {
  const standing = standingDecision(decisions);
  if (standing?.id !== replaced) return [REPLACES_UNKNOWN];
  if (decidedOn >= standing.value.decidedOn) return [];
  return [
    outOfOrder(
      'The date of the decision must be on or after the date of the decision that this changes',
    ),
  ];
}

function askForReason(issue: Issue): Issue {
  if (issue.code !== 'missing' || issue.at !== 'reason') return issue;
  return { ...issue, message: 'Select a reason, or enter it in a few words' };
}

function outOfOrder(message: string): Issue {
  return { code: 'date-out-of-order', severity: 'error', message, at: 'decidedOn' };
}

const OUTCOME_ELSEWHERE: Issue = {
  code: 'outcome-elsewhere',
  severity: 'error',
  message: 'This cannot be decided here. Select another decision.',
  at: 'outcome',
};

const REPLACES_UNKNOWN: Issue = {
  code: 'replaces-unknown',
  severity: 'error',
  message: 'The decision that this changes is no longer in force. Look at the latest one first.',
  at: 'replaces',
};
