/** The law of ending a safeguarding concern, on every save: what the act asks first, no other save goes round. */
import type { CodeLists } from '../../codes/code-list.js';
import { civilDay } from '../../shared/civil-day.js';
import type { Issue } from '../../shared/issue.js';
import type { Instant, PlainDate, RecordId } from '../../shared/primitives.js';
import type { SaidOfSave, SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { issueOf } from '../act/issue-of.js';
import { beforeConcernCloses, CLOSED_TOO_EARLY } from './follow-concern.js';

type Concern = StoredRecord<'safeguardingConcern'>;

/** Asks the same of a concern that is closed in the save that records it. */
export function closingIssues(
  { kind, before, after }: SavedRecord,
  lists: CodeLists,
  today: PlainDate,
): readonly Issue[] {
  if (kind !== 'safeguardingConcern' || !after) return [];
  const held = before as Concern | undefined;
  const { closedOn, ...value } = after as Concern['value'];
  if (closedOn === undefined || held?.value.closedOn !== undefined) return [];
  const createdAt = held?.createdAt ?? (`${today}T12:00:00.000Z` as Instant);
  return [
    ...beforeConcernCloses({ value, createdAt }, lists),
    ...(closedOn < civilDay(createdAt) ? [CLOSED_TOO_EARLY] : []),
  ];
}

/**
 * Refuses to withdraw a concern. Only the officer who raised it may undo that, on the same day and while nothing was
 * added: a concern raised on the wrong person does not stay with them.
 *
 * @param officer - the officer who saves; absent if the law is asked for nobody in particular
 */
export function withdrawalIssues(
  { kind, before, after }: SavedRecord,
  { reason }: Pick<SaidOfSave, 'reason'>,
  today: PlainDate,
  officer: RecordId | undefined,
): readonly Issue[] {
  if (kind !== 'safeguardingConcern' || !before || after) return [];
  const { createdAt, updatedAt, updatedBy, heads } = before;
  const isAsRaised = heads.length === 1 && createdAt === updatedAt;
  const isOwn = officer === undefined || officer === updatedBy;
  const isUndo = reason === 'undo' && civilDay(createdAt) === today;
  return isUndo && isAsRaised && isOwn ? [] : [CONCERN_WITHDRAWN];
}

const CONCERN_WITHDRAWN = issueOf(
  'concern-withdrawn',
  'closedOn',
  'A safeguarding concern is not withdrawn. Close it with a reason instead.',
);
