/**
 * Close a case, and open it again: a named officer's decision with its reason, once everything still open was shown.
 */

import { closedBy } from '../../casework/act/case-state.js';
import type { CaseCommit, CaseContext } from '../../casework/act/context.js';
import { type DecisionWords, decisionOf } from '../../casework/act/decision-of.js';
import type { DueAct } from '../../casework/act/due.js';
import { makes, unless } from '../../casework/act/entry.js';
import { SUBJECT_UNKNOWN } from '../../casework/act/subject-unknown.js';
import {
  CLOSED_ALREADY,
  CLOSURE_REASON,
  closingStops,
  LAST_DAY_WORDS,
  lastDay,
} from '../../casework/keeping/closing-stops.js';
import type { RecordKind } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type DiaryContext, diary } from '../diary/diary.js';
import type { DiaryEntry } from '../diary/diary-entry.js';

export interface CaseStateContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Everything of the subject, as `gatherCase` gives it. */
  readonly records: readonly StoredRecord[];
}

export interface CloseContext extends CaseStateContext, Omit<DiaryContext, 'lists' | 'today'> {}

/** The outcome is known; `closureReason` and `reopeningReason` are codes of the lists of that name. */
type Words = Omit<DecisionWords, 'outcome' | 'replaces' | 'reasonCodes'>;

export interface CloseInput extends Omit<Words, 'reopeningReason'> {
  /** The officer has seen the open items, and closes the case anyway. */
  readonly isStillOpenSeen?: boolean | undefined;
}

/**
 * Lists the open items of the case, each with its reason. First contact, follow-ups and assessments pause while it is
 * closed; everything else stays due.
 */
export function stillOpen(
  records: readonly StoredRecord[],
  context: DiaryContext,
): readonly DiaryEntry[] {
  return diary(records, context).entries.filter(({ act }) => !KEEPING.has(act));
}

/**
 * Closes a case: a decision of the officer, with a reason.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a decision draws from was not handed over
 */
export function closeCase(input: CloseInput, context: CloseContext): Result<CaseCommit> {
  const { subject, records, host } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  if (closedBy(decisionsIn(records))) return failed(CLOSED_ALREADY);
  const { isStillOpenSeen, ...words } = input;
  const last = lastDay(records, host.clock.today());
  const decided = decisionOf(
    { ...words, outcome: 'close' },
    {
      on: { subjectId: subject.id },
      since: last,
      sinceWords: LAST_DAY_WORDS,
      decisions: [],
      outcomes: ['close'],
      isInWords: true,
    },
    context,
  );
  const now = { ...context, today: host.clock.today() };
  const open = stillOpen(records, now);
  const issues = [
    ...decided.issues,
    ...(input.closureReason ? [] : [CLOSURE_REASON]),
    ...closingStops(records),
    ...(open.length > 0 && isStillOpenSeen !== true ? [stillOpenIssue(open)] : []),
  ];
  if (!decided.ok) return failed(...issues);
  const { value } = decided;
  return unless(issues, () => ({
    commit: { changes: [makes('decision', value)], reason: 'case-work' },
    id: value.id,
  }));
}

/** Reopens a case. Paused items are due again from then on, on their original days. */
export function reopenCase(
  input: Omit<Words, 'closureReason'>,
  context: CaseStateContext,
): Result<CaseCommit> {
  const { subject, records } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const closing = closedBy(decisionsIn(records));
  if (!closing) return failed(OPEN_ALREADY);
  const decided = decisionOf(
    { ...input, outcome: 'reopen' },
    {
      on: { subjectId: subject.id },
      since: closing.value.decidedOn,
      sinceWords: 'the date on which the case was closed',
      decisions: [],
      outcomes: ['reopen'],
      isInWords: true,
    },
    context,
  );
  const issues = [...decided.issues, ...(input.reopeningReason ? [] : [REOPENING_REASON])];
  if (!decided.ok) return failed(...issues);
  const { value } = decided;
  return unless(issues, () => ({
    commit: { changes: [makes('decision', value)], reason: 'case-work' },
    id: value.id,
  }));
}

export function decisionsIn(records: readonly StoredRecord[]): readonly StoredRecord<'decision'>[] {
  return recordsOf(records, 'decision');
}

function recordsOf<K extends RecordKind>(
  records: readonly StoredRecord[],
  kind: K,
): readonly StoredRecord<K>[] {
  return records.filter((record): record is StoredRecord<K> => record.kind === kind);
}

/** Acts about the retention of the case, which closing makes due in any case. */
const KEEPING: ReadonlySet<DueAct> = new Set(['review-retention', 'set-retention', 'dispose']);

function stillOpenIssue(open: readonly DiaryEntry[]): Issue {
  const said = open
    .map(({ what, by }) => (by ? `${what} (by ${writtenDate(by)})` : what))
    .join('; ');
  return {
    code: 'still-open',
    severity: 'error',
    message: `Say that the case is closed with this still open. ${said}.`,
    at: 'isStillOpenSeen',
  };
}

const REOPENING_REASON: Issue = {
  code: 'missing',
  severity: 'error',
  message: 'Select why the case is opened again',
  at: 'reopeningReason',
};

const OPEN_ALREADY: Issue = {
  code: 'case-open',
  severity: 'error',
  message: 'This case is open',
};
