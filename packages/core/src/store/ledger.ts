/** What a store knows while it is open: the batches, what they fold to, and where the chain ends. */
import type { Host } from '../shared/host.js';
import type { RecordId } from '../shared/primitives.js';
import type { BatchLog, Signer } from './batch-log.js';
import { CHAIN_START, type ChainHead, headerDigest } from './chain.js';
import { composeBatch } from './compose.js';
import { WorkingSet } from './fold.js';
import { deepFreeze } from './freeze.js';
import type { Batch, Commit } from './revision.js';
import { asStoreError, signed } from './trouble.js';

export interface LedgerOptions {
  readonly log: BatchLog;
  readonly signer: Signer;
  readonly host: Host;
}

export class Ledger {
  readonly #options: LedgerOptions;
  readonly #batches: Batch[] = [];
  readonly #records = new WorkingSet();
  readonly #disposed = new Set<RecordId>();
  /** Sequences of batches that still hold content of a disposed record: none, but for the time of a disposal. */
  readonly #toErase = new Set<number>();
  #end = CHAIN_START;

  constructor(options: LedgerOptions, batches: readonly Batch[], end: ChainHead) {
    this.#options = options;
    for (const batch of batches) this.#fold(batch);
    this.#end = end;
  }

  get records(): WorkingSet {
    return this.#records;
  }

  /** Oldest first; the batch of sequence 1 is at 0. */
  get batches(): readonly Batch[] {
    return this.#batches;
  }

  /** Ids that were disposed of: none may come back. */
  get disposed(): ReadonlySet<RecordId> {
    return this.#disposed;
  }

  get end(): ChainHead {
    return this.#end;
  }

  /** Whether some content of a disposed record is still in the log, since a disposal was cut short. */
  get hasLeftovers(): boolean {
    return this.#toErase.size > 0;
  }

  /** Signs and appends; nothing changes in memory until the log has it. */
  async keep(commit: Commit): Promise<Batch> {
    const { log, signer, host } = this.#options;
    let kept: { batch: Batch; head: string };
    try {
      const { team, device, officer } = signer;
      const batch = await composeBatch(commit, {
        signer: { team, device, officer, sign: (text) => signed(signer, text) },
        host,
        at: host.clock.now(),
        seq: this.#end.seq + 1,
        prev: this.#end.head,
      });
      kept = { batch, head: await headerDigest(batch.header, host.digest) };
      await log.append(batch);
    } catch (error) {
      throw asStoreError(error);
    }
    this.#fold(kept.batch);
    this.#end = { seq: kept.batch.header.seq, head: kept.head };
    return kept.batch;
  }

  /** Takes the content and salts of disposed records out of the log, batch by batch. Can be run again after a failure. */
  async erase(): Promise<void> {
    for (const seq of this.#toErase) {
      const batch = this.#batches[seq - 1];
      if (!batch) continue;
      const blank: Batch = deepFreeze({
        ...batch,
        revisions: batch.revisions.map((entry) =>
          entry && this.#disposed.has(entry.content.record) ? null : entry,
        ),
      });
      try {
        await this.#options.log.replace(blank);
      } catch (error) {
        throw asStoreError(error);
      }
      this.#batches[seq - 1] = blank;
      this.#toErase.delete(seq);
    }
  }

  #fold(batch: Batch): void {
    const { seq } = batch.header;
    this.#batches.push(batch);
    for (const entry of batch.revisions) {
      if (entry) this.#records.apply(entry.content, seq);
    }
    for (const entry of batch.audit) {
      if (entry?.content.action !== 'erasure') continue;
      for (const id of entry.content.records) {
        this.#disposed.add(id);
        for (const held of this.#records.drop(id)?.batches ?? []) this.#toErase.add(held);
      }
    }
  }
}
