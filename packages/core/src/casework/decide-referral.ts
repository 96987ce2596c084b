/** Decide on a referral: a named officer's decision with its reason, and the state that the referral is then in. */
import { failed, type Issue, type Result } from '../shared/issue.js';
import type { StoredRecord } from '../store/port.js';
import type { CaseCommit, CaseContext, Input } from './context.js';
import { entryOf, futureIssues, makes, sets, unless } from './entry.js';

/** The subject and the referral are known from the context; the day is today unless the officer gives another. */
export type DecisionInput = Omit<Input<'decision'>, 'subjectId' | 'referralId'>;

export interface DecisionContext extends CaseContext {
  /** The referral as the officer saw it; undefined when it is not held any more. */
  readonly referral: StoredRecord<'referral'> | undefined;
}

/** What a referral is once it is decided. An outcome that is not here leaves the referral as it is. */
const STATUS_AFTER: Readonly<Record<string, string>> = {
  accept: 'accepted',
  decline: 'declined',
  signpost: 'declined',
  close: 'closed',
};

/** @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a decision draws from was not handed over */
export function decideReferral(input: DecisionInput, context: DecisionContext): Result<CaseCommit> {
  const { referral, host } = context;
  if (!referral) return failed(REFERRAL_UNKNOWN);
  const decidedOn = input.decidedOn ?? host.clock.today();
  const checked = entryOf(
    'decision',
    { ...input, decidedOn, subjectId: referral.value.subjectId, referralId: referral.id },
    context,
    decidedOn,
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  const issues = [...futureIssues('Decided on', value.decidedOn, 'decidedOn', context)];
  if (value.decidedOn < referral.value.receivedOn) issues.push(BEFORE_REFERRAL);
  const status = STATUS_AFTER[value.outcome];
  const isChanged = status !== undefined && status !== referral.value.status;
  return unless(issues, () => ({
    commit: {
      changes: [makes('decision', value), ...(isChanged ? [sets(referral, { status })] : [])],
      reason: 'case-work',
    },
    id: value.id,
  }));
}

const REFERRAL_UNKNOWN: Issue = {
  code: 'referral-unknown',
  severity: 'error',
  message: 'This referral is not held any more. Choose the referral again.',
  at: 'referralId',
};

const BEFORE_REFERRAL: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'Decided on must be on or after the date of referral',
  at: 'decidedOn',
};
