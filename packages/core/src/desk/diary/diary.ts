/**
 * The diary: what is due, overdue and coming, worked out from the records handed over each time it is asked for. Nothing of
 * it is stored. Each kind of record says what it makes due; a kind that says nothing here does not compile.
 */

import { caseHolder, closedBy } from '../../casework/act/case-state.js';
import {
  countedOnce,
  type Due,
  type DueAct,
  type DueContext,
  type DueOf,
} from '../../casework/act/due.js';
import { assessmentDue } from '../../casework/assess/assessment-due.js';
import { concernDue } from '../../casework/contact/acknowledge-concern.js';
import { agencyDue } from '../../casework/contact/agency-contact.js';
import { interventionDue } from '../../casework/contact/log-intervention.js';
import { objectiveDue } from '../../casework/contact/objective.js';
import { planDue } from '../../casework/contact/plan.js';
import { breachDue } from '../../casework/contact/serve-notice.js';
import { sessionDue } from '../../casework/contact/session.js';
import { stopCardDue } from '../../casework/contact/stop-card.js';
import { enquiryDue } from '../../casework/intake/decide-enquiry.js';
import { referralDue } from '../../casework/intake/decide-referral.js';
import { identificationDue } from '../../casework/intake/identify-person.js';
import { adviceDue } from '../../casework/intake/log-advice.js';
import { promiseDue } from '../../casework/intake/promise.js';
import { refusalDue } from '../../casework/intake/refuse-referral.js';
import { requestDue } from '../../casework/keeping/ask-colleague.js';
import { noticeDue } from '../../casework/keeping/correction.js';
import { holdDue } from '../../casework/keeping/hold.js';
import { retentionDue, retentionReviewDue } from '../../casework/keeping/retention-due.js';
import { conditionDue } from '../../casework/orders/condition.js';
import { evidenceDue } from '../../casework/orders/condition-evidence.js';
import { monitoringDue } from '../../casework/orders/monitoring.js';
import { orderDue } from '../../casework/orders/order-due.js';
import { panelDue } from '../../casework/orders/panel.js';
import { contactCheckDue } from '../../casework/person/contact-check.js';
import { participationDue } from '../../casework/person/participation.js';
import type { WorkingCalendar } from '../../casework/rules/calendar.js';
import { gatherMonitoring, type MonitoringRules } from '../../casework/rules/monitoring-rules.js';
import { gatherRetention, type RetentionRules } from '../../casework/rules/retention-rules.js';
import { gatherTimeLimits, type TimeLimits } from '../../casework/rules/time-limit.js';
import type { Trigger } from '../../casework/rules/trigger.js';
import type { CodeLists } from '../../codes/code-list.js';
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/port.js';
import type { Diary, DiaryState } from './diary-entry.js';
import { type DiaryFold, foldDiary, subjectOf } from './diary-fold.js';

/** What each kind of record makes due; `nothing` is said, never forgotten. */
const DUE: { readonly [K in RecordKind]: DueOf<K> | 'nothing' } = {
  subject: retentionDue,
  relatedPerson: 'nothing',
  referral: referralDue,
  referrer: 'nothing',
  onlineIdentifier: 'nothing',
  sourceCapture: 'nothing',
  intervention: interventionDue,
  decision: 'nothing',
  intelligenceNote: 'nothing',
  hold: holdDue,
  safeguardingConcern: concernDue,
  comparison: 'nothing',
  writeBack: 'nothing',
  enquiry: enquiryDue,
  identification: identificationDue,
  promise: promiseDue,
  refusal: refusalDue,
  assessment: assessmentDue,
  rating: 'nothing',
  sealedRating: 'nothing',
  advice: adviceDue,
  incident: 'nothing',
  plan: planDue,
  objective: objectiveDue,
  planReview: 'nothing',
  session: sessionDue,
  ceaseAndDesist: 'nothing',
  noticeBreach: breachDue,
  stopCard: stopCardDue,
  retention: 'nothing',
  retentionReview: retentionReviewDue,
  colleagueRequest: requestDue,
  correctionNotice: noticeDue,
  contactCheck: contactCheckDue,
  contactPlan: 'nothing',
  participation: participationDue,
  processingBasis: 'nothing',
  telling: 'nothing',
  order: orderDue,
  condition: conditionDue,
  conditionEvidence: evidenceDue,
  agencyContact: agencyDue,
  monitoring: monitoringDue,
  offendingCheck: 'nothing',
  panel: panelDue,
};

export interface DiaryContext {
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  readonly lists: CodeLists;
  /** In place of those that ship. */
  readonly limits?: TimeLimits;
  readonly triggers?: readonly Trigger[];
  readonly retention?: RetentionRules;
  readonly monitoring?: MonitoringRules;
  /** Whose diary it is: cases that a colleague has accepted are left out of it. Absent: everybody's. */
  readonly officer?: RecordId;
}

/**
 * What is overdue, due and coming on a day, each with its reason.
 *
 * @param records - all that an officer works on; what is not handed over is not looked for
 */
export function diary(
  records: readonly StoredRecord[],
  { today, ...context }: DiaryContext,
): Diary {
  return livingDiary(records, context).read(today);
}

/** The same diary, kept up as records change: each reading costs what has changed since the one before. */
export function livingDiary(
  records: Iterable<StoredRecord>,
  given: Omit<DiaryContext, 'today'>,
): DiaryFold {
  const { calendar, lists, limits = gatherTimeLimits(), triggers = [], officer } = given;
  return foldDiary(records, {
    lists,
    limits,
    retention: given.retention ?? gatherRetention(),
    monitoring: given.monitoring ?? gatherMonitoring(),
    ...(officer === undefined ? {} : { officer }),
    ...countedOnce(limits, calendar),
    triggers,
    dueOf,
    isMine,
  });
}

/** How many of each: a count says nothing else. */
export function diaryCounts({ entries }: Diary): Readonly<Record<DiaryState, number>> {
  const counts = { overdue: 0, due: 0, coming: 0 };
  for (const { state } of entries) counts[state] += 1;
  return counts;
}

/** Acts that wait while a case is closed, and are due again when it is opened. */
const RESTING: ReadonlySet<DueAct> = new Set(['make-first-contact', 'follow-up', 'assess-again']);

/** Whether it waits, since the case was closed after it was last changed. */
function isResting(
  { act }: Due,
  { updatedAt }: StoredRecord,
  about: RecordId | undefined,
  { naming }: DueContext,
): boolean {
  if (about === undefined || !RESTING.has(act)) return false;
  return updatedAt <= (closedBy(naming('decision', 'subjectId', about))?.createdAt ?? '');
}

/** Whether the case is not with a colleague who accepted it. */
function isMine(about: RecordId | undefined, { officer, naming }: DueContext): boolean {
  if (officer === undefined || about === undefined) return true;
  const holder = caseHolder(naming('colleagueRequest', 'subjectId', about));
  return holder === undefined || holder === officer;
}

function dueOf<K extends RecordKind>(record: StoredRecord<K>, context: DueContext): readonly Due[] {
  const made: DueOf<K> | 'nothing' = DUE[record.kind];
  const dues = made === 'nothing' ? [] : made(record, context);
  // Most make nothing due: whose they are is not asked.
  if (dues.length === 0) return dues;
  const about = subjectOf(record, context);
  if (record.kind !== 'colleagueRequest' && !isMine(about, context)) return [];
  return dues.filter((due) => !isResting(due, record, about, context));
}
