/** A record store over any batch log: every rule of the port is implemented once, for all of them. */
import type { CodeLists } from '../codes/code-list.js';
import type { Host } from '../shared/host.js';
import { WorkingSet } from './fold.js';
import { deepFreeze } from './freeze.js';
import { Ledger } from './ledger.js';
import type { BatchLog } from './log/batch-log.js';
import { CHAIN_START, type ChainHead, headerDigest, verifyChain } from './log/chain.js';
import type { FirstOrder } from './log/first-order.js';
import type { StoreGate } from './log/gate.js';
import type { HeadRecord, Heads } from './log/heads.js';
import type { RecordStore, StoredRecord } from './log/port.js';
import type { Batch } from './log/revision.js';
import type { Signer, Verify } from './log/signer.js';
import { asStoreError, brokenChain } from './log/trouble.js';
import { LogStore } from './log-store.js';
import { fill, type Opening, opened, refuseStopped, type StopSignal } from './opening.js';
import { refuseForeign } from './read-back.js';

export interface StoreOptions {
  readonly log: BatchLog;
  readonly signer: Signer;
  readonly host: Host;
  /** Verifier of signatures. Without it they are not checked when the log is loaded; links and contents always are. */
  readonly verify?: Verify;
  /** Code lists. If given, reasons must be codes of the list `reason` in force on the day. */
  readonly lists?: CodeLists;
  /** Gate. If given, every save and every disposal must pass it. */
  readonly gate?: StoreGate;
  /** A head kept separately from the log: nothing else shows that the log's end was cut off. */
  readonly expect?: ChainHead;
  /** Records to load before the rest, if the log keeps heads: compaction puts them first. */
  readonly first?: FirstOrder;
  /** Lets other work run between portions of a long reading of the log. It is called often, and may return at once. */
  readonly pause?: () => Promise<void>;
}

/**
 * Loads the log, proves the chain, and folds it: from the heads that the log keeps, or from the first batch if it keeps
 * none, or none that belong to its chain. A disposal that was logged but not finished is finished here.
 *
 * Faults of the log: a `PreventError` is passed through; a full disk becomes `CP_STORE_FULL`, a refused signature
 * `CP_STORE_LOCKED`, anything else `CP_STORE_CLOSED` with its cause. Nothing was kept then, and the same store may be
 * tried again.
 *
 * @throws {PreventError} `CP_STORE_CHAIN_BROKEN` naming the first bad entry, or when the log is another device's
 */
export async function openStore(options: StoreOptions): Promise<RecordStore> {
  const { store, ready } = await openStoreEarly(options);
  await ready;
  return store;
}

export interface EarlyStore {
  /**
   * The store. It answers for a kind once that kind's heads are loaded; anything that needs all kinds, including every
   * save, waits for all of them.
   */
  readonly store: RecordStore;
  /**
   * Resolves when everything is loaded, and a disposal that was cut short is finished. Rejects as `openStore` does if
   * neither the heads nor the batches can be used: then the store answers nothing more. `CP_STORE_CLOSED` if it was
   * closed before.
   */
  readonly ready: Promise<void>;
  /**
   * The records that the order wants first, in their current state, once that much is loaded: `ready` may be far off.
   * Undefined if the heads were not put in that order, or if later batches mean those chosen are no longer enough: then
   * the caller must ask for all.
   */
  first(): Promise<readonly StoredRecord[] | undefined>;
}

/**
 * The same as `openStore`, but resolves once the chain is proved from the heads on, while heads are still loading.
 *
 * @throws {PreventError} as `openStore` does
 */
export async function openStoreEarly(options: StoreOptions): Promise<EarlyStore> {
  const opening = (await carriedOn(options)) ?? opened(await folded(options));
  const whole = opening.whole.then(async (ledger) => {
    // Officers must get to the records even if an old disposal cannot be finished now: the records it named stay out of
    // sight.
    await ledger.erase().catch(() => undefined);
    return ledger;
  });
  const ready = whole.then(() => undefined);
  ready.catch(() => undefined);
  return { store: new LogStore(options, { ...opening, whole }), ready, first: opening.first };
}

