/** Batches in memory: for tests, for trying the toolkit, and for a page that keeps nothing. */
import type { Host } from '../shared/host.js';
import type { RecordId } from '../shared/primitives.js';
import type { BatchLog, Signer } from './batch-log.js';
import type { HeadPortion, HeadRecord, HeadsChange, HeadsLog } from './heads.js';
import { openStore } from './open-store.js';
import type { RecordStore } from './port.js';
import type { Batch } from './revision.js';

/** A log that is gone with the program. Closing it keeps what it holds, so that it can be opened again. */
export function memoryLog(): BatchLog {
  const batches: Batch[] = [];
  const at = (seq: number): Batch => {
    const batch = batches[seq - 1];
    if (!batch) throw new RangeError(`There is no entry ${seq}`);
    return batch;
  };
  return {
    async append(batch) {
      if (batch.header.seq !== batches.length + 1)
        throw new RangeError(`Entry ${batch.header.seq} cannot follow entry ${batches.length}`);
      batches.push(batch);
    },
    async *load(after = 0) {
      yield* batches.slice(after);
    },
    async read(seqs) {
      return seqs.map(at);
    },
    async replace(blanks) {
      for (const { header } of blanks) at(header.seq);
      for (const blank of blanks) batches[blank.header.seq - 1] = blank;
    },
    heads: memoryHeads(),
    async close() {},
  };
}

function memoryHeads(): HeadsLog {
  let kept: Pick<HeadsChange, 'end' | 'disposed'> | undefined;
  const records = new Map<RecordId, HeadRecord>();
  return {
    async load() {
      if (!kept) return undefined;
      return { ...kept, records: byKind([...records.values()]) };
    },
    async save({ from, end, disposed, changed, removed }) {
      if (from.seq === 0) records.clear();
      else if (from.head !== kept?.end.head) throw new RangeError('Not laid over what is kept');
      for (const record of changed) records.set(record.id, record);
      for (const id of removed) records.delete(id);
      kept = { end, disposed };
    },
  };
}

/** As a log that reads them from a disk does: the kinds one after the other. */
async function* byKind(records: readonly HeadRecord[]): AsyncGenerator<HeadPortion> {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  for (const [index, kind] of kinds.entries())
    yield {
      records: records.filter((record) => record.kind === kind),
      more: kinds.slice(index + 1),
    };
}

/** A store that is gone with the program. */
export function createMemoryStore(options: {
  readonly signer: Signer;
  readonly host: Host;
}): Promise<RecordStore> {
  return openStore({ ...options, log: memoryLog() });
}
