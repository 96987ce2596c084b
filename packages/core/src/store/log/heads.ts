/**
 * Compacted heads: the state of the records at a place in the chain, kept next to the batches so that a store of many
 * records opens without folding them all. A log need not keep them; the batches are the truth.
 */
import type { RecordKind } from '../../record/kind.js';
import type { Instant, RecordId } from '../../shared/primitives.js';
import type { Branch } from './branch.js';
import type { ChainHead } from './chain.js';

/**
 * The current state of a record, with all that is needed to continue without its older revisions. Plain data with a
 * JSON form; the record's date, its revisions and its branches may be read on first request.
 */
export interface HeadRecord {
  readonly kind: RecordKind;
  readonly id: RecordId;
  /** Place among the records of its kind by arrival; no two of a kind have the same. */
  readonly ordinal: number;
  /** The time when the record was made, as a `StoredRecord` gives it. */
  readonly createdAt: Instant;
  /** Ids of its revisions, in any order: one that arrives twice is added once. */
  readonly revisions: readonly RecordId[];
  /** Sequences of the batches that hold a revision of it, ascending. */
  readonly batches: readonly number[];
  /** Every subject that any of its revisions named: a hold on one of them keeps the record. */
  readonly subjects: readonly RecordId[];
  /** One branch for each head; several if two devices changed the record independently. */
  readonly branches: readonly Branch[];
}

export interface Heads {
  /** Place up to which the batches are in the records. */
  readonly end: ChainHead;
  /** Every id that was disposed of. */
  readonly disposed: readonly RecordId[];
  /** Records in any order, in portions of any size. Throws if they turn out to be unusable. */
  readonly records: AsyncIterable<HeadPortion>;
  /** Records opened first; absent: none. */
  readonly first?: FirstHeads;
}

export interface FirstHeads {
  /** Rule of the order by which they were put first. */
  readonly rule: string;
  /** Number of leading portions that hold every one of them; other records may be among them. */
  readonly portions: number;
}

export interface HeadPortion {
  readonly records: readonly HeadRecord[];
  /** Kinds of which more records may follow: requests for other kinds can already be answered. Absent: any kind. */
  readonly more?: readonly RecordKind[];
}

export interface HeadsChange {
  /** The end of the heads that this change applies to. Sequence 0: to none, so any kept heads are removed first. */
  readonly from: ChainHead;
  readonly end: ChainHead;
  /** Ids of every disposed record, not only those since `from`. */
  readonly disposed: readonly RecordId[];
  /** New and changed records, each whole. */
  readonly changed: readonly HeadRecord[];
  /** Records to forget, leaving nothing readable of them; some may never have been kept. */
  readonly removed: readonly RecordId[];
  /**
   * Records to give first, out of all kept after this change, and the order's rule. Absent: the order does not matter.
   */
  readonly first?: { readonly rule: string; readonly ids: ReadonlySet<RecordId> };
}

/** Storage for heads. Batches prove themselves, but heads are trusted: a log lets nobody but itself write them. */
export interface HeadsLog {
  /**
   * The state at a place in the chain; undefined if none is kept, or the kept one cannot be used (then the log is
   * folded from the first batch).
   */
  load(): Promise<Heads | undefined>;
  /** Keeps the changes since the last save, all or nothing. */
  save(change: HeadsChange): Promise<void>;
}
