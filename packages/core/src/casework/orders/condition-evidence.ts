/**
 * Evidence about a condition, and the report to the decision maker that one may have been breached. Nothing is decided
 * here.
 */
import { filledFields } from '../../record/filled-fields.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { correctionOf } from '../act/correct.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, setsOf, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';

export interface EvidenceContext extends CaseContext {
  readonly condition: StoredRecord<'condition'> | undefined;
  readonly order: StoredRecord<'order'> | undefined;
}

/**
 * Records evidence about a condition, and whether it shows the condition kept, kept in part or not kept.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that evidence draws from was not handed over
 */
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
  return unless(evidenceIssues(value, order, context), () => ({
    commit: { changes: [makes('conditionEvidence', value)], reason: 'case-work' },
    id: value.id,
  }));
}

const ASKED = filledFields('conditionEvidence');

/**
 * Corrects evidence that was noted wrongly. The evidence of a certified condition stays unchanged, as does the finding
 * of evidence that was already reported: add other evidence that shows otherwise.
 */
export function correctEvidence(
  held: StoredRecord<'conditionEvidence'>,
  input: Omit<Input<'conditionEvidence'>, 'subjectId' | 'conditionId'>,
  { condition, order, ...context }: EvidenceContext,
): Result<CaseCommit> {
  const { subjectId, conditionId, toldOn, shows } = held.value;
  if (condition?.value.certifiedOn !== undefined) return failed(CERTIFIED);
  const notedOn = input.notedOn ?? held.value.notedOn;
  const named = { ...input, notedOn, subjectId, conditionId };
  const checked = entryOf('conditionEvidence', named, context, notedOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  return correctionOf(held, value, ASKED, [
    ...evidenceIssues(value, order, context),
    ...(toldOn !== undefined && value.shows !== shows ? [TOLD_ALREADY] : []),
  ]);
}

function evidenceIssues(
  value: StoredRecord<'conditionEvidence'>['value'],
  order: EvidenceContext['order'],
  context: CaseContext,
): readonly Issue[] {
  const since = order?.value.givenOn;
  const day = value.happenedOn ?? value.notedOn;
  return [
    ...futureIssues('The date it was noted', value.notedOn, 'notedOn', context),
    ...(value.happenedOn !== undefined && value.happenedOn > value.notedOn ? [HAPPENED_LATER] : []),
    ...(since === undefined ? [NOT_RUNNING] : []),
    ...(since !== undefined && day < since ? [beforeGiven(since)] : []),
    ...(value.shows === 'not-kept' ? toldIssues(value, context) : []),
  ];
}

/** Records that the decision maker was informed that a condition may have been breached. */
export function tellOfCondition(
  evidence: StoredRecord<'conditionEvidence'>,
  input: Pick<Input<'conditionEvidence'>, 'toldOn' | 'toldWhom'>,
  context: CaseContext,
): Result<CaseCommit> {
  const toldOn = input.toldOn ?? context.host.clock.today();
  const told = { toldOn, toldWhom: input.toldWhom?.trim() ? input.toldWhom : undefined };
  const checked = entryOf(
    'conditionEvidence',
    { ...evidence.value, ...told },
    context,
    toldOn,
    evidence.value,
  );
  if (!checked.ok) return checked;
  return unless(toldIssues(checked.value, context), () => ({
    commit: { changes: [setsOf(evidence, told)], reason: 'case-work' },
    id: evidence.id,
  }));
}

/** Due to be reported at once, until somebody is informed. */
export const evidenceDue: DueOf<'conditionEvidence'> = ({ value }) =>
  isUntold(value)
    ? [
        dueOn(
          'tell-of-condition',
          value.notedOn,
          `On ${writtenDate(value.notedOn)} it was noted that a condition may have been breached, and nobody is recorded as told.`,
        ),
      ]
    : [];

/** True if a condition may have been breached and nobody was informed yet. */
export function isUntold({ shows, toldOn }: StoredRecord<'conditionEvidence'>['value']): boolean {
  return shows === 'not-kept' && toldOn === undefined;
}

interface Told {
  readonly notedOn: PlainDate;
  readonly toldOn?: PlainDate | undefined;
  readonly toldWhom?: string | undefined;
}

function toldIssues({ notedOn, toldOn, toldWhom }: Told, context: CaseContext): readonly Issue[] {
  if (toldOn === undefined) return toldWhom === undefined ? [] : [WHEN_MISSING];
  return [
    ...futureIssues('The date they were told', toldOn, 'toldOn', context),
    ...(toldOn < notedOn ? [TOLD_TOO_EARLY] : []),
    ...(toldWhom === undefined ? [WHOM_MISSING] : []),
  ];
}

const CONDITION_UNKNOWN = issueOf(
  'condition-unknown',
  'conditionId',
  'This condition is no longer held. Choose it again.',
);
const NOT_RUNNING = issueOf(
  'order-not-given',
  'conditionId',
  'This condition was advised, and nobody has said that it was given. Record what happened to the advice first.',
);
const CERTIFIED = issueOf(
  'condition-certified',
  'shows',
  'This condition was certified by what was noted, and that stays as it is. Add other evidence.',
);
const TOLD_ALREADY = issueOf(
  'evidence-told',
  'shows',
  'Somebody was told that this condition may have been breached, and that stays as it is. Add evidence that says otherwise, and tell them.',
);
const HAPPENED_LATER = issueOf(
  'date-out-of-order',
  'happenedOn',
  'The date it happened must be on or before the date on which it was noted',
);
const TOLD_TOO_EARLY = issueOf(
  'date-out-of-order',
  'toldOn',
  'The date they were told must be on or after the date on which it was noted',
);
const WHOM_MISSING = issueOf('missing', 'toldWhom', 'Enter who was told');
const WHEN_MISSING = issueOf('missing', 'toldOn', 'Enter when they were told');

function beforeGiven(day: PlainDate): Issue {
  return issueOf(
    'date-out-of-order',
    'happenedOn',
    `This must be on or after the date on which it was given, ${writtenDate(day)}`,
  );
}
