/**
 * The diary: what is due, overdue and coming, worked out from the records handed over each time it is asked for. Nothing of
 * it is stored. Each kind of record says what it makes due; a kind that says nothing here does not compile.
 */
import type { CodeLists } from '../codes/code-list.js';
import type { RecordKind } from '../record/kind.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/port.js';
import { concernDue } from './acknowledge-concern.js';
import { agencyDue } from './agency-contact.js';
import { requestDue } from './ask-colleague.js';
import { assessmentDue } from './assessment-due.js';
import type { WorkingCalendar } from './calendar.js';
import { caseHolder, closedBy } from './case-state.js';
import { conditionDue } from './condition.js';
import { evidenceDue } from './condition-evidence.js';
import { contactCheckDue } from './contact-check.js';
import { noticeDue } from './correction.js';
import { enquiryDue } from './decide-enquiry.js';
import { referralDue } from './decide-referral.js';
import type { Diary, DiaryState } from './diary-entry.js';
import { type DiaryFold, foldDiary, subjectOf } from './diary-fold.js';
import { countedOnce, type Due, type DueAct, type DueContext, type DueOf } from './due.js';
import { holdDue } from './hold.js';
import { identificationDue } from './identify-person.js';
import { adviceDue } from './log-advice.js';
import { interventionDue } from './log-intervention.js';
import { monitoringDue } from './monitoring.js';
import { gatherMonitoring, type MonitoringRules } from './monitoring-rules.js';
import { objectiveDue } from './objective.js';
import { orderDue } from './order-due.js';
import { panelDue } from './panel.js';
import { participationDue } from './participation.js';
import { planDue } from './plan.js';
import { promiseDue } from './promise.js';
import { refusalDue } from './refuse-referral.js';
import { retentionDue, retentionReviewDue } from './retention-due.js';
import { gatherRetention, type RetentionRules } from './retention-rules.js';
import { breachDue } from './serve-notice.js';
import { sessionDue } from './session.js';
import { stopCardDue } from './stop-card.js';
import { gatherTimeLimits, type TimeLimits } from './time-limit.js';
import type { Trigger } from './trigger.js';

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
