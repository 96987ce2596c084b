/** Batches in memory: for tests, for trying the toolkit, and for a page that keeps nothing. */
import type { Host } from '../shared/host.js';
import type { BatchLog, Signer } from './batch-log.js';
import { openStore } from './open-store.js';
import type { RecordStore } from './port.js';
import type { Batch } from './revision.js';

/** A log that is gone with the program. Closing it keeps what it holds, so that it can be opened again. */
export function memoryLog(): BatchLog {
  const batches: Batch[] = [];
  return {
    async append(batch) {
      if (batch.header.seq !== batches.length + 1)
        throw new RangeError(`Entry ${batch.header.seq} cannot follow entry ${batches.length}`);
      batches.push(batch);
    },
    async *load() {
      yield* [...batches];
    },
    async replace(batch) {
      const index = batch.header.seq - 1;
      if (!batches[index]) throw new RangeError(`There is no entry ${batch.header.seq}`);
      batches[index] = batch;
    },
    async close() {},
  };
}

/** A store that is gone with the program. */
export function createMemoryStore(options: {
  readonly signer: Signer;
  readonly host: Host;
}): Promise<RecordStore> {
  return openStore({ ...options, log: memoryLog() });
}
