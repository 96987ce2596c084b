import type { HeadsLog } from './heads.js';
import type { Batch } from './revision.js';

export interface BatchLog {
  /** Keeps the batch; resolves only once it is safe. A rejected append has kept nothing. */
  append(batch: Batch): Promise<void>;
  /** Batches after the sequence, oldest first; absent or 0: every one. */
  load(after?: number): AsyncIterable<Batch>;
  /** The batches of these sequences, in the order asked; rejects if one is not there. */
  read(seqs: readonly number[]): Promise<readonly Batch[]>;
  /**
   * Replaces the batches of the same sequences, leaving nothing readable of the old ones: for disposal. After a crash
   * some may be done and others not; it is then called again.
   */
  replace(batches: readonly Batch[]): Promise<void>;
  /** Compacted heads, if the log keeps them. */
  readonly heads?: HeadsLog;
  close(): Promise<void>;
}
