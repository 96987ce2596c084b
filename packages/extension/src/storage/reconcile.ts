/** At start the two copies of the batches are compared by their sequences, and each is given what it lacks. */

import { frameOf, rowOf } from './journal/batch-frame.js';
import type { Journal } from './journal/journal.js';
import type { BatchRow, VaultDatabase } from './place/database.js';
import { storageError } from './place/trouble.js';

export interface Reconciled {
  /** Batches that the database had lost, or never got. */
  readonly toDatabase: number;
  /** Batches that the journal had lost. */
  readonly toJournal: number;
}

/** Batches copied together. */
const WINDOW = 256;

/** Bytes are copied as they stand, sealed: no key is needed, and what is damaged is found when it is opened. */
export async function reconcile(database: VaultDatabase, journal: Journal): Promise<Reconciled> {
  try {
    const [count, last] = await Promise.all([
      database.batches.count(),
      database.batches.orderBy(':id').lastKey(),
    ]);
    // Sequences have no gaps, so as many batches that end in the same place are the same batches.
    if (count === journal.count && (last ?? 0) === journal.lastSeq)
      return { toDatabase: 0, toJournal: 0 };
    // What is copied from it must be what was written.
    await journal.prove();
    const inDatabase = new Set(await database.batches.toCollection().primaryKeys());
    const inJournal = new Set(journal.seqs());
    const toDatabase = [...inJournal].filter((seq) => !inDatabase.has(seq)).sort(ascending);
    const toJournal = [...inDatabase].filter((seq) => !inJournal.has(seq)).sort(ascending);
    for (const seqs of windows(toDatabase)) {
      const frames = await journal.read(seqs);
      const rows = seqs.flatMap((seq): BatchRow[] => {
        const frame = frames.get(seq);
        return frame ? [rowOf(frame)] : [];
      });
      await database.transaction('rw', database.batches, () => database.batches.bulkAdd(rows));
    }
    for (const seqs of windows(toJournal)) {
      const rows = await database.batches.bulkGet(seqs);
      await journal.append(rows.flatMap((row) => (row ? [frameOf(row)] : [])));
    }
    return { toDatabase: toDatabase.length, toJournal: toJournal.length };
  } catch (error) {
    throw storageError(error);
  }
}

function* windows(seqs: readonly number[]): Generator<number[]> {
  for (let from = 0; from < seqs.length; from += WINDOW) yield seqs.slice(from, from + WINDOW);
}

function ascending(a: number, b: number): number {
  return a - b;
}
