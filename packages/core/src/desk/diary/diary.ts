/**
 * The diary: entries overdue, due and coming, worked out from the given records each time. None of it is stored. Each
 * kind of record names the things it makes due; a kind without a row here does not compile.
 */

import { caseHolder, closedBy } from '../../casework/act/case-state.js';
import {
  countedOnce,
  type Due,
  type DueAct,
  type DueContext,
  type DueOf,
} from '../../casework/act/due.js';
import type { WorkingCalendar } from '../../casework/rules/calendar.js';
import { gatherMonitoring, type MonitoringRules } from '../../casework/rules/monitoring-rules.js';
import { gatherRetention, type RetentionRules } from '../../casework/rules/retention-rules.js';
import { gatherTimeLimits, type TimeLimits } from '../../casework/rules/time-limit.js';
import type { Trigger } from '../../casework/rules/trigger.js';
import type { CodeLists } from '../../codes/code-list.js';
import type { RecordKind } from '../../record/kind.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { KINDS } from '../kinds.js';
import type { Diary, DiaryState } from './diary-entry.js';
import { type DiaryFold, foldDiary, subjectOf } from './diary-fold.js';

export interface DiaryContext {
  readonly today: PlainDate;
  readonly calendar: WorkingCalendar;
  readonly lists: CodeLists;
  /** Replaces the limits that ship. */
  readonly limits?: TimeLimits;
  readonly triggers?: readonly Trigger[];
  readonly retention?: RetentionRules;
  readonly monitoring?: MonitoringRules;
  /** The officer whose diary it is: cases that a colleague has accepted are left out. Absent: everybody's. */
  readonly officer?: RecordId;
}

/**
 * Lists the entries overdue, due and coming on a day, each with its reason.
 *
 * @param records - everything that an officer works on; no other record is looked up
 */
export function diary(
  records: readonly StoredRecord[],
  { today, ...context }: DiaryContext,
): Diary {
  return livingDiary(records, context).read(today);
}

/** The same diary, updated as records change: each reading costs only the changes since the last one. */
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

/** Counts the entries in each state, and reveals nothing else. */
export function diaryCounts({ entries }: Diary): Readonly<Record<DiaryState, number>> {
  const counts = { overdue: 0, due: 0, coming: 0 };
  for (const { state } of entries) counts[state] += 1;
  return counts;
}

/** Acts that pause while a case is closed, and are due again once it is opened. */
const RESTING: ReadonlySet<DueAct> = new Set(['make-first-contact', 'follow-up', 'assess-again']);

/** True if it is paused, because the case was closed after the record's last change. */
function isResting(
  { act }: Due,
  { updatedAt }: StoredRecord,
  about: RecordId | undefined,
  { naming }: DueContext,
): boolean {
  if (about === undefined || !RESTING.has(act)) return false;
  return updatedAt <= (closedBy(naming('decision', 'subjectId', about))?.createdAt ?? '');
}

/** True unless a colleague has accepted the case. */
function isMine(about: RecordId | undefined, { officer, naming }: DueContext): boolean {
  if (officer === undefined || about === undefined) return true;
  const holder = caseHolder(naming('colleagueRequest', 'subjectId', about));
  return holder === undefined || holder === officer;
}

function dueOf<K extends RecordKind>(record: StoredRecord<K>, context: DueContext): readonly Due[] {
  const made: DueOf<K> | 'nothing' = KINDS[record.kind].due;
  const dues = made === 'nothing' ? [] : made(record, context);
  // Most records make nothing due, so their subject is not looked up.
  if (dues.length === 0) return dues;
  const about = subjectOf(record, context);
  if (record.kind !== 'colleagueRequest' && !isMine(about, context)) return [];
  return dues.filter((due) => !isResting(due, record, about, context));
}
