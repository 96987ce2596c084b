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
  const touched = changes.flatMap(({ kind, record, parents, set }) => {
    const corrected: unknown = Reflect.get(set, 'corrects');
    if (parents.length > 0) return [{ kind, id: record }];
    return typeof corrected === 'string'
      ? [
          { kind, id: record },
          { kind, id: corrected as RecordId },
        ]
      : [];
  });
  if (touched.length === 0) return undefined;
  const held = await Promise.all(touched.map(({ kind, id }) => store.get(kind, id)));
  const records = held.filter((each): each is StoredRecord => each !== undefined);
  const found = await findRecipients(store, records, await store.query('correctionNotice'));
  const owed = found.find(({ isNoted }) => !isNoted);
  const about = records.find(({ id }) => id === owed?.record);
  return about && subjectOf(about);
}

function subjectOf({ kind, id, value }: StoredRecord): RecordId | undefined {
  if (kind === 'subject') return id;
  return 'subjectId' in value ? value.subjectId : undefined;
}
