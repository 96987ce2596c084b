/** The law of closing a safeguarding concern, on every save: what the act asks first, no other save goes round. */
import type { CodeLists } from '../../codes/code-list.js';
import type { Issue } from '../../shared/issue.js';
import type { SavedRecord } from '../../store/log/gate.js';
import type { StoredRecord } from '../../store/log/port.js';
import { beforeConcernCloses } from './follow-concern.js';

type Concern = StoredRecord<'safeguardingConcern'>;

export function closingIssues(
  { kind, before, after }: SavedRecord,
  lists: CodeLists,
): readonly Issue[] {
  if (kind !== 'safeguardingConcern' || !before || !after) return [];
  const { value, createdAt } = before as Concern;
  const { closedOn, ...next } = after as Concern['value'];
  if (closedOn === undefined || value.closedOn !== undefined) return [];
  return beforeConcernCloses({ value: next, createdAt }, lists);
}
