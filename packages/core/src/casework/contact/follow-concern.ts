/** Follow up a concern: add to it, name its subject, review it and close it. The first account stays unchanged. */
import { checkRecord } from '../../record/check.js';
import {
  type ConcernAddition,
  isConcernTold,
  type SafeguardingConcern,
} from '../../record/safeguarding-concern.js';
import { failed, type Issue, type Result } from '../../shared/issue.js';
import type { PlainDate } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit, CaseContext } from '../act/context.js';
import { futureIssues, setsOf, unless } from '../act/entry.js';
import { issueOf } from '../act/issue-of.js';

type Concern = StoredRecord<'safeguardingConcern'>;

export type ConcernAdditionInput = {
  readonly [F in keyof Omit<ConcernAddition, 'addedAt'>]?: ConcernAddition[F] | undefined;
} & {
  /** Postpones the review to that day. */
  readonly reviewOn?: PlainDate | undefined;
};

/** Adds new information: a reference, somebody else who was informed, later events. */
export function addToConcern(
  concern: Concern,
  { reviewOn, ...input }: ConcernAdditionInput,
  { host }: Pick<CaseContext, 'host'>,
): Result<CaseCommit> {
  if (concern.value.closedOn !== undefined) return failed(CLOSED);
  const told = input.told?.filter((code) => code !== 'nobody-yet');
  const said = Object.fromEntries(
    Object.entries({ ...input, told }).filter(([, value]) => isSaid(value)),
  );
  if (Object.keys(said).length === 0) return failed(NOTHING_ADDED);
  const now = host.clock.now();
  const when = 'told' in said && !('toldAt' in said) ? { toldAt: now } : {};
  const additions = [...(concern.value.additions ?? []), { addedAt: now, ...said, ...when }];
  const checked = checkRecord('safeguardingConcern', {
    ...concern.value,
    additions,
    ...(reviewOn === undefined ? {} : { reviewOn }),
  });
  if (!checked.ok) return failed(...checked.issues.map(atOwnField));
  const issues: readonly Issue[] = [
    ...(input.toldAt !== undefined && input.toldAt > now ? [TOLD_IN_FUTURE] : []),
    ...(reviewOn !== undefined && reviewOn <= host.clock.today() ? [REVIEW_TOO_EARLY] : []),
    ...(input.riskNow === 'immediate' && !input.told?.includes('emergency-services')
      ? [CALL_NOW]
      : []),
  ];
  return unless(issues, () => changed(concern, checked.value, ['additions', 'reviewOn']));
}

export interface ConcernClosure {
  /** Absent: today. */
  readonly closedOn?: PlainDate | undefined;
  readonly closedWhy?: string | undefined;
}

/** Closes the concern: only once somebody was informed, and with a reason. */
export function closeConcern(
  concern: Concern,
  { closedOn, closedWhy }: ConcernClosure,
  context: Pick<CaseContext, 'host' | 'lists'>,
): Result<CaseCommit> {
  const { value, createdAt } = concern;
  if (value.closedOn !== undefined) return failed(CLOSED);
  if (!isConcernTold(value)) return failed(NOBODY_TOLD);
  const on = closedOn ?? context.host.clock.today();
  if (!closedWhy?.trim()) return failed(WHY_MISSING);
  const checked = checkRecord('safeguardingConcern', { ...value, closedOn: on, closedWhy });
  if (!checked.ok) return checked;
  const issues: readonly Issue[] = [
    ...futureIssues('The date it was closed', on, 'closedOn', context),
    ...(on < createdAt.slice(0, 10) ? [CLOSED_TOO_EARLY] : []),
  ];
  return unless(issues, () => changed(concern, checked.value, ['closedOn', 'closedWhy']));
}

/** Names the subject of a concern that was raised about nobody. One that already names somebody keeps them. */
export function nameConcern(
  concern: Concern,
  subject: StoredRecord<'subject'> | undefined,
): Result<CaseCommit> {
  if (concern.value.subjectId !== undefined) return failed(NAMED_ALREADY);
  if (!subject) return failed(WHOM_MISSING);
  return unless([], () =>
    changed(concern, { ...concern.value, subjectId: subject.id }, ['subjectId']),
  );
}

function changed(
  concern: Concern,
  value: SafeguardingConcern,
  names: readonly (keyof SafeguardingConcern)[],
): CaseCommit {
  const set: Partial<Record<keyof SafeguardingConcern, unknown>> = Object.fromEntries(
    names.map((name) => [name, value[name]]),
  );
  return { commit: { changes: [setsOf(concern, set)], reason: 'safeguarding' }, id: concern.id };
}

function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'string' && value.trim() !== '';
}

/** Places an issue at the field of the addition: the form knows nothing of its place in the list. */
function atOwnField(issue: Issue): Issue {
  return issue.at === undefined
    ? issue
    : { ...issue, at: issue.at.replace(/^additions\W\d+\W+/, '') };
}

const CLOSED = issueOf(
  'concern-closed',
  'what',
  'This concern is closed. If there is a new worry, record another concern.',
);
const NOTHING_ADDED = issueOf(
  'missing',
  'what',
  'Enter what has happened since, a reference, or who else has been told',
);
const TOLD_IN_FUTURE = issueOf(
  'date-in-future',
  'toldAt',
  'When they were told must be now or in the past',
);
const REVIEW_TOO_EARLY = issueOf(
  'date-out-of-order',
  'reviewOn',
  'The next review must be after today',
);
const CALL_NOW = issueOf(
  'still-to-do',
  'told',
  'Call 999 now, then record that you did',
  'warning',
);
const NOBODY_TOLD = issueOf(
  'nobody-told',
  'closedOn',
  'Nobody has been told of this concern. Tell somebody before it is closed.',
);
const WHY_MISSING = issueOf('missing', 'closedWhy', 'Enter why it is closed');
const CLOSED_TOO_EARLY = issueOf(
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
