/** The records of one subject among others: nothing of anyone else gets into an overview. */
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';

/** Returns the subject's own records of a kind, in the order recorded. */
export type OwnRecords = <K extends RecordKind>(kind: K) => readonly StoredRecord<K>[];

/** Keeps the records that name the subject; a record that names somebody else, or nobody, is not theirs. */
export function ownRecords(records: readonly StoredRecord[], subjectId: RecordId): OwnRecords {
  const own = records
    .filter(({ value }) => 'subjectId' in value && value.subjectId === subjectId)
    .toSorted((a, b) => order(`${a.createdAt} ${a.id}`, `${b.createdAt} ${b.id}`));
  return <K extends RecordKind>(kind: K) =>
    own.filter((record): record is StoredRecord<K> => record.kind === kind);
}

/** Compares by code unit: dates and instants in ISO form sort as text. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The last by that day; of those on one day, the one recorded last. */
export function latestBy<K extends RecordKind>(
  records: readonly StoredRecord<K>[],
  dayOf: (record: StoredRecord<K>) => string,
): StoredRecord<K> | undefined {
  return records.reduce<StoredRecord<K> | undefined>(
    (latest, each) => (latest && dayOf(latest) > dayOf(each) ? latest : each),
    undefined,
  );
}
