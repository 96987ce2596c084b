/** Record the legal basis on which somebody's data is processed, from a day, and its end when another replaces it. */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, sets, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface BasisContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/** Records a legal basis: from today unless the officer gives another day. */
export function recordBasis(
  input: Omit<Input<'processingBasis'>, 'subjectId' | 'until'>,
  context: BasisContext,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const from = input.from ?? host.clock.today();
  const about = { subjectId: subject.id, from };
  const checked = entryOf('processingBasis', { ...input, ...about }, context, from);
  if (!checked.ok) return checked;
  const { value } = checked;
  return unless(futureIssues('The start date', value.from, 'from', context), () => ({
    commit: { changes: [makes('processingBasis', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Ends a legal basis on its last day: today unless given. */
export function endBasis(
  basis: StoredRecord<'processingBasis'>,
  { until: given }: { readonly until?: PlainDate | undefined },
  context: CaseContext,
): Result<CaseCommit> {
  if (basis.value.until !== undefined) return failed(ENDED);
  const until = given ?? context.host.clock.today();
  const issues = [...futureIssues('The end date', until, 'until', context)];
  if (until < basis.value.from) issues.push(TOO_EARLY);
  return unless(issues, () => ({
    commit: { changes: [sets(basis, { until })], reason: 'case-work' },
    id: basis.id,
  }));
}

const ENDED: Issue = {
  code: 'basis-ended',
  severity: 'error',
  message: 'This basis has ended already. Record a new one instead.',
};

const TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The end date must be on or after the date from which it holds',
  at: 'until',
};
