/**
 * The diary: what is due, overdue and coming, worked out from the records handed over each time it is asked for. Nothing of
 * it is stored. Each kind of record says what it makes due; a kind that says nothing here does not compile.
 */
import type { CodeLists } from '../codes/code-list.js';
import type { RecordKind } from '../record/kind.js';
import { addDays, writtenDate } from '../shared/dates.js';
import type { Issue } from '../shared/issue.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { StoredRecord } from '../store/port.js';
import { concernDue } from './acknowledge-concern.js';
import { requestDue } from './ask-colleague.js';
import { assessmentDue } from './assessment-due.js';
import type { WorkingCalendar } from './calendar.js';
import { caseHolder, closedBy } from './case-state.js';
import { contactCheckDue } from './contact-check.js';
import { noticeDue } from './correction.js';
import { enquiryDue } from './decide-enquiry.js';
import { referralDue } from './decide-referral.js';
import {
  countedOnce,
  DUE_ACTS,
  type Due,
  type DueAct,
  type DueContext,
  type DueOf,
  linksOf,
} from './due.js';
import { holdDue } from './hold.js';
import { identificationDue } from './identify-person.js';
import { adviceDue } from './log-advice.js';
import { interventionDue } from './log-intervention.js';
import { objectiveDue } from './objective.js';
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
import { triggeredBy, triggerKinds } from './triggered.js';

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
};

export const DIARY_STATES = ['overdue', 'due', 'coming'] as const;
export type DiaryState = (typeof DIARY_STATES)[number];

export interface DiaryEntry {
  /** The same each time, as long as the same thing is due: the record, the act, and the trigger where one called for it. */
  readonly id: string;
  readonly act: DueAct;
  /** What is to be done, in the words of a button. */
  readonly what: string;
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** The subject, by id alone; absent where nobody is known. */
  readonly about?: RecordId;
  readonly why: string;
  /** Absent where the table of bank holidays has run out: then it is due now, and an issue says why. */
  readonly by?: PlainDate;
  /** `due` is today. */
  readonly state: DiaryState;
  readonly isUrgent: boolean;
}

export interface Diary {
  /** The urgent first, then by day, then by act and id: of two entries one always comes first. */
  readonly entries: readonly DiaryEntry[];
  /** Warnings, each once: a table that has run out, a clock that cannot be right. */
  readonly issues: readonly Issue[];
}

export interface DiaryContext {
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  readonly lists: CodeLists;
  /** In place of those that ship. */
  readonly limits?: TimeLimits;
  readonly triggers?: readonly Trigger[];
  readonly retention?: RetentionRules;
  /** Whose diary it is: cases that a colleague has accepted are left out of it. Absent: everybody's. */
  readonly officer?: RecordId;
}

