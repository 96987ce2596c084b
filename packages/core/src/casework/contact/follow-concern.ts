/** Close a safeguarding concern, or name its subject. The first account stays unchanged. */
import type { CodeLists } from '../../codes/code-list.js';
import { checkRecord } from '../../record/check.js';
import { CRIME_OPEN, isConcernTold } from '../../record/safeguarding-concern.js';
import { civilDay } from '../../shared/civil-day.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { futureIssues, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';
import { CONCERN_CLOSED } from './add-to-concern.js';
import { changedConcern } from './changed-concern.js';
import { acknowledgementAwaited, crimeOwedSince } from './concern-clock.js';
import type { ConcernAsStored } from './concern-entries.js';

type Concern = StoredRecord<'safeguardingConcern'>;

export interface ConcernClosure {
  /** Absent: today. */
  readonly closedOn?: PlainDate | undefined;
  readonly closedWhy?: string | undefined;
}

/**
 * Lists what has to be done before the concern can be closed: somebody told, an acknowledgement or an escalation, the
 * reference of a crime. A form says it before it asks anything.
 */
export function beforeConcernCloses(concern: ConcernAsStored, lists: CodeLists): readonly Issue[] {
  if (concern.value.closedOn !== undefined) return [CONCERN_CLOSED];
  if (!isConcernTold(concern.value)) return [NOBODY_TOLD];
  const awaited = acknowledgementAwaited(concern, lists);
  return [
    ...(awaited && awaited.escalatedAt === undefined ? [UNACKNOWLEDGED] : []),
    ...(crimeOwedSince(concern) === undefined ? [] : [CRIME]),
  ];
}

/** Closes the concern: only once nothing has to be done before, and with a reason. */
export function closeConcern(
  concern: Concern,
  { closedOn, closedWhy }: ConcernClosure,
  context: Pick<CaseContext, 'host' | 'lists'>,
): Result<CaseCommit> {
  const { value, createdAt } = concern;
  const open = beforeConcernCloses(concern, context.lists);
  if (open.length > 0) return failed(...open);
  const on = closedOn ?? context.host.clock.today();
  if (!closedWhy?.trim()) return failed(WHY_MISSING);
  const checked = checkRecord('safeguardingConcern', { ...value, closedOn: on, closedWhy });
  if (!checked.ok) return checked;
  const issues: readonly Issue[] = [
    ...futureIssues('The date it was closed', on, 'closedOn', context),
    ...(on < civilDay(createdAt) ? [CLOSED_TOO_EARLY] : []),
  ];
  return unless(issues, () => changedConcern(concern, checked.value, ['closedOn', 'closedWhy']));
}

/** Names the subject of a concern that was raised about nobody. One that already names somebody keeps them. */
export function nameConcern(
  concern: Concern,
  subject: StoredRecord<'subject'> | undefined,
): Result<CaseCommit> {
  if (concern.value.subjectId !== undefined) return failed(NAMED_ALREADY);
  if (!subject) return failed(WHOM_MISSING);
  const named = { ...concern.value, subjectId: subject.id };
  return unless([], () => changedConcern(concern, named, ['subjectId']));
}

const NOBODY_TOLD = issueOf(
  'nobody-told',
  'closedOn',
  'Nobody is recorded as told about this concern. Say who was told before you close it.',
);
const UNACKNOWLEDGED = issueOf(
  'concern-unacknowledged',
  'closedOn',
  'Children’s services have not acknowledged this concern. Say that they have, or escalate it, before you close it.',
);
const CRIME = issueOf('crime-open', 'closedOn', CRIME_OPEN);
const WHY_MISSING = issueOf('missing', 'closedWhy', 'Enter why it is closed');
export const CLOSED_TOO_EARLY = issueOf(
  'date-out-of-order',
  'closedOn',
  'The date it was closed must be on or after the day it was raised',
);
const NAMED_ALREADY = issueOf(
  'concern-named',
  'subjectId',
  'This concern already says who it is about. Record another concern about somebody else.',
);
const WHOM_MISSING = issueOf('missing', 'subjectId', 'Select who the concern is about');
