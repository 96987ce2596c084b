/** Finds people who were given a value corrected since, by the places of both in the logs. */
import {
  type Change,
  type PastRecipient,
  pastRecipients,
  type RecordId,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';

type Source = Pick<RecordStore, 'get' | 'query' | 'trail'>;

export async function findRecipients(
  store: Pick<Source, 'trail'>,
  records: readonly StoredRecord[],
  notices: readonly StoredRecord<'correctionNotice'>[],
): Promise<readonly PastRecipient[]> {
  const ids = new Set([...records, ...notices].map(({ id }) => id));
  return pastRecipients(records, await store.trail([...ids]), notices);
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