/** Opens from heads; undefined if none can be used, for any reason: the batches are then folded. */
async function carriedOn(options: StoreOptions): Promise<Opening | undefined> {
  const heads = await options.log.heads?.load().catch(() => undefined);
  if (heads === undefined) return undefined;
  const opening = await over(heads, options).catch(() => undefined);
  // Closes the iterator of heads, which may have been started.
  if (opening === undefined) await returned(heads.records).catch(() => undefined);
  return opening;
}

async function over(heads: Heads, options: StoreOptions): Promise<Opening | undefined> {
  const { log, host, signer, first: order } = options;
  const { end, disposed, records, first } = heads;
  if (end.seq === 0) return undefined;
  const [last] = await log.read([end.seq]);
  // Its content is proved on request, as is everything before it.
  if (!last || (await headerDigest(last.header, host.digest)) !== end.head) return undefined;
  refuseForeign(last, signer);
  const tail = await proved(options, end);
  const ledger = new Ledger(options, { end, disposed, records: new WorkingSet() });
  ledger.follow(tail.batches, tail.end);
  const isInOrder = order !== undefined && first?.rule === order.rule;
  return fill(ledger, records, {
    ...(isInOrder ? { first: first.portions } : {}),
    instead: (signal) => folded(options, signal),
    // Batches saved since are not among them.
    firstOf: async (chosen) =>
      order && ledger.end.seq === tail.end.seq ? laidOver(chosen, tail.batches, order) : undefined,
  });
}

/** The current records after these batches; undefined if those chosen are no longer enough. */
function laidOver(
  chosen: readonly HeadRecord[],
  batches: readonly Batch[],
  order: FirstOrder,
): readonly StoredRecord[] | undefined {
  const records = new WorkingSet();
  for (const head of chosen) records.hold(head);
  for (const { header, revisions, audit, received = [] } of batches) {
    const isErasing = audit.some((entry) => entry?.content.action === 'erasure');
    if (received.length > 0 || isErasing) return undefined;
    for (const entry of revisions) {
      if (!entry || !order.outlasts(entry.content)) return undefined;
      const { record, parents } = entry.content;
      const isKnown = parents.length === 0 || records.find(record) !== undefined;
      if (!isKnown || records.needsEarlier(entry.content)) return undefined;
      records.apply(entry.content, header.seq);
    }
  }
  return [...records.all()].flatMap((entry) => (entry.isWithdrawn ? [] : [entry.stored]));
}

async function returned(records: Heads['records']): Promise<void> {
  await records[Symbol.asyncIterator]().return?.();
}

/** Folds the log from the first batch. */
async function folded(options: StoreOptions, signal?: StopSignal): Promise<Ledger> {
  const { batches, end } = await proved(options, CHAIN_START, signal);
  const ledger = new Ledger(options);
  await ledger.take(batches, end);
  return ledger;
}

interface Proved {
  readonly batches: readonly Batch[];
  /** End of the chain. */
  readonly end: ChainHead;
}

/** The batches after that place. */
async function proved(
  options: StoreOptions,
  from: ChainHead,
  signal: StopSignal = GOING_ON,
): Promise<Proved> {
  const { log, signer, host, verify, expect, pause } = options;
  const batches: Batch[] = [];
  try {
    for await (const batch of log.load(from.seq)) {
      refuseStopped(signal);
      batches.push(deepFreeze(batch));
      await pause?.();
    }
  } catch (error) {
    throw asStoreError(error);
  }
  // An expected place before the heads proves nothing more: the heads' own end is in the log.
  const isAhead = expect !== undefined && expect.seq >= from.seq;
  const chain = await verifyChain(batches, {
    async digest(text) {
      refuseStopped(signal);
      return host.digest(text);
    },
    from,
    ...(verify ? { verify } : {}),
    ...(pause ? { pause } : {}),
    ...(isAhead ? { expect } : {}),
  });
  if (!chain.ok) throw brokenChain(chain.issues);
  if (batches[0]) refuseForeign(batches[0], signer);
  return { batches, end: chain.value };
}

const GOING_ON: StopSignal = { isStopped: false };
