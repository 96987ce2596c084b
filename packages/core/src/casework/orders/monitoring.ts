/** Choose how closely somebody is monitored, correct the choice, and end it. */

import { latestBirth } from '../../record/births.js';
import { filledFields } from '../../record/filled-fields.js';
import { AGE_OF_RESPONSIBILITY } from '../../record/under-ten.js';
import { addDays, addMonths, ageOn, writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { Change } from '../../store/log/revision.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { correctionOf } from '../act/correct.js';
import { type Due, type DueContext, type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, setsOf, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface MonitoringContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Monitoring of the subject; other records may be among them. */
  readonly records: readonly StoredRecord[];
}

type Monitoring = StoredRecord<'monitoring'>;

/** Begins monitoring. Only one is open at a time: a new one replaces the earlier one from its own first day. */
export function beginMonitoring(
  input: Omit<Input<'monitoring'>, 'subjectId' | 'endedOn' | 'endedWhy' | 'replaces'>,
  context: MonitoringContext,
): Result<CaseCommit> {
  const { subject, records, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const from = input.from ?? host.clock.today();
  const before = standingMonitoring(records);
  const names = { subjectId: subject.id, ...(before ? { replaces: before.id } : {}) };
  const checked = entryOf('monitoring', { ...input, from, ...names }, context, from);
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues: readonly Issue[] = [
    ...futureIssues('The start date', from, 'from', context),
    ...ageIssues(subject, value.tier, from),
    ...(before && from < before.value.from ? [beforeTheLast(before.value.from)] : []),
  ];
  return unless(issues, () => ({
    commit: {
      changes: [makes('monitoring', value), ...(before ? [sets(before, { endedOn: from })] : [])],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

/** Ends monitoring on a day, with a reason. The day is today unless given. */
export function endMonitoring(
  monitoring: Monitoring,
  input: Pick<Input<'monitoring'>, 'endedOn' | 'endedWhy'>,
  context: CaseContext,
): Result<CaseCommit> {
  if (monitoring.value.endedOn !== undefined) return failed(ENDED);
  const endedOn = input.endedOn ?? context.host.clock.today();
  const set = { endedOn, endedWhy: said(input.endedWhy) };
  const checked = entryOf(
    'monitoring',
    { ...monitoring.value, ...set },
    context,
    endedOn,
    monitoring.value,
  );
  if (!checked.ok) return checked;
  const issues = [
    ...endIssues(checked.value, context),
    ...(endedOn < monitoring.value.from ? [ENDED_TOO_EARLY] : []),
  ];
  return unless(issues, () => ({
    commit: { changes: [setsOf(monitoring, set)], reason: 'case-work' },
    id: monitoring.id,
  }));
}

const ASKED = filledFields('monitoring');

/**
 * Corrects the tier, the day or the reason. If another monitoring replaced this one, its end is the first day of that
 * one, and moves with it. An end with an officer's reason is corrected like the other fields.
 */
export function correctMonitoring(
  held: Monitoring,
  input: Omit<Input<'monitoring'>, 'subjectId' | 'replaces'>,
  context: MonitoringContext,
): Result<CaseCommit> {
  const { subject, records } = context;
  const { subjectId, replaces, endedOn: end, endedWhy } = held.value;
  if (subject?.id !== subjectId) return failed(SUBJECT_UNKNOWN);
  const from = input.from ?? held.value.from;
  const isEndedByHand = endedWhy !== undefined;
  const endedOn = isEndedByHand ? (input.endedOn ?? end) : end;
  const asked = {
    ...input,
    from,
    endedOn,
    endedWhy: isEndedByHand ? said(input.endedWhy) : undefined,
  };
  const checked = entryOf('monitoring', { ...asked, subjectId, replaces }, context, from);
  if (!checked.ok) return checked;
  const { value } = checked;
  const before = records.find(
    (record): record is Monitoring => record.kind === 'monitoring' && record.id === replaces,
  );
  const issues: readonly Issue[] = [
    ...futureIssues('The start date', from, 'from', context),
    ...ageIssues(subject, value.tier, from),
    ...(before && from < before.value.from ? [beforeTheLast(before.value.from)] : []),
    ...(endedOn !== undefined && endedOn < from ? [FROM_TOO_LATE] : []),
    ...(isEndedByHand ? endIssues(value, context) : []),
  ];
  const moves = before && before.value.endedOn === held.value.from && from !== held.value.from;
  return correctionOf(
    held,
    value,
    ASKED,
    issues,
    moves ? [sets(before, { endedOn: from }) as Change] : [],
  );
}

function said<T extends string>(text: T | undefined): T | undefined {
  return text?.trim() ? text : undefined;
}

function endIssues(
  { endedOn, endedWhy }: Pick<Monitoring['value'], 'endedOn' | 'endedWhy'>,
  context: CaseContext,
): readonly Issue[] {
  return [
    ...(endedOn === undefined
      ? []
      : futureIssues('The date it ended', endedOn, 'endedOn', context)),
    ...(endedWhy === undefined ? [WHY_MISSING] : []),
  ];
}

/** The monitoring that has not ended. */
export function standingMonitoring(records: readonly StoredRecord[]): Monitoring | undefined {
  return records
    .filter((record): record is Monitoring => record.kind === 'monitoring')
    .findLast(({ value }) => value.endedOn === undefined);
}

/** The next contact of the tier, and the next check of offending that nobody has made. */
export const monitoringDue: DueOf<'monitoring'> = (record, context) =>
  record.value.endedOn === undefined
    ? [...contactDue(record, context), ...checkDue(record, context)]
    : [];

function contactDue({ value }: Monitoring, context: DueContext): readonly Due[] {
  const { tier, from, subjectId } = value;
  const rule = context.monitoring.tiers.find((each) => each.tier === tier);
  if (!rule) return [];
  const held = context
    .naming('intervention', 'subjectId', subjectId)
    .filter(({ id }) => context.naming('intervention', 'corrects', id).length === 0)
    .map((each) => each.value.heldOn);
  const last = [from, ...held].toSorted().at(-1) ?? from;
  const what = last === from ? 'Monitoring began' : 'The last contact was';
  return [
    {
      ...dueOn(
        'monitoring-contact',
        addDays(last, rule.everyDays),
        `${what} on ${writtenDate(last)}. ${rule.words}.`,
      ),
      inCalendarDays: true,
    },
  ];
}

function checkDue({ value }: Monitoring, context: DueContext): readonly Due[] {
  const { checksFrom, subjectId } = value;
  if (checksFrom === undefined) return [];
  const made = context
    .naming('offendingCheck', 'subjectId', subjectId)
    .filter((each) => each.value.checkedOn >= checksFrom)
    .map((each) => each.value.point);
  const next = context.monitoring.checks.find(({ point }) => !made.includes(point));
  if (!next) return [];
  const by = addMonths(checksFrom, next.months);
  const why = `Offending is checked ${next.months} months after ${writtenDate(checksFrom)}.`;
  return [{ ...dueOn('check-offending', by, why), inCalendarDays: true }];
}

/** Tiers that imply offences: a child under ten cannot commit one. */
const OF_OFFENCES: ReadonlySet<string> = new Set(['low-level', 'offender-management']);

function ageIssues(
  { value }: StoredRecord<'subject'>,
  tier: string,
  on: PlainDate,
): readonly Issue[] {
  const bornOn = latestBirth(value);
  const isChild = bornOn !== undefined && ageOn(bornOn, on) < AGE_OF_RESPONSIBILITY;
  return isChild && OF_OFFENCES.has(tier) ? [UNDER_TEN] : [];
}

const UNDER_TEN = issueOf(
  'under-ten',
  'tier',
  'This child was under ten on that day, and a child under ten cannot commit an offence. Choose a tier that does not mention one.',
);
const ENDED = issueOf('monitoring-ended', 'endedOn', 'This has ended already.');
const ENDED_TOO_EARLY = issueOf(
  'date-out-of-order',
  'endedOn',
  'The date it ended must be on or after the date it started',
);
const FROM_TOO_LATE = issueOf(
  'date-out-of-order',
  'from',
  'The start date must be on or before the date on which it ended',
);
const WHY_MISSING = issueOf('missing', 'endedWhy', 'Enter why it ended');
function beforeTheLast(day: PlainDate): Issue {
  return issueOf(
    'date-out-of-order',
    'from',
    `The start date must be on or after ${writtenDate(day)}, the first day of the tier that it replaces`,
  );
}
