/**
 * The things that a record makes due, and the acts that answer them. Each kind says so next to its act; the diary only
 * folds them together. A day is worked out from the records every time and stored nowhere, so no stored copy can
 * disagree.
 */
import type { CodeLists } from '../../codes/code-list.js';
import type { RecordKind } from '../../record/kind.js';
import { writtenDate } from '../../shared/dates.js';
import { passed, type Result } from '../../shared/issue.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { WorkingCalendar } from '../rules/calendar.js';
import type { MonitoringRules } from '../rules/monitoring-rules.js';
import type { RetentionRules } from '../rules/retention-rules.js';
import { dueAfter, limitOn, type TimeLimitId, type TimeLimits } from '../rules/time-limit.js';

/** The act of casework that answers an entry: a code that a view maps to its screen, and the words of its button. */
export const DUE_ACTS = {
  'tell-of-concern': 'Say who was told about a safeguarding concern',
  'escalate-concern': 'Have a safeguarding concern acknowledged, or escalate it',
  'record-crime': 'Add the reference of a crime that was disclosed',
  'review-concern': 'Review a safeguarding concern',
  'decide-enquiry': 'Decide on an enquiry',
  'reply-to-enquiry': 'Reply to an enquiry',
  'chase-enquiry': 'Ask again what an enquiry left open',
  'chase-form': 'Ask again if no referral form has come back',
  'decide-referral': 'Decide on a referral',
  'chase-referral': 'Ask again what a referral left open',
  'make-first-contact': 'Make first contact',
  'follow-up': 'Follow up a contact',
  'decide-identification': 'Decide on an officer identification',
  'keep-promise': 'Keep a promise',
  'review-hold': 'Review a hold',
  'settle-refusal': 'Decide what happens to a refused referral',
  dispose: 'Carry out a decision to dispose',
  'review-case': 'Review a case',
  'assess-again': 'Assess again',
  'follow-up-advice': 'Follow up advice that was given',
  'review-plan': 'Review a plan',
  'close-objective': 'Say whether an objective was achieved',
  'hold-session': 'Hold a session, and say whether they came',
  'tell-of-breach': 'Report a possible breach of a notice',
  'complete-stop-card': 'Complete a stop card',
  'review-retention': 'Review whether a case is still needed',
  'set-retention': 'Choose how long a case is kept',
  'answer-request': 'Answer what a colleague asked',
  'chase-request': 'Ask a colleague again',
  'tell-supervisor': 'Tell your supervisor that you know a person',
  'tell-recipient': 'Tell somebody what was corrected',
  'acknowledge-check': 'Say that you will check with investigations before contact',
  'ask-of-advice': 'Find out what happened to the advice on conditions',
  'certify-condition': 'Say whether a condition is met',
  'tell-of-condition': 'Tell the officer in the case that a condition may have been breached',
  'propose-outcome': 'Propose an outcome to the officer in the case',
  'end-order': 'Say how a caution or order ended',
  'offer-interview': 'Say whether an interview was offered',
  'monitoring-contact': 'See somebody as often as their tier asks',
  'check-offending': 'Have offending checked',
  'contact-agency': 'Contact an agency again',
  'hold-panel': 'Record the outcome of a panel',
  'panel-action': 'Follow up an action of a panel',
  'look-at-identifier': 'Look again at an identifier on nobody',
} as const;
export type DueAct = keyof typeof DUE_ACTS;

/** One thing that a record makes due. */
export interface Due {
  readonly act: DueAct;
  /** The day it is due; an issue if the table of bank holidays ends before then. */
  readonly by: Result<PlainDate>;
  /**
   * A sentence with the record and the date that it comes from. It contains no name and no information given in
   * confidence.
   */
  readonly why: string;
  /** True if its limit is counted in hours, calendar days, months or years, and not in working days. */
  readonly inCalendarDays?: true;
  /** True if somebody may be in danger: it comes before all else. */
  readonly isUrgent?: true;
  /** True if somebody is in immediate danger, by the latest that is on record: it comes before all that is urgent. */
  readonly inDanger?: true;
  /** Latest risk of what it is about, a code of `risk-now`; absent if nobody has said it. */
  readonly riskNow?: string;
}

export interface DueContext {
  readonly today: PlainDate;
  readonly limits: TimeLimits;
  readonly lists: CodeLists;
  readonly retention: RetentionRules;
  readonly monitoring: MonitoringRules;
  /** The officer who asks; absent: nobody in particular. */
  readonly officer?: RecordId;
  /** {@link dueAfter}, with each day worked out once. */
  after(limit: TimeLimitId, from: PlainDate | Instant): Result<PlainDate>;
  /** The record with that id, if it was supplied and is of that kind. */
  find<K extends RecordKind>(kind: K, id: RecordId | undefined): StoredRecord<K> | undefined;
  /** Records of the kind that name that id in that field: a subject’s interventions, a referral’s decisions. */
  naming<K extends RecordKind>(kind: K, field: LinkField, id: RecordId): readonly StoredRecord<K>[];
}

/** Works out the things that a kind of record makes due. */
export type DueOf<K extends RecordKind> = (
  record: StoredRecord<K>,
  context: DueContext,
) => readonly Due[];

/** Marks of a due act while somebody is in immediate danger. */
export const IN_DANGER = { isUrgent: true, inDanger: true, riskNow: 'immediate' } as const;

/** Due on a day that the record itself gives. */
export function dueOn(act: DueAct, by: PlainDate, why: string): Due {
  return { act, by: passed(by), why };
}

/** Due a number of working days after an event; the sentence states the rule. */
export function dueWithin(
  act: DueAct,
  limit: TimeLimitId,
  from: PlainDate,
  what: string,
  { limits, after }: Pick<DueContext, 'limits' | 'after'>,
): Due {
  const why = `${what} on ${writtenDate(from)}. ${limitOn(from, limits[limit]).words}.`;
  return { act, by: after(limit, from), why };
}

/**
 * Caches {@link dueAfter}: most of a caseload began on a few days, and counting working days is slower than a look-up.
 */
export function countedOnce(
  limits: TimeLimits,
  calendar: WorkingCalendar,
): Pick<DueContext, 'after'> {
  const counted = new Map<string, Result<PlainDate>>();
  return {
    after(limit, from) {
      const key = `${limit} ${from}`;
      const known = counted.get(key) ?? dueAfter(from, limits[limit], calendar);
      counted.set(key, known);
      return known;
    },
  };
}

/** Fields that name another record. */
export const LINK_FIELDS = [
  'subjectId',
  'referralId',
  'enquiryId',
  'identificationId',
  'followsUp',
  'corrects',
  'replaces',
  'orderId',
  'conditionId',
] as const;
export type LinkField = (typeof LINK_FIELDS)[number];
