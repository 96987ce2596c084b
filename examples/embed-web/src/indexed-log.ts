/** The batches of the records in the browser's database, as they are: nothing here is sealed. */
import type { Batch, BatchLog } from '@cyber-prevent/core';
import { BATCHES, resultOf, write } from './database.ts';

/** All that a store needs of you. Its rules (conflicts, audit, disposal, the chain) are kept by `openStore`. */
export function indexedLog(database: IDBDatabase): BatchLog {
  const keyOf = ({ header }: Batch) => header.seq;
  return {
    // `add` refuses a key that is there: of two tabs that write the same entry, the second keeps nothing.
    append: (batch) => write(database, BATCHES, (into) => into.add(batch, keyOf(batch))),
    async *load() {
      const batches = database.transaction(BATCHES).objectStore(BATCHES);
      yield* await resultOf<Batch[]>(batches.getAll());
    },
    replace: (batch) => write(database, BATCHES, (into) => into.put(batch, keyOf(batch))),
    async close() {
      database.close();
    },
  };
}
