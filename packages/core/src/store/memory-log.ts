/** Batches in memory: for tests, for trying the toolkit, and for a page that keeps nothing. */
import type { RecordKind } from '../record/kind.js';
import type { Host } from '../shared/host.js';
import type { RecordId } from '../shared/primitives.js';
import type { BatchLog } from './log/batch-log.js';
import type { StoreGate } from './log/gate.js';
import type { HeadPortion, HeadRecord, HeadsChange, HeadsLog } from './log/heads.js';
import type { RecordStore } from './log/port.js';
import type { Batch } from './log/revision.js';
import type { Signer } from './log/signer.js';
import { openStore } from './open-store.js';

/** A log that vanishes with the program. Closing it keeps its content, so that it can be opened again. */
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
  let kept: Pick<HeadsChange, 'end' | 'disposed' | 'first'> | undefined;
  const records = new Map<RecordId, HeadRecord>();
  return {
    async load() {
      if (!kept) return undefined;
      const { end, disposed, first } = kept;
      const isFirst = ({ id }: HeadRecord): boolean => first?.ids.has(id) === true;
      const all = [...records.values()];
      const early = byKind(all.filter(isFirst));
      const rest = byKind(all.filter((head) => !isFirst(head)));
      return {
        end,
        disposed,
        records: inTurn([...early, ...rest]),
        ...(first ? { first: { rule: first.rule, portions: early.length } } : {}),
      };
    },
    async save({ from, end, disposed, changed, removed, first }) {
      if (from.seq === 0) records.clear();
      else if (from.head !== kept?.end.head) throw new RangeError('Not laid over what is kept');
      for (const record of changed) records.set(record.id, record);
      for (const id of removed) records.delete(id);
      kept = { end, disposed, ...(first ? { first } : {}) };
    },
  };
}

/** Portions by kind, one kind after another, as a log that reads them from a disk gives them. */
function byKind(records: readonly HeadRecord[]): (readonly HeadRecord[])[] {
  const kinds = [...new Set(records.map(({ kind }) => kind))];
  return kinds.map((kind) => records.filter((record) => record.kind === kind));
}

async function* inTurn(portions: readonly (readonly HeadRecord[])[]): AsyncGenerator<HeadPortion> {
  for (const [index, records] of portions.entries())
    yield { records, more: [...new Set(portions.slice(index + 1).flatMap(kindsIn))] };
}

function kindsIn(records: readonly HeadRecord[]): readonly RecordKind[] {
  return records.slice(0, 1).map(({ kind }) => kind);
}

/** A store that vanishes with the program. */
export function createMemoryStore(options: {
  readonly signer: Signer;
  readonly host: Host;
  readonly gate?: StoreGate;
}): Promise<RecordStore> {
  return openStore({ ...options, log: memoryLog() });
}
