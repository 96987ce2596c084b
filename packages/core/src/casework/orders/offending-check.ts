/** Record a check for new offending that somebody made in another system, and correct it. */
import { filledFields } from '../../record/filled-fields.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { correctionOf } from '../act/correct.js';
import { entryOf, futureIssues, makes, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

type Check = StoredRecord<'offendingCheck'>;

export interface CheckContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
}

/** Records a check made elsewhere, by somebody with access; an unknown result is also a result. */
export function recordCheck(
  input: Omit<Input<'offendingCheck'>, 'subjectId'>,
  context: CheckContext,
): Result<CaseCommit> {
  const { subject, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const checkedOn = input.checkedOn ?? host.clock.today();
  const names = { checkedOn, subjectId: subject.id };
  const checked = entryOf('offendingCheck', { ...input, ...names }, context, checkedOn);
  if (!checked.ok) return checked;
  const { value } = checked;
  return unless(checkIssues(value, context), () => ({
    commit: { changes: [makes('offendingCheck', value)], reason: 'case-work' },
    id: value.id,
  }));
}

const ASKED = filledFields('offendingCheck');

/** Corrects a check for new offending; the earlier version stays in the history. */
export function correctCheck(
  held: Check,
  input: Omit<Input<'offendingCheck'>, 'subjectId'>,
  context: CaseContext,
): Result<CaseCommit> {
  const checkedOn = input.checkedOn ?? held.value.checkedOn;
  const named = { ...input, checkedOn, subjectId: held.value.subjectId };
  const checked = entryOf('offendingCheck', named, context, checkedOn);
  if (!checked.ok) return checked;
  return correctionOf(held, checked.value, ASKED, checkIssues(checked.value, context));
}

function checkIssues(
  { checkedOn, result, note }: Check['value'],
  context: CaseContext,
): readonly Issue[] {
  return [
    ...futureIssues('The date of the check', checkedOn, 'checkedOn', context),
    ...(result === 'nothing' || note !== undefined ? [] : [NOTE_WANTED]),
  ];
}

const NOTE_WANTED: Issue = {
  code: 'note-wanted',
  severity: 'warning',
  message: 'Say what is known about it: a reference, or why it is not known.',
  at: 'note',
};
