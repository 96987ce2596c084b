/** Record the information given to a person, or the reason it was not given. */
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { entryOf, futureIssues, makes, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export interface TellingContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/** Today unless the officer gives another day. */
export function recordTelling(
  input: Omit<Input<'telling'>, 'subjectId'>,
  context: TellingContext,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const on = input.on ?? host.clock.today();
  const checked = entryOf('telling', { ...input, subjectId: subject.id, on }, context, on);
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues: Issue[] = [
    ...futureIssues(
      'The date they were told, or it was decided otherwise',
      value.on,
      'on',
      context,
    ),
  ];
  if (value.wasTold === 'not-told' && value.whyNot === undefined) issues.push(WHY_MISSING);
  return unless(issues, () => ({
    commit: { changes: [makes('telling', value)], reason: 'case-work' },
    id: value.id,
  }));
}

const WHY_MISSING: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Enter why they were not told',
  at: 'whyNot',
};
