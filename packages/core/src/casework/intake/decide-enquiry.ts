/**
 * Decide on an enquiry: the first check, before anybody is named. The decision contains no identity and asks for none.
 */
import { fieldsOf } from '../../record/kind.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit } from '../act/context.js';
import { type DecisionWords, decisionOf, standingDecision } from '../act/decision-of.js';
import { type DueOf, dueWithin, IN_DANGER } from '../act/due.js';
import { makes, unless } from '../act/entry.js';
import { enquiryState } from './enquiry-state.js';
import { ENQUIRY_UNKNOWN, type EnquiryContext, identityIssues } from './take-enquiry.js';

export interface EnquiryDecisionContext extends EnquiryContext {
  readonly enquiry: StoredRecord<'enquiry'> | undefined;
  /** Earlier decisions on it. */
  readonly decisions: readonly StoredRecord<'decision'>[];
}

/**
 * Records the decision. A further decision must name the one it changes, except to close the enquiry.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a decision draws from was not handed over
 */
export function decideEnquiry(
  input: DecisionWords,
  context: EnquiryDecisionContext,
): Result<CaseCommit> {
  const { enquiry, decisions, identifyNobody } = context;
  if (!enquiry) return failed(ENQUIRY_UNKNOWN);
  const decided = decisionOf(
    input,
    {
      on: { enquiryId: enquiry.id },
      since: enquiry.value.receivedOn,
      sinceWords: 'the date on which the enquiry was received',
      decisions,
    },
    context,
  );
  if (!decided.ok) return decided;
  const { value } = decided;
  const standing = standingDecision(decisions)?.value.outcome;
  const isOpen = standing === undefined || standing === 'more-information';
  const isSaid = isOpen || value.replaces !== undefined || value.outcome === 'close';
  const issues = [
    ...decided.issues,
    ...(isSaid ? [] : [DECISION_STANDS]),
    ...fieldsOf('decision')
      // An id is also a line of text, and its digits can look like a telephone number.
      .filter(({ set, input: asks }) => !set && (asks === 'narrative' || asks === 'line'))
      .flatMap(({ name, label }) =>
        identityIssues(name, label, textOf(value, name), identifyNobody),
      ),
  ];
  return unless(issues, () => ({
    commit: { changes: [makes('decision', value)], reason: 'enquiry' },
    id: value.id,
  }));
}

/** A decision, then the reply that reports it, then a reminder if nothing comes back: one at a time. */
export const enquiryDue: DueOf<'enquiry'> = (record, context) => {
  const { receivedOn, repliedOn, repliedWith, riskNow } = record.value;
  const decisions = context.naming('decision', 'enquiryId', record.id);
  const standing = standingDecision(decisions);
  if (!standing) {
    const due = dueWithin('decide-enquiry', 'enquiry-reply', receivedOn, CAME, context);
    return [riskNow === 'immediate' ? { ...due, ...IN_DANGER } : due];
  }
  const state = enquiryState(record, decisions, [
    ...context.naming('referral', 'enquiryId', record.id),
    ...context.naming('refusal', 'enquiryId', record.id),
  ]);
  if (state === 'referred') return [];
  const { decidedOn } = standing.value;
  if (repliedWith !== standing.id || repliedOn === undefined)
    return [
      decisions.length === 1
        ? dueWithin('reply-to-enquiry', 'enquiry-reply', receivedOn, CAME, context)
        : dueWithin('reply-to-enquiry', 'enquiry-reply', decidedOn, DECIDED, context),
    ];
  if (state === 'awaiting-information')
    return [dueWithin('chase-enquiry', 'more-information', repliedOn, REPLIED, context)];
  if (state === 'form-sent')
    return [dueWithin('chase-form', 'form-return', repliedOn, REPLIED, context)];
  return [];
};

const CAME = 'An enquiry was received';
const DECIDED = 'An enquiry was decided';
const REPLIED = 'An enquiry was replied to';

function textOf(value: object, name: string): string {
  const text: unknown = Reflect.get(value, name);
  return typeof text === 'string' ? text : '';
}

const DECISION_STANDS: Issue = {
  code: 'decision-stands',
  severity: 'error',
  message: 'This enquiry is decided. Change that decision, and say why; the first one is kept.',
  at: 'replaces',
};
