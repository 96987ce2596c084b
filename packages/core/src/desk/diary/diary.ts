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
  const made: DueOf<K> | 'nothing' = KINDS[record.kind].due;
  const dues = made === 'nothing' ? [] : made(record, context);
  // Most make nothing due: whose they are is not asked.
  if (dues.length === 0) return dues;
  const about = subjectOf(record, context);
  if (record.kind !== 'colleagueRequest' && !isMine(about, context)) return [];
  return dues.filter((due) => !isResting(due, record, about, context));
}
