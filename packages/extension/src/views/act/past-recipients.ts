/** Who was given what has been corrected since, from the log and from what each record said. */
import {
  type Change,
  type PastRecipient,
  pastRecipients,
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

/** Whether somebody is to be told of what was just saved. What is new corrects nothing. */
export async function callsForNotice(store: Source, changes: readonly Change[]): Promise<boolean> {
  const corrected = changes.filter(({ parents }) => parents.length > 0);
  if (corrected.length === 0) return false;
  const held = await Promise.all(corrected.map(({ kind, record }) => store.get(kind, record)));
  const records = held.filter((each): each is StoredRecord => each !== undefined);
  const found = await findRecipients(store, records, await store.query('correctionNotice'));
  return found.some(({ isNoted }) => !isNoted);
}
