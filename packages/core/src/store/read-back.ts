/** Reads batches that are in the log alone, since the store was opened from heads, and proves what it reads. */
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
  /** Lets others go first, between portions of a long reading. */
  readonly pause?: () => Promise<void>;
}

/** Batches remembered: undo of one save asks for the same one again for each of its records. */
const REMEMBERED = 64;

export class ReadBack {
  readonly #options: ReadBackOptions;
  /** Another map after a disposal: a reading that was under way then puts what it read into the old one. */
  #remembered = new Map<number, Batch>();

  constructor(options: ReadBackOptions) {
    this.#options = options;
  }

  /**
   * The batches of these sequences, each proved by its own signature and contents.
   *
   * @throws {PreventError} `CP_STORE_CHAIN_BROKEN` when one is not what its officer signed, or stands elsewhere
   */
  async at(seqs: readonly number[]): Promise<readonly Batch[]> {
    const remembered = this.#remembered;
    const missing = seqs.filter((seq) => !remembered.has(seq));
    const read = missing.length > 0 ? await this.#options.log.read(missing) : [];
    const found = new Map<number, Batch>();
    for (const [index, seq] of missing.entries())
      found.set(seq, await this.#prove(seq, read[index]));
    const batches = seqs.flatMap((seq) => remembered.get(seq) ?? found.get(seq) ?? []);
    for (const [seq, batch] of found) remember(remembered, seq, batch);
    return batches;
  }

  /**
   * The batches after the sequence up to a place that is known to be right: the links back from there prove them.
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

  /** Some batches were replaced by others. */
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

function remember(remembered: Map<number, Batch>, seq: number, batch: Batch): void {
  remembered.set(seq, batch);
  const [oldest] = remembered.keys();
  if (remembered.size > REMEMBERED && oldest !== undefined) remembered.delete(oldest);
}

/** @throws {PreventError} `CP_STORE_CHAIN_BROKEN` when the batch is of another device or team */
export function refuseForeign({ header }: Batch, signer: Pick<Signer, 'team' | 'device'>): void {
  if (header.device !== signer.device || header.team !== signer.team) throw foreignLog();
}

/** A batch of an import holds tens of thousands of revisions: they are sorted once. */
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
