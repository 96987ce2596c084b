/** Events of a record, read by its area. A kind without a row does not compile, so none is forgotten. */
import type { HappenedOf, TimelineEvent } from '../../casework/act/happened.js';
import { type CodeLists, codeDone } from '../../codes/code-list.js';
import type { RecordKind } from '../../record/kind.js';
import { civilDay } from '../../shared/civil-day.js';
import type { StoredRecord } from '../../store/log/port.js';
import { KINDS } from '../kinds.js';

export function eventsOf<K extends RecordKind>(
  record: StoredRecord<K>,
  lists: CodeLists,
): readonly TimelineEvent[] {
  const events: HappenedOf<K> | 'no-day' = KINDS[record.kind].happened;
  if (events === 'no-day') return [];
  // A code was chosen from the list of the day on which the record was made.
  return events(record, (list, code) => codeDone(lists, list, code, civilDay(record.createdAt)));
}
