/** The law of closing a safeguarding concern, on every save: what the act asks first, no other save goes round. */
import type { CodeLists } from '../../codes/code-list.js';
import { civilDay } from '../../shared/civil-day.js';
import type { Issue } from '../../shared/issue.js';
import type { Instant, PlainDate } from '../../shared/primitives.js';
import type { SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
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
