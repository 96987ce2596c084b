/** A record store over any batch log: every rule of the port is kept once, for every implementation. */
import type { CodeLists } from '../codes/code-list.js';
import type { Host } from '../shared/host.js';
import type { BatchLog, Signer, Verify } from './batch-log.js';
import { CHAIN_START, type ChainHead, headerDigest, verifyChain } from './chain.js';
import { WorkingSet } from './fold.js';
import { deepFreeze } from './freeze.js';
import { Ledger, type LedgerStart } from './ledger.js';
import { LogStore } from './log-store.js';
import type { RecordStore } from './port.js';
import { ReadBack, refuseForeign } from './read-back.js';
import type { Batch } from './revision.js';
import { asStoreError, brokenChain } from './trouble.js';

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
 * Loads the log, proves the chain, and folds it: from the heads that the log keeps on, or from the first batch where it
 * keeps none, or none that belong to its chain. A disposal that was logged but not finished is finished here.
 *
 * Trouble in the log: a `PreventError` is passed on as it is; a full disk becomes `CP_STORE_FULL`, a refused signature
 * `CP_STORE_LOCKED`, anything else `CP_STORE_CLOSED` with its cause. Nothing was kept then, and the same store may be
 * tried again.
 *
 * @throws {PreventError} `CP_STORE_CHAIN_BROKEN` naming the first bad entry, or when the log is another device's
 */
export async function openStore(options: StoreOptions): Promise<RecordStore> {
  const ledger = (await carriedOn(options)) ?? (await opened(options));
  // An officer must get to the records though an old disposal cannot be finished now: what it named stays out of sight.
  await ledger.erase().catch(() => undefined);
  return new LogStore(options, ledger);
}

/** From heads; undefined when there are none that can be used, for whatever reason: the batches will tell. */
async function carriedOn(options: StoreOptions): Promise<Ledger | undefined> {
  const { log, host } = options;
  try {
    const heads = await log.heads?.load();
    if (heads === undefined || heads.end.seq === 0) return undefined;
    const { end, disposed } = heads;
    const [last] = await new ReadBack(options).at([end.seq]);
    if (!last || (await headerDigest(last.header, host.digest)) !== end.head) return undefined;
    const records = new WorkingSet();
    for await (const portion of heads.records) for (const head of portion) records.hold(head);
    return await opened(options, { end, disposed, records });
  } catch {
    return undefined;
  }
}

async function opened(options: StoreOptions, start?: LedgerStart): Promise<Ledger> {
  const { log, signer, host, verify, expect } = options;
  const from = start?.end ?? CHAIN_START;
  const batches: Batch[] = [];
  try {
    for await (const batch of log.load(from.seq)) batches.push(deepFreeze(batch));
  } catch (error) {
    throw asStoreError(error);
  }
  // A place that was noted before the heads says nothing more: their own end is in the log.
  const isAhead = expect !== undefined && expect.seq >= from.seq;
  const chain = await verifyChain(batches, {
    digest: host.digest,
    from,
    ...(verify ? { verify } : {}),
    ...(isAhead ? { expect } : {}),
  });
  if (!chain.ok) throw brokenChain(chain.issues);
  if (batches[0]) refuseForeign(batches[0], signer);
  const ledger = new Ledger(options, start);
  await ledger.take(batches, chain.value);
  return ledger;
}
