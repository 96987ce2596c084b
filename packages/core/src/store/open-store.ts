/** A record store over any batch log: every rule of the port is kept once, for every implementation. */
import type { CodeLists } from '../codes/code-list.js';
import { PreventError } from '../shared/errors.js';
import type { Host } from '../shared/host.js';
import type { BatchLog, Signer, Verify } from './batch-log.js';
import { type ChainHead, verifyChain } from './chain.js';
import { deepFreeze } from './freeze.js';
import { Ledger } from './ledger.js';
import { LogStore } from './log-store.js';
import type { RecordStore } from './port.js';
import type { Batch } from './revision.js';
import { asStoreError } from './trouble.js';

export interface StoreOptions {
  readonly log: BatchLog;
  readonly signer: Signer;
  readonly host: Host;
  /** Without it signatures are not checked when the log is loaded; links and contents always are. */
  readonly verify?: Verify;
  /** When handed over, reasons must be codes of the list `reason` in force on the day. */
  readonly lists?: CodeLists;
  /** A head that was kept apart from the log: nothing else shows that the log's end was cut off. */
  readonly expect?: ChainHead;
}

/**
 * Loads the log, proves the chain, and folds it. A disposal that was logged but not finished is finished here.
 *
 * Trouble in the log: a `PreventError` is passed on as it is; a full disk becomes `CP_STORE_FULL`, a refused signature
 * `CP_STORE_LOCKED`, anything else `CP_STORE_CLOSED` with its cause. Nothing was kept then, and the same store may be
 * tried again.
 *
 * @throws {PreventError} `CP_STORE_CHAIN_BROKEN` naming the first bad entry, or when the log is another device's
 */
export async function openStore(options: StoreOptions): Promise<RecordStore> {
  const { log, signer, host, verify, lists, expect } = options;
  const batches: Batch[] = [];
  try {
    for await (const batch of log.load()) batches.push(deepFreeze(batch));
  } catch (error) {
    throw asStoreError(error);
  }
  const chain = await verifyChain(batches, {
    digest: host.digest,
    ...(verify ? { verify } : {}),
    ...(expect ? { expect } : {}),
  });
  if (!chain.ok)
    throw new PreventError(
      'CP_STORE_CHAIN_BROKEN',
      chain.issues.map(({ message }) => message).join(' '),
      { cause: chain.issues },
    );
  const header = batches[0]?.header;
  if (header && (header.device !== signer.device || header.team !== signer.team))
    throw new PreventError(
      'CP_STORE_CHAIN_BROKEN',
      'This log was written by another device. Open it there, or restore it here as a backup.',
    );
  const ledger = new Ledger({ log, signer, host }, batches, chain.value);
  // An officer must get to the records though an old disposal cannot be finished now: what it named stays out of sight.
  await ledger.erase().catch(() => undefined);
  return new LogStore({ log, signer, host, ...(lists ? { lists } : {}) }, ledger);
}
