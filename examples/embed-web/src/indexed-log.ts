/** The batches of the records in the browser's database, unsealed. */
import type { Batch, BatchLog } from '@cyber-prevent/core';
import { BATCHES, resultOf, write } from './database.ts';

/**
 * The only methods that a store needs from you. `openStore` enforces its rules (conflicts, audit, disposal, the chain).
 */
export function indexedLog(database: IDBDatabase): BatchLog {
  const keyOf = ({ header }: Batch) => header.seq;
  const held = () => database.transaction(BATCHES).objectStore(BATCHES);
  return {
    // `add` refuses an existing key: of two tabs that write the same entry, the second keeps nothing.
    append: (batch) => write(database, BATCHES, (into) => into.add(batch, keyOf(batch))),
    async *load(after = 0) {
      yield* await resultOf<Batch[]>(held().getAll(IDBKeyRange.lowerBound(after, true)));
    },
    async read(seqs) {
      const batches = held();
      const found = await Promise.all(
        seqs.map((seq) => resultOf<Batch | undefined>(batches.get(seq))),
      );
      return found.map((batch, index) => {
        if (!batch) throw new RangeError(`There is no entry ${seqs[index]}`);
        return batch;
      });
    },
    replace: (batches) =>
      write(database, BATCHES, (into) => {
        for (const batch of batches) into.put(batch, keyOf(batch));
      }),
    async close() {
      database.close();
    },
  };
}