/** @param records - all that an officer works on; what is not handed over is not looked for */
export function diary(records: readonly StoredRecord[], given: DiaryContext): Diary {
  const { today, calendar, lists, limits = gatherTimeLimits(), triggers = [], officer } = given;
  const context: DueContext = {
    today,
    lists,
    limits,
    retention: given.retention ?? gatherRetention(),
    ...(officer === undefined ? {} : { officer }),
    ...countedOnce(limits, calendar),
    ...linksOf(records),
  };
  const issues = new Map<string, Issue>();
  const entries: DiaryEntry[] = [];
  const add = (record: StoredRecord, due: Due, about: RecordId | undefined, by = ''): void => {
    for (const issue of due.by.issues)
      issues.set(issue.code + issue.message, { ...issue, severity: 'warning' });
    entries.push(entryOf(record, due, about, by, today));
  };
  const isMine = mineIn(context);
  const rests = restingIn(context);
  const watched = triggerKinds(triggers);
  const subjects = new Set<RecordId>();
  for (const record of records) {
    const about = subjectOf(record, context);
    if (record.kind !== 'colleagueRequest' && !isMine(about)) continue;
    for (const due of dueOf(record, context)) {
      if (!rests(due, record, about)) add(record, due, about);
    }
    if (about !== undefined && watched.has(record.kind)) subjects.add(about);
  }
  for (const id of subjects) {
    const subject = context.find('subject', id);
    if (!subject) continue;
    for (const { trigger, due } of triggeredBy(id, triggers, context))
      add(subject, due, id, trigger.id);
  }
  for (const issue of clockIssues(records, today)) issues.set(issue.code, issue);
  return { entries: sorted(entries), issues: [...issues.values()] };
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
function restingIn(
  context: DueContext,
): (due: Due, record: StoredRecord, about: RecordId | undefined) => boolean {
  const closed = new Map<RecordId, string>();
  return ({ act }, { updatedAt }, about) => {
    if (about === undefined || !RESTING.has(act)) return false;
    const at =
      closed.get(about) ??
      closedBy(context.naming('decision', 'subjectId', about))?.createdAt ??
      '';
    closed.set(about, at);
    return updatedAt <= at;
  };
}

/** Whether the case is not with a colleague who accepted it. */
function mineIn(context: DueContext): (about: RecordId | undefined) => boolean {
  const { officer } = context;
  return (about) => {
    if (officer === undefined || about === undefined) return true;
    const holder = caseHolder(context.naming('colleagueRequest', 'subjectId', about));
    return holder === undefined || holder === officer;
  };
}

function dueOf<K extends RecordKind>(record: StoredRecord<K>, context: DueContext): readonly Due[] {
  const due: DueOf<K> | 'nothing' = DUE[record.kind];
  return due === 'nothing' ? [] : due(record, context);
}

function subjectOf({ value }: StoredRecord, { find }: DueContext): RecordId | undefined {
  if ('subjectId' in value && value.subjectId !== undefined) return value.subjectId;
  const referral = 'referralId' in value ? find('referral', value.referralId) : undefined;
  return referral?.value.subjectId;
}

function entryOf(
  { kind, id }: StoredRecord,
  { act, by, why, isUrgent }: Due,
  about: RecordId | undefined,
  trigger: string,
  today: PlainDate,
): DiaryEntry {
  const [issue] = by.issues;
  return {
    id: [id, act, trigger].filter(Boolean).join(':'),
    act,
    what: DUE_ACTS[act],
    kind,
    record: id,
    ...(about === undefined ? {} : { about }),
    why: by.ok || !issue ? why : `${why} ${issue.message}`,
    ...(by.ok ? { by: by.value } : {}),
    state: by.ok ? stateOf(by.value, today) : 'due',
    isUrgent: isUrgent === true,
  };
}

function stateOf(by: PlainDate, today: PlainDate): DiaryState {
  if (by < today) return 'overdue';
  return by === today ? 'due' : 'coming';
}

const STATE_ORDER: Readonly<Record<DiaryState, string>> = { overdue: '0', due: '1', coming: '2' };

/** By code unit. No two entries have one id, so none are equal. */
function sorted(entries: readonly DiaryEntry[]): readonly DiaryEntry[] {
  const keyed = entries.map((entry) => ({ entry, key: keyOf(entry) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.map(({ entry }) => entry);
}

function keyOf({ isUrgent, state, by, act, id }: DiaryEntry): string {
  return [isUrgent ? '0' : '1', STATE_ORDER[state], by ?? '', act, id].join(' ');
}

/** Longer than a summer, or an illness; shorter than the year that a wrong clock is out by. */
const MOST_DAYS_AWAY = 300;

/** What is due hangs on the clock of this computer, so a clock that cannot be right is told. */
export function clockIssues(records: readonly StoredRecord[], today: PlainDate): readonly Issue[] {
  let latest = '';
  for (const { updatedAt } of records) if (updatedAt > latest) latest = updatedAt;
  if (latest === '') return [];
  const saved = latest.slice(0, 10) as PlainDate;
  const [behind, ahead] = [addDays(saved, -1), addDays(saved, MOST_DAYS_AWAY)];
  if (today >= behind && today <= ahead) return [];
  const words = `This computer says that it is ${writtenDate(today)}, but the last save is of ${writtenDate(saved)}`;
  return [
    {
      code: today < behind ? 'clock-behind' : 'clock-ahead',
      severity: 'warning',
      message: `${words}. Check its date before you rely on what is due.`,
    },
  ];
}
