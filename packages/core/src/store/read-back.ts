/** Reads batches that are only in the log, because the store was opened from heads, and proves them. */
import type { Host } from '../shared/host.js';
import type { RecordId } from '../shared/primitives.js';
import { deepFreeze } from './freeze.js';
import type { BatchLog } from './log/batch-log.js';
import { CHAIN_START, type ChainHead, verifyChain } from './log/chain.js';
import { type Batch, type Revision, revisionsOf } from './log/revision.js';
import type { Signer, Verify } from './log/signer.js';
import { brokenChain, foreignLog } from './log/trouble.js';

export interface ReadBackOptions {
  readonly log: Pick<BatchLog, 'load' | 'read'>;
  readonly signer: Pick<Signer, 'team' | 'device'>;
  readonly host: Pick<Host, 'digest'>;
  readonly verify?: Verify;
  /** Lets other work run between portions of a long reading. */
  readonly pause?: () => Promise<void>;
}

/** Number of batches remembered: undo of one save requests the same batch for each of its records. */
const REMEMBERED = 64;

export class ReadBack {
  readonly #options: ReadBackOptions;
  /** Batches read lately. Replaced after a disposal: a reading still under way then writes into the old map. */
  #remembered = new Map<number, Batch>();

  constructor(options: ReadBackOptions) {
    this.#options = options;
  }

  /**
   * The batches of these sequences, each proved by its own signature and contents.
   *
   * @throws {PreventError} `CP_STORE_CHAIN_BROKEN` when one is not what its officer signed, or is in another place
   */
  async at(seqs: readonly number[]): Promise<readonly Batch[]> {
    const remembered = this.#remembered;
    // Taken before anything is awaited: another reading may push out what is remembered now.
    const found = new Map(seqs.flatMap((seq) => entryOf(remembered, seq)));
    const missing = seqs.filter((seq) => !found.has(seq));
    const read = missing.length > 0 ? await this.#options.log.read(missing) : [];
    for (const [index, seq] of missing.entries()) {
      const batch = await this.#prove(seq, read[index]);
      found.set(seq, batch);
      remember(remembered, seq, batch);
    }
    const batches = seqs.flatMap((seq) => found.get(seq) ?? []);
    return batches;
  }

  /**
   * The batches after the sequence up to a trusted place: the links back from there prove them.
   *
   * @throws {PreventError} `CP_STORE_CHAIN_BROKEN`
   */
  async run(after: number, end: ChainHead): Promise<readonly Batch[]> {
    const { log, host, pause } = this.#options;
    const batches: Batch[] = [];
    for await (const batch of log.load(after)) {
      batches.push(deepFreeze(batch));
      await pause?.();
      if (batches.length >= end.seq - after) break;
    }
    const head = after === 0 ? CHAIN_START.head : (batches[0]?.header.prev ?? '');
    const from = { seq: after, head };
    const chain = await verifyChain(batches, {
      digest: host.digest,
      from,
      expect: end,
      ...(pause ? { pause } : {}),
    });
    if (!chain.ok) throw brokenChain(chain.issues);
    return batches;
  }

  /** Forgets the batches read, after some were replaced. */
  forget(): void {
    this.#remembered = new Map();
  }

  async #prove(seq: number, batch: Batch | undefined): Promise<Batch> {
    if (batch?.header.seq !== seq) throw new RangeError(`The log did not give entry ${seq}`);
    const { host, verify, signer, pause } = this.#options;
    const chain = await verifyChain([deepFreeze(batch)], {
      digest: host.digest,
      from: { seq: seq - 1, head: batch.header.prev },
      ...(verify ? { verify } : {}),
      ...(pause ? { pause } : {}),
    });
    if (!chain.ok) throw brokenChain(chain.issues);
    refuseForeign(batch, signer);
    return batch;
  }
}

function entryOf(remembered: ReadonlyMap<number, Batch>, seq: number): [number, Batch][] {
  const batch = remembered.get(seq);
  return batch ? [[seq, batch]] : [];
}

function remember(remembered: Map<number, Batch>, seq: number, batch: Batch): void {
  remembered.set(seq, batch);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

/** @throws {PreventError} `CP_STORE_CHAIN_BROKEN` when the batch is of another device or team */
export function refuseForeign({ header }: Batch, signer: Pick<Signer, 'team' | 'device'>): void {
  if (header.device !== signer.device || header.team !== signer.team) throw foreignLog();
}

/** Revisions by record, sorted once for each batch: a batch of an import has tens of thousands of revisions. */
const BY_RECORD = new WeakMap<Batch, ReadonlyMap<RecordId, readonly Revision[]>>();

/** The revisions of the record in the batch, disposed ones left out. */
export function revisionsIn(batch: Batch, record: RecordId): readonly Revision[] {
  const sorted = BY_RECORD.get(batch) ?? byRecord(batch);
  BY_RECORD.set(batch, sorted);
  return sorted.get(record) ?? [];
}

function byRecord(batch: Batch): ReadonlyMap<RecordId, readonly Revision[]> {
  const sorted = new Map<RecordId, Revision[]>();
  for (const revision of revisionsOf(batch)) {
    const same = sorted.get(revision.record);
    if (same) same.push(revision);
    else sorted.set(revision.record, [revision]);
  }
  return sorted;
}
