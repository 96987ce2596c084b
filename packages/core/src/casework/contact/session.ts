/**
 * Arrange a session, and record the attendance afterwards. A young person who missed it for a good reason is
 * distinguished from one who would not come.
 */
import { writtenDate } from '../../shared/dates.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate, RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext, Input } from '../act/context.js';
import { type DueOf, dueOn } from '../act/due.js';
import { entryOf, makes, setsOf, unless } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';

export type SessionInput = Omit<
  Input<'session'>,
  'subjectId' | 'attendance' | 'whyNot' | 'interventionId'
>;

export interface SessionContext extends CaseContext {
  readonly subject: StoredRecord<'subject'> | undefined;
  /** Objectives of the subject; others may be among them. */
  readonly records: readonly StoredRecord[];
}

/**
 * Arranges a session with a subject.
 *
 * @throws {PreventError} `CP_CODE_LIST_UNKNOWN` when a list that a session draws from was not handed over
 */
export function arrangeSession(input: SessionInput, context: SessionContext): Result<CaseCommit> {
  const { subject, records } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const checked = entryOf(
    'session',
    { ...input, subjectId: subject.id },
    context,
    input.arrangedFor,
  );
  if (!checked.ok) return checked;
  const { value } = checked;
  const objective = records.find(({ id }) => id === value.objectiveId);
  const issues: Issue[] = [];
  if (value.objectiveId !== undefined && !isOf(objective, subject.id))
    issues.push(OBJECTIVE_UNKNOWN);
  else if (objective && 'result' in objective.value && objective.value.result !== undefined)
    issues.push(OBJECTIVE_CLOSED);
  return unless(issues, () => ({
    commit: { changes: [makes('session', value)], reason: 'case-work' },
    id: value.id,
  }));
}

export interface Attendance {
  readonly attendance?: string | undefined;
  readonly whyNot?: string | undefined;
  /** The contact that was logged for it. */
  readonly interventionId?: RecordId | undefined;
  /** Arranges the next one of the same kind for that day. */
  readonly nextFor?: PlainDate | undefined;
}

/** Records the attendance. Before the day, a session can only be cancelled or excused. */
export function noteAttendance(
  session: StoredRecord<'session'>,
  { nextFor, ...said }: Attendance,
  context: CaseContext,
): Result<CaseCommit> {
  const { host } = context;
  const { attendance } = said;
  const isAhead = session.value.arrangedFor > host.clock.today();
  if (attendance === undefined) return failed(isAhead ? WHY_OFF_MISSING : ATTENDANCE_MISSING);
  const whyNot = said.whyNot?.trim() ? said.whyNot : undefined;
  const came = CAME.has(attendance);
  const set = { attendance, whyNot, interventionId: came ? said.interventionId : undefined };
  const checked = entryOf(
    'session',
    { ...session.value, ...set },
    context,
    undefined,
    session.value,
  );
  if (!checked.ok) return checked;
  const { subjectId, objectiveId, kind, place, arrangedFor } = session.value;
  const next =
    nextFor === undefined
      ? undefined
      : entryOf(
          'session',
          { subjectId, objectiveId, kind, place, arrangedFor: nextFor },
          context,
          nextFor,
        );
  // The form calls it the next session.
  if (next && !next.ok)
    return failed(
      ...next.issues.map((each) => (each.at === 'arrangedFor' ? { ...each, at: 'nextFor' } : each)),
    );
  const issues: Issue[] = [];
  if (!isAttendanceSayable(attendance, arrangedFor, host.clock.today()))
    issues.push(notYet(arrangedFor));
  if (WHY_ASKED.has(attendance) && whyNot === undefined)
    issues.push(isAhead ? WHY_AWAY_MISSING : WHY_NOT_MISSING);
  if (nextFor !== undefined && nextFor <= host.clock.today() && nextFor <= arrangedFor)
    issues.push(NEXT_TOO_EARLY);
  return unless(issues, () => ({
    commit: {
      changes: [setsOf(session, set), ...(next ? [makes('session', next.value)] : [])],
      reason: 'case-work',
    },
    id: session.id,
  }));
}

/**
 * True if that attendance may be recorded on that day.
 *
 * @param attendance - a code of `attendance`
 */
export function isAttendanceSayable(
  attendance: string,
  arrangedFor: PlainDate,
  today: PlainDate,
): boolean {
  return arrangedFor <= today || SAID_BEFORE.has(attendance);
}

/** Due on its day, until the attendance is recorded. */
export const sessionDue: DueOf<'session'> = ({ value }) =>
  value.attendance === undefined
    ? [dueOn('hold-session', value.arrangedFor, `A session is arranged for ${sessionWhen(value)}.`)]
    : [];

type Arranged = Pick<Input<'session'>, 'startsAt'> & { readonly arrangedFor: PlainDate };

/** The day of a session, with its time if one is arranged: “3 December 2026 at 16:00”. */
export function sessionWhen({ arrangedFor, startsAt }: Arranged): string {
  const date = writtenDate(arrangedFor);
  return startsAt === undefined ? date : `${date} at ${startsAt}`;
}

/** Sorts sessions by their day and time; those of a day without a time come first. */
export function sessionOrder(one: Arranged, other: Arranged): number {
  const [a, b] = [one, other].map(({ arrangedFor, startsAt = '' }) => `${arrangedFor} ${startsAt}`);
  if (a === undefined || b === undefined || a === b) return 0;
  return a < b ? -1 : 1;
}

const CAME: ReadonlySet<string> = new Set(['attended', 'attended-late']);
const SAID_BEFORE: ReadonlySet<string> = new Set(['cancelled-by-us', 'absent-acceptable']);
const WHY_ASKED: ReadonlySet<string> = new Set(['absent-acceptable', 'absent-unacceptable']);

function isOf(record: StoredRecord | undefined, subject: RecordId): boolean {
  return (
    record?.kind === 'objective' &&
    'subjectId' in record.value &&
    record.value.subjectId === subject
  );
}

function notYet(on: PlainDate): Issue {
  return {
    code: 'session-ahead',
    severity: 'error',
    message: `The session is on ${writtenDate(on)}. Say whether they came on that day or after it.`,
    at: 'attendance',
  };
}

const missing = (at: string, message: string): Issue => ({
  code: 'missing',
  severity: 'error',
  message,
  at,
});
const ATTENDANCE_MISSING = missing('attendance', 'Select whether they came');
const WHY_OFF_MISSING = missing('attendance', 'Select why it will not take place');
const WHY_NOT_MISSING = missing(
  'whyNot',
  'Enter why the young person did not come, as you were told',
);
const WHY_AWAY_MISSING = missing('whyNot', 'Enter why they cannot come, as you were told');

const NEXT_TOO_EARLY: Issue = {
  code: 'date-out-of-order',
  severity: 'error',
  message: 'The next session must be after this one',
  at: 'nextFor',
};

const OBJECTIVE_UNKNOWN: Issue = {
  code: 'objective-unknown',
  severity: 'error',
  message: 'This objective is not one of the subject’s. Choose the objective again.',
  at: 'objectiveId',
};

const OBJECTIVE_CLOSED: Issue = {
  code: 'objective-closed',
  severity: 'error',
  message: 'This objective is closed. Arrange the session without it, or for another one.',
  at: 'objectiveId',
};
