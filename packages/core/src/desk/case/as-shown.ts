/** Records as the age of their person lets them be shown: of a child under ten, nothing that makes them a suspect. */
import type { ShownOf } from '../../casework/act/kind-row.js';
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { KINDS } from '../kinds.js';

/** @param records - with the people whom they are about */
export function asShown(records: readonly StoredRecord[]): readonly StoredRecord[] {
  const people = new Map<RecordId, StoredRecord<'subject'>>();
  for (const record of records) if (isSubject(record)) people.set(record.id, record);
  return records.map((record) => {
    const id: unknown = Reflect.get(record.value, 'subjectId');
    return shownRecord(record, people.get(id as RecordId));
  });
}

function shownRecord<K extends RecordKind>(
  record: StoredRecord<K>,
  subject: StoredRecord<'subject'> | undefined,
): StoredRecord<K> {
  const shown: ShownOf<K> | undefined = KINDS[record.kind].shown;
  return shown ? shown(record, subject) : record;
}

function isSubject(record: StoredRecord): record is StoredRecord<'subject'> {
  return record.kind === 'subject';
}
