/**
 * What keeps the places in order while nobody waits: compaction, files that are mostly dead bytes, keys and blobs that
 * nothing needs any more, and the two copies compared byte by byte. Each step can be cut short anywhere.
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
  /** What proves many batches; absent: this thread does. */
  readonly prover?: (() => Prover) | undefined;
  /** Runs a task when no write is under way, and holds writes until it is done. */
  readonly inTurn: <T>(task: () => Promise<T>) => Promise<T>;
  /** Told when what follows a disposal could not be finished: it is at the next unlock. */
  readonly onUnfinished: () => void;
  /** Told how many blobs that records name can no longer be read. */
  readonly onLostBlobs: (count: number) => void;
}

export interface Upkeep {
  /** After each write: a disposal must leave nothing behind in pages, in unfinished work or under old keys. */
  afterWrite(): Promise<void>;
  /** Compacts, throws away dead bytes and keys. Rejects with what a store rejects with. */
  tidy(): Promise<void>;
  /** Reads every batch in both copies, some at a time, until done or stopped. @returns how many were put right */
  scrub(): Promise<number>;
  /** No more of it: the vault locks. */
  stop(): void;
}

/** A journal smaller than this is not worth writing again. */
const SMALL_JOURNAL_BYTES = 1_000_000;
/** Batches read between two chances for a save to come first. */
const SCRUB_STEP = 8;

export function upkeep(parts: UpkeepParts): Upkeep {
  const { shelf, log, heads, store, work, blobs, inTurn } = parts;
  const { database, journal, keyring } = shelf;
  let isStopped = false;

  /** Destroys the keys that no row stands under: what a crash left between sealing again and destroying. */
  const dropKeys = async (): Promise<void> => {
    const batches = (await database.batches.orderBy('slot').uniqueKeys()) as number[];
    const needed = new Set([...batches, ...heads.slots(), ...(await work.slots())]);
    const open = keyring.slots().filter(({ purpose }) => purpose !== 'blob');
    const idle = open.filter(({ slot }) => !needed.has(slot)).map(({ slot }) => slot);
    const spare = log.spareSlot();
    await keyring.destroy(idle.filter((slot) => slot !== spare));
  };
  /** Leaves the frames that count, in the order of their sequences: when most of it is dead, or some of it damaged. */
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
      // Reading through them takes time when there are many: no save waits for that.
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
