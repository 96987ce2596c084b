/** Decide on a referral: a named officer's decision with its reason, and the resulting state of the referral. */
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { type DecisionWords, decisionOf, standingDecision } from '../act/decision-of.js';
import { type DueOf, dueWithin } from '../act/due.js';
import { makes, sets } from '../act/entry.js';

/** The subject and the referral are known from the context; the day is today unless the officer gives another. */
export type DecisionInput = DecisionWords;

export interface DecisionContext extends CaseContext {
  /** The referral as the officer saw it; undefined if it is no longer held. */
  readonly referral: StoredRecord<'referral'> | undefined;
  /** Earlier decisions on it; needed only when this one changes another. */
  readonly decisions?: readonly StoredRecord<'decision'>[];
}

/** The status of a referral after each outcome. Any other outcome leaves the status unchanged. */
export const STATUS_AFTER: Readonly<Record<string, string>> = {
  accept: 'accepted',
  decline: 'declined',
  signpost: 'declined',
  close: 'closed',
};

/**
 * Records a named officer's decision on a referral; a later one replaces it and leaves it in the history.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a decision draws from was not handed over
 */
export function decideReferral(input: DecisionInput, context: DecisionContext): Result<CaseCommit> {
  const { referral, decisions = [] } = context;
  if (!referral) return failed(REFERRAL_UNKNOWN);
  const { subjectId, receivedOn, status: before } = referral.value;
  const decided = decisionOf(
    input,
    {
      on: { subjectId, referralId: referral.id },
      since: receivedOn,
      sinceWords: 'the date of referral',
      decisions,
    },
    context,
  );
  if (!decided.ok) return decided;
  const { value } = decided;
  const isChange = value.replaces !== undefined;
  const status = STATUS_AFTER[value.outcome] ?? (isChange ? 'received' : undefined);
  const isChanged = status !== undefined && status !== before;
  return passed(
    {
      commit: {
        changes: [makes('decision', value), ...(isChanged ? [sets(referral, { status })] : [])],
        reason: 'case-work',
      },
      id: value.id,
    },
    decided.issues,
  );
}

/** A decision; then the information asked for, or first contact. A declined or closed referral makes nothing due. */
export const referralDue: DueOf<'referral'> = (record, context) => {
  const { status, receivedOn, subjectId, reference } = record.value;
  const standing = standingDecision(context.naming('decision', 'referralId', record.id));
  if (status === 'received') {
    if (standing?.value.outcome !== 'more-information') {
      const came =
        reference === undefined ? 'A referral was received' : `Referral ${reference} was received`;
      return [dueWithin('decide-referral', 'referral-decision', receivedOn, came, context)];
    }
    const from = standing.value.decidedOn;
    const what = 'More was asked about a referral';
    return [dueWithin('chase-referral', 'more-information', from, what, context)];
  }
  if (status !== 'accepted') return [];
  const isContacted = context
    .naming('intervention', 'subjectId', subjectId)
    .some(
      ({ id, value }) =>
        value.heldOn >= receivedOn && context.naming('intervention', 'corrects', id).length === 0,
    );
  if (isContacted) return [];
  const from = standing?.value.decidedOn ?? receivedOn;
  return [
    dueWithin('make-first-contact', 'first-contact', from, 'A referral was accepted', context),
  ];
};

export const REFERRAL_UNKNOWN: Issue = {
  code: 'referral-unknown',
  severity: 'error',
  message: 'This referral is no longer held. Choose the referral again.',
  at: 'referralId',
};
