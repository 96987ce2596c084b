/** What was seen of a condition, and telling whoever decides that one may not be kept. Nothing is decided here. */
import { writtenDate } from '../shared/dates.js';
import { failed, type Issue, type Result } from '../shared/issue.js';
import type { PlainDate } from '../shared/primitives.js';
import type { StoredRecord } from '../store/port.js';
import type { CaseCommit, CaseContext, Input } from './context.js';
import { type DueOf, dueOn } from './due.js';
import { entryOf, futureIssues, makes, setsOf, unless } from './entry.js';
import { issueOf } from './issue-of.js';

export interface EvidenceContext extends CaseContext {
  readonly condition: StoredRecord<'condition'> | undefined;
  readonly order: StoredRecord<'order'> | undefined;
}

/** @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that evidence draws from was not handed over */
export function addEvidence(
  input: Omit<Input<'conditionEvidence'>, 'subjectId' | 'conditionId'>,
  { condition, order, ...context }: EvidenceContext,
): Result<CaseCommit> {
  if (!condition) return failed(CONDITION_UNKNOWN);
  const notedOn = input.notedOn ?? context.host.clock.today();
  const names = { subjectId: condition.value.subjectId, conditionId: condition.id };
  const checked = entryOf('conditionEvidence', { ...input, notedOn, ...names }, context, notedOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  const since = order?.value.givenOn;
  const day = value.happenedOn ?? value.notedOn;
  const issues: readonly Issue[] = [
    ...futureIssues('Noted on', value.notedOn, 'notedOn', context),
    ...(value.happenedOn !== undefined && value.happenedOn > value.notedOn ? [HAPPENED_LATER] : []),
    ...(since === undefined ? [NOT_RUNNING] : []),
    ...(since !== undefined && day < since ? [beforeGiven(since)] : []),
    ...(value.shows === 'not-kept' ? toldIssues(value, context) : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [makes('conditionEvidence', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Whoever decides what follows was told that a condition may not be kept. */
export function tellOfCondition(
  evidence: StoredRecord<'conditionEvidence'>,
  input: Pick<Input<'conditionEvidence'>, 'toldOn' | 'toldWhom'>,
  context: CaseContext,
): Result<CaseCommit> {
  const toldOn = input.toldOn ?? context.host.clock.today();
  const told = { toldOn, toldWhom: input.toldWhom?.trim() ? input.toldWhom : undefined };
  const checked = entryOf('conditionEvidence', { ...evidence.value, ...told }, context, toldOn);
  if (!checked.ok) return checked;
  return unless(toldIssues(checked.value, context), () => ({
    commit: { changes: [setsOf(evidence, told)], reason: 'case-work' },
    id: evidence.id,
  }));
}

/** To be told at once, until somebody was. */
export const evidenceDue: DueOf<'conditionEvidence'> = ({ value: { shows, notedOn, toldOn } }) =>
  shows === 'not-kept' && toldOn === undefined
    ? [
        dueOn(
          'tell-of-condition',
          notedOn,
          `On ${writtenDate(notedOn)} it was noted that a condition may not be kept, and nobody was told.`,
        ),
      ]
    : [];

interface Told {
  readonly notedOn: PlainDate;
  readonly toldOn?: PlainDate | undefined;
  readonly toldWhom?: string | undefined;
}

function toldIssues({ notedOn, toldOn, toldWhom }: Told, context: CaseContext): readonly Issue[] {
  if (toldOn === undefined) return toldWhom === undefined ? [] : [WHEN_MISSING];
  return [
    ...futureIssues('Told on', toldOn, 'toldOn', context),
    ...(toldOn < notedOn ? [TOLD_TOO_EARLY] : []),
    ...(toldWhom === undefined ? [WHOM_MISSING] : []),
  ];
}

const CONDITION_UNKNOWN = issueOf(
  'condition-unknown',
  'conditionId',
  'This condition is not held any more. Choose it again.',
);
const NOT_RUNNING = issueOf(
  'order-not-given',
  'conditionId',
  'This condition was advised, and nobody has said that it was given. Record what became of the advice first.',
);
const HAPPENED_LATER = issueOf(
  'date-out-of-order',
  'happenedOn',
  'Happened on must be on or before the day on which it was noted',
);
const TOLD_TOO_EARLY = issueOf(
  'date-out-of-order',
  'toldOn',
  'Told on must be on or after the day on which it was noted',
);
const WHOM_MISSING = issueOf('missing', 'toldWhom', 'Enter who was told');
const WHEN_MISSING = issueOf('missing', 'toldOn', 'Enter when they were told');

function beforeGiven(day: PlainDate): Issue {
  return issueOf(
    'date-out-of-order',
    'happenedOn',
    `This must be on or after the day on which it was given, ${writtenDate(day)}`,
  );
}
