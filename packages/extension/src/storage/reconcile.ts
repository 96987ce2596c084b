/** Compares the two copies of the batches by sequence at start, and gives each what it lacks. */

import { frameOf, rowOf } from './journal/batch-frame.js';
import type { Journal } from './journal/journal.js';
import type { BatchRow, VaultDatabase } from './place/database.js';
import { storageError } from './place/trouble.js';

export interface Reconciled {
  /** Batches that the database had lost, or never received. */
  readonly toDatabase: number;
  /** Batches that the journal had lost. */
  readonly toJournal: number;
}

/** Number of batches copied together. */
const WINDOW = 256;

/** Bytes are copied unchanged, sealed: no key is needed, and damage is found when they are opened. */
export async function reconcile(database: VaultDatabase, journal: Journal): Promise<Reconciled> {
  try {
    const [count, last] = await Promise.all([
      database.batches.count(),
      database.batches.orderBy(':id').lastKey(),
    ]);
    // Sequences have no gaps, so an equal number with the same end means the same batches.
    if (count === journal.count && (last ?? 0) === journal.lastSeq)
      return { toDatabase: 0, toJournal: 0 };
    // The source of a copy must be sound.
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
