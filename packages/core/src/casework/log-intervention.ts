/** Log an intervention: one contact, after it took place. An entry is never edited; a later one corrects it. */
import { failed, type Issue, type Result } from '../shared/issue.js';
import type { StoredRecord } from '../store/port.js';
import type { CaseCommit, CaseContext, Input } from './context.js';
import { entryOf, futureIssues, makes, SUBJECT_UNKNOWN, unless } from './entry.js';

export interface InterventionContext extends CaseContext {
  /** The subject as held; undefined when there is none, or no longer. */
  readonly subject: StoredRecord<'subject'> | undefined;
  /** The subject's log, needed only when the entry corrects another. */
  readonly log?: readonly StoredRecord<'intervention'>[];
}

export function logIntervention(
  entry: Input<'intervention'>,
  context: InterventionContext,
): Result<CaseCommit> {
  const { subject, log = [] } = context;
  const checked = entryOf('intervention', entry, context, entry.heldOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  if (subject?.id !== value.subjectId) return failed(SUBJECT_UNKNOWN);
  const issues = [...futureIssues('Date of contact', value.heldOn, 'heldOn', context)];
  if (
    value.corrects !== undefined &&
    !log.some(({ id, value: { subjectId } }) => id === value.corrects && subjectId === subject.id)
  )
    issues.push(CORRECTS_UNKNOWN);
  if (value.followUpDueOn !== undefined && value.followUpDueOn < value.heldOn)
    issues.push(FOLLOW_UP_TOO_EARLY);
  return unless(issues, () => ({
    commit: {
      changes: [makes('intervention', value)],
      reason: value.corrects === undefined ? 'case-work' : 'correction',
    },
    id: value.id,
  }));
}

const CORRECTS_UNKNOWN: Issue = {
  code: 'corrects-unknown',
  severity: 'error',
  message: 'The entry that this corrects is not in the subject’s log. Log it as a new one.',
  at: 'corrects',
};

const FOLLOW_UP_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'Follow-up due must be on or after the date of contact',
  at: 'followUpDueOn',
};
