/** “Check with investigations before contact”: set it, acknowledge it, lift it. It reveals nothing else to anybody. */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface ContactCheckContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** The checks of the subject. */
  readonly checks: readonly StoredRecord<'contactCheck'>[];
}

/** Sets the check: from today unless the officer gives another day. */
export function askToCheck(
  input: { readonly from?: PlainDate | undefined },
  context: ContactCheckContext,
): Result<CaseCommit> {
  const { subject, checks, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  if (standingChecks(checks).length > 0) return failed(STANDS_ALREADY);
  const from = input.from ?? host.clock.today();
  const entry = { subjectId: subject.id, from, acknowledged: [] };
  const checked = entryOf('contactCheck', entry, context);
  if (!checked.ok) return checked;
  const { value } = checked;
  return unless(futureIssues('The start date', value.from, 'from', context), () => ({
    commit: { changes: [makes('contactCheck', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** The checks that are not lifted. */
export function standingChecks(
  checks: readonly StoredRecord<'contactCheck'>[],
): readonly StoredRecord<'contactCheck'>[] {
  return checks.filter(({ value }) => value.liftedOn === undefined);
}

/** True if that officer has acknowledged it. */
export function hasAcknowledged(
  { value }: StoredRecord<'contactCheck'>,
  officer: RecordId,
): boolean {
  return value.acknowledged.some(({ by }) => by === officer);
}

/** Records that this officer has read it, now; earlier acknowledgements stay. */
export function acknowledgeCheck(
  check: StoredRecord<'contactCheck'>,
  officer: { readonly id: RecordId; readonly name: string },
  { host }: Pick<CaseContext, 'host'>,
): Result<CaseCommit> {
  if (check.value.liftedOn !== undefined) return failed(LIFTED);
  if (hasAcknowledged(check, officer.id)) return failed(READ_ALREADY);
  const said = { by: officer.id, name: officer.name, at: host.clock.now() };
  return passed({
    commit: {
      changes: [sets(check, { acknowledged: [...check.value.acknowledged, said] })],
      reason: 'case-work',
    },
    id: check.id,
  });
}

/** Lifts “check with investigations before contact”, today. It may be set again; the record of it stays. */
export function liftCheck(
  check: StoredRecord<'contactCheck'>,
  { host }: Pick<CaseContext, 'host'>,
): Result<CaseCommit> {
  if (check.value.liftedOn !== undefined) return failed(LIFTED);
  return passed({
    commit: { changes: [sets(check, { liftedOn: host.clock.today() })], reason: 'case-work' },
    id: check.id,
  });
}

/** Due until somebody has acknowledged it. */
export const contactCheckDue: DueOf<'contactCheck'> = ({ value }) => {
  if (value.liftedOn !== undefined || value.acknowledged.length > 0) return [];
  const why = `Since ${writtenDate(value.from)} this person’s page says to check with investigations before contact, and nobody has said that they have read it.`;
  return [dueOn('acknowledge-check', value.from, why)];
};

const STANDS_ALREADY: Issue = {
  code: 'already-held',
  severity: 'error',
  message: 'The page says so already. Lift that first.',
};

const LIFTED: Issue = {
  code: 'check-lifted',
  severity: 'error',
  message: 'This was lifted already. Go back and look again.',
};

const READ_ALREADY: Issue = {
  code: 'check-acknowledged',
  severity: 'error',
  message: 'You have said already that you have read it.',
};
