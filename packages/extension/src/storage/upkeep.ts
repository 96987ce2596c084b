/**
 * Maintenance of the places in idle time: compaction, files of mostly dead bytes, unneeded keys and blobs, and the two
 * copies compared byte by byte. Each step can be cut short anywhere.
 */
import type { RecordStore } from '@cyber-prevent/core';
import type { BlobShelf } from './blob-shelf.js';
import type { HeadPages } from './head/head-pages.js';
import { type Prover, proveHere } from './place/prover.js';
import type { SealedLog } from './sealed-log.js';
import type { SealedWork } from './sealed-work.js';
import type { Shelf } from './shelf.js';

export interface UpkeepParts {
  readonly shelf: Shelf;
  readonly log: SealedLog;
  readonly heads: HeadPages;
  readonly store: Pick<RecordStore, 'compact' | 'blobs'>;
  readonly work: SealedWork;
  readonly blobs: BlobShelf;
  /** The prover of many batches; absent: this thread proves them. */
  readonly prover?: (() => Prover) | undefined;
  /** Runs a task when no write is in progress, and delays writes until it is done. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  /** Called when the work after a disposal could not be finished: the next unlock finishes it. */
  readonly onUnfinished: () => void;
  /** Called with the number of blobs that records name but that can no longer be read. */
  readonly onLostBlobs: (count: number) => void;
}

export interface Upkeep {
  /** Runs after each write: a disposal must leave nothing behind in pages, in unfinished work or under old keys. */
  afterWrite(): Promise<void>;
  /** Compacts, deletes dead bytes and keys. Rejects with the store's own error. */
  tidy(): Promise<void>;
  /** Reads every batch in both copies, in steps, until done or stopped. @returns the number repaired */
  scrub(): Promise<number>;
  /** Stops the work, because the vault locks. */
  stop(): void;
}

/** A journal smaller than this is not worth rewriting. */
const SMALL_JOURNAL_BYTES = 1_000_000;
/** Batches read between two chances for a save to go first. */
const SCRUB_STEP = 8;

export function upkeep(parts: UpkeepParts): Upkeep {
  const { shelf, log, heads, store, work, blobs, inTurn } = parts;
  const { database, journal, keyring } = shelf;
  let isStopped = false;

  /** Destroys the keys that no row is under: left by a crash between sealing again and destroying. */
  const dropKeys = async (): Promise<void> => {
    const batches = (await database.batches.orderBy('slot').uniqueKeys()) as number[];
    const needed = new Set([...batches, ...heads.slots(), ...(await work.slots())]);
    const open = keyring.slots().filter(({ purpose }) => purpose !== 'blob');
    const idle = open.filter(({ slot }) => !needed.has(slot)).map(({ slot }) => slot);
    const spare = log.spareSlot();
    await keyring.destroy(idle.filter((slot) => slot !== spare));
  };
  /** Keeps only the live frames, in the order of their sequences: when most of it is dead, or some of it damaged. */
  const shrinkJournal = async (): Promise<void> => {
    const isDead = journal.bytes >= SMALL_JOURNAL_BYTES && journal.deadBytes * 2 >= journal.bytes;
    if (!isDead && !journal.hasDamage) return;
    await journal.rewrite(journal.frames());
  };
  const tidy = async (): Promise<void> => {
    await work.renew();
    await store.compact();
    await shrinkJournal();
    await dropKeys();
    await blobs.collect(await store.blobs());
  };

  return {
    async afterWrite() {
      if (log.hasReplaced()) await tidy().catch(parts.onUnfinished);
    },
    async tidy() {
      // Reading through many of them takes time: no save waits for that.
      await blobs.open();
      await inTurn(tidy);
      await blobs.shrink();
    },
    async scrub() {
      let mended = 0;
      const prover = parts.prover?.() ?? proveHere;
      try {
        for (let from = 1; from <= journal.lastSeq && !isStopped; from += SCRUB_STEP) {
          const seqs = Array.from({ length: SCRUB_STEP }, (_, index) => from + index);
          mended += await inTurn(async () => {
            if (isStopped) return 0;
            const there = seqs.filter((seq) => seq <= journal.lastSeq);
            return log.scrub(there, prover);
          });
        }
      } finally {
        prover.end();
      }
      const named = isStopped ? [] : await store.blobs();
      const lost = await blobs.unreadable(named);
      if (lost.length > 0) parts.onLostBlobs(lost.length);
      return mended;
    },
    stop() {
      isStopped = true;
    },
  };
}
