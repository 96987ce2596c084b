/** Puts acts on packs and their keys on the log: the keeper alone says that one was done. */
import { type Commit, type PackLogged, PreventError, type RecordStore } from '@cyber-prevent/core';

/** The code of the list `reason` under which they are logged. */
const REASON = 'definitions';
/** Names what they touch: no field of a record. */
const FIELDS = ['definitions'] as const;

interface Logging {
  write(request: string, change: (store: RecordStore) => Promise<void>): Promise<void>;
  /** Undefined unless something was saved under the request before. */
  receiptOf(request: string): Promise<unknown>;
}

/** Logs the act, unless it was logged under this request before. */
export async function logPackAct(
  { write, receiptOf }: Logging,
  request: string,
  act: PackLogged,
): Promise<void> {
  await write(request, async (store) => {
    if (await receiptOf(request)) return;
    const entry = { records: [], fields: FIELDS, reason: REASON, pack: act };
    await store.commit({
      changes: [],
      reason: REASON,
      audit: [{ action: 'alteration', ...entry }],
    });
  });
}

/** @throws {PreventError} `CP_RECORD_INVALID` when a page’s save says that a pack was taken in, or anything like it */
export function refuseSaidActs({ audit = [] }: Pick<Commit, 'audit'>): void {
  if (audit.some(({ pack }) => pack !== undefined))
    throw new PreventError('CP_RECORD_INVALID', 'A save is not an act on a definition pack.');
}
