/** Finds people who were given a value corrected since, from the log and from each record. */
import {
  type Change,
  type PastRecipient,
  pastRecipients,
  type RecordId,
  type RecordStore,
  type Revision,
  type StoredRecord,
} from '@cyber-prevent/core';

type Source = Pick<RecordStore, 'get' | 'query' | 'history' | 'audit'>;

export async function findRecipients(
  store: Pick<Source, 'history' | 'audit'>,
  records: readonly StoredRecord[],
  notices: readonly StoredRecord<'correctionNotice'>[],
): Promise<readonly PastRecipient[]> {
  const histories = new Map<string, readonly Revision[]>();
  for (const { id } of records) histories.set(id, await store.history(id));
  const audit = await store.audit();
  return pastRecipients(records, audit, (id) => histories.get(id) ?? [], notices);
}

/**
 * The subject whose data was just corrected after being given away, so that a notice is owed: the save changes a
 * record, or says that it corrects one. A new record that corrects nothing needs no notice.
 */
export async function owesNotice(
  store: Source,
  changes: readonly Change[],
): Promise<RecordId | undefined> {
  const touched = changes.filter(
    ({ parents, set }) => parents.length > 0 || typeof Reflect.get(set, 'corrects') === 'string',
  );
  if (touched.length === 0) return undefined;
  const found = new Map<RecordId, StoredRecord>();
  for (const { kind, record } of touched) {
    // Back to the first: what was given may be corrected by a correction of its correction.
    for (let id: unknown = record; typeof id === 'string' && !found.has(id as RecordId); ) {
      const held: StoredRecord | undefined = await store.get(kind, id as RecordId);
      if (!held) break;
      found.set(held.id, held);
      id = Reflect.get(held.value, 'corrects');
    }
  }
  const records = [...found.values()];
  const recipients = await findRecipients(store, records, await store.query('correctionNotice'));
  const owed = recipients.find(({ isNoted }) => !isNoted);
  const about = records.find(({ id }) => id === owed?.record);
  return about && subjectOf(about);
}

function subjectOf({ kind, id, value }: StoredRecord): RecordId | undefined {
  if (kind === 'subject') return id;
  return 'subjectId' in value ? value.subjectId : undefined;
}
