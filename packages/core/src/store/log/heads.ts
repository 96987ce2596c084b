/**
 * Compacted heads: what the records came to at a place of the chain, kept beside the batches so that a store of many
 * records opens without folding them all. A log may keep them or not; the batches are the truth.
 */
import type { RecordKind } from '../../record/kind.js';
import type { Instant, RecordId } from '../../shared/primitives.js';
import type { Branch } from './branch.js';
import type { ChainHead } from './chain.js';

/**
 * A record as it stands, with all that is needed to go on without its older revisions. Plain data with a JSON form; when the
 * record came, its revisions and its branches may be read when they are first asked for.
 */
export interface HeadRecord {
  readonly kind: RecordKind;
  readonly id: RecordId;
  /** Place among the records of its kind by when they came; no two of a kind have the same. */
  readonly ordinal: number;
  /** The moment when the record was made, as a `StoredRecord` gives it. */
  readonly createdAt: Instant;
  /** Ids of its revisions, in any order: one that comes twice is taken in once. */
  readonly revisions: readonly RecordId[];
  /** Sequences of the batches that hold a revision of it, ascending. */
  readonly batches: readonly number[];
  /** Every subject that any of its revisions named: a hold on one of them keeps the record. */
  readonly subjects: readonly RecordId[];
  /** One for each head; several where two devices changed the record apart. */
  readonly branches: readonly Branch[];
}

export interface Heads {
  /** The batches up to here are in the records. */
  readonly end: ChainHead;
  /** Every id that was disposed of. */
  readonly disposed: readonly RecordId[];
  /** In any order, in portions of any size. Throws when it turns out that they cannot be used after all. */
  readonly records: AsyncIterable<HeadPortion>;
  /** Absent: none were put first. */
  readonly first?: FirstHeads;
}

export interface FirstHeads {
  /** Of the order by which they were put first. */
  readonly rule: string;
  /** So many portions, the first, hold every one of them; others may be among them. */
  readonly portions: number;
}

export interface HeadPortion {
  readonly records: readonly HeadRecord[];
  /** Kinds of which others may come after it: what is asked of the rest can be answered. Absent: it may be any. */
  readonly more?: readonly RecordKind[];
}

export interface HeadsChange {
  /** The end of the heads that this is laid over. Sequence 0: over none, so whatever is kept is put away first. */
  readonly from: ChainHead;
  readonly end: ChainHead;
  /** Every id that was disposed of, not only those since `from`. */
  readonly disposed: readonly RecordId[];
  /** New and changed records, each as a whole. */
  readonly changed: readonly HeadRecord[];
  /** Records to forget, leaving nothing readable of them; some may never have been kept. */
  readonly removed: readonly RecordId[];
  /** Which of all that are kept then are to be given first, and the order's rule. Absent: it does not matter. */
  readonly first?: { readonly rule: string; readonly ids: ReadonlySet<RecordId> };
}

/** Unlike batches, which prove themselves, heads are believed: a log lets nobody but itself write them. */
export interface HeadsLog {
  /**
   * What stood at a place of the chain; undefined when none is kept or what is kept cannot be used (then the log is
   * folded from the first batch).
   */
  load(): Promise<Heads | undefined>;
  /** Keeps what changed since the last save, all or nothing. */
  save(change: HeadsChange): Promise<void>;
}
