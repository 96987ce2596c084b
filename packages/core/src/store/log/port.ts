/** What every store does. Memory, an extension's sealed database and a server's database pass one conformance suite. */
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Sources } from '../../record/provenance.js';
import type { BlobName, Instant, RecordId } from '../../shared/primitives.js';
import type { Batch, Commit, LoggedEntry, Revision } from './revision.js';
import type { Verify } from './signer.js';

/** A record as it stands: the fold of its revisions. */
export interface StoredRecord<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly id: RecordId;
  readonly value: RecordOf<K>;
  /**
   * The latest revision; several when two devices changed the record apart, in the order of their moments, and the last is
   * shown. Handed back as `parents` of a change.
   */
  readonly heads: readonly RecordId[];
  /** Where each field's present value came from. */
  readonly sources: Sources;
  /**
   * The moment when the record was made: that of the revision that made it, the one written on no other. No later revision
   * changes it, not even one dated before it by a clock that is behind.
   */
  readonly createdAt: Instant;
  /** The moment of the revision that is shown, by the clock of the device that made it. */
  readonly updatedAt: Instant;
  readonly updatedBy: RecordId;
}

/** What a commit gives back once it is kept. */
export interface Receipt {
  readonly seq: number;
  /** Digest of the batch's header: the chain's new head. */
  readonly head: string;
  readonly revisions: readonly RecordId[];
}

export interface DisposalReceipt {
  readonly records: readonly RecordId[];
  readonly seq: number;
  readonly head: string;
}

export interface ReceiveOptions {
  /** `backup`, the default: a copy of this device's log, which may carry it on. `colleague`: it may not. */
  readonly from?: 'backup' | 'colleague';
  /**
   * Subjects that it says it is about: all of it is refused when a record of another case would be changed. Absent: it may
   * be about anybody.
   */
  readonly cases?: readonly RecordId[];
  /**
   * Records that stand here and may be withdrawn by it, and holds that may be lifted, since this officer has read that and
   * says so. Of any other that part is left out.
   */
  readonly ended?: readonly RecordId[];
  /** When the file was made that they came in: no entry may be later than a day after. */
  readonly madeAt?: Instant;
  /** Records that another copy says were disposed of: they stay out, and that is logged. */
  readonly disposed?: readonly RecordId[];
}

/** What came of batches that were handed over; `seq` and `head` say where this device's chain ends now. */
export interface Received {
  readonly seq: number;
  readonly head: string;
  /** Batches of which something was new. */
  readonly takenCount: number;
  /** Batches of which nothing was new. */
  readonly heldCount: number;
  /** Records that were added or changed. */
  readonly records: readonly RecordId[];
  /** Those among them that have several heads now, to be shown field by field. */
  readonly conflicts: readonly RecordId[];
  /** Records that were handed over but stay out, since they were disposed of. */
  readonly leftOut: readonly RecordId[];
  /** Records that stand here and were to be withdrawn, and holds that were to be lifted: that was left out. */
  readonly unended: readonly RecordId[];
  /** Records held here that the other device disposed of. Nothing was done: a named human decides. */
  readonly disposedElsewhere: readonly RecordId[];
}

/** A record of which something would be new. */
export interface Foreseen {
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** Subjects whose cases it belongs to or changes; none where it belongs to none. */
  readonly cases: readonly RecordId[];
  /** Whether something of it can be seen here already. */
  readonly isHeld: boolean;
  /** It stands here and would be withdrawn, or lifted where it is a hold, if this officer lets that in. */
  readonly wouldEnd: boolean;
}

/** A record that nothing else would be left to keep for. */
export interface HeldOnly {
  readonly kind: RecordKind;
  readonly id: RecordId;
  readonly isWithdrawn: boolean;
}

/** Told after a commit is kept, never before. */
export type StoreListener = (batch: Batch) => void;

/**
 * Append-only records with history. All promises reject with `PreventError` and one of the `CP_STORE_…` codes;
 * a rejected commit has changed nothing.
 */
export interface RecordStore {
  /**
   * Keeps the changes and their audit entries as one batch, or nothing.
   *
   * @throws {PreventError} `CP_RECORD_INVALID` when a record would not satisfy its kind; `CP_STORE_CONFLICT` when a
   * change's parents are not the record's heads; `CP_STORE_LOCKED`, `CP_STORE_FULL`, `CP_STORE_CLOSED`. Where the store was
   * opened with a gate, `CP_RECORD_INVALID` when the gate refuses
   */
  commit(commit: Commit): Promise<Receipt>;

  /** The record as it stands; undefined when there is none, or it was withdrawn or disposed of. Not a consultation. */
  get<K extends RecordKind>(kind: K, id: RecordId): Promise<StoredRecord<K> | undefined>;

  /**
   * Every standing record of the kind that has these field values, in the order in which they came to this device. Not a
   * consultation.
   */
  query<K extends RecordKind>(
    kind: K,
    where?: Partial<RecordOf<K>>,
  ): Promise<readonly StoredRecord<K>[]>;

  /**
   * Logs that the officer looks at these records, then gives them: no log, no view.
   *
   * @param reason - a code of the list `reason`
   * @throws {PreventError} `CP_STORE_UNKNOWN_RECORD` when one of them does not stand: then nothing is logged or given
   */
  consult(ids: readonly RecordId[], reason: string): Promise<readonly StoredRecord[]>;

  /**
   * Ids of every record, withdrawn or not, of which any revision ever named the subject, and the subject’s own where it is
   * held: what was known of a person on an earlier day, and what the log says of one, is found by it. Not a consultation.
   */
  everAbout(subject: RecordId): Promise<readonly RecordId[]>;

  /**
   * What disposing of these records takes the last reason to keep from: the captures that some revision of one of them
   * names, and no revision of any other record does; and the withdrawn records that never named anybody but subjects
   * among them, with the captures of those. Not a consultation: it gives ids and kinds alone.
   */
  heldOnlyWith(ids: readonly RecordId[]): Promise<readonly HeldOnly[]>;

  /**
   * Every revision of the record, oldest first, withdrawn or not; disposed ones are gone. Each comes after those that it was
   * written on; otherwise their moments decide, so every device that holds them gives the same order.
   */
  history(id: RecordId): Promise<readonly Revision[]>;

  /** Every audit entry in the order in which it came to this device, received ones among them, with when and who. */
  audit(): Promise<readonly LoggedEntry[]>;

  /** Batches of this device after `seq`, oldest first, each with what it received. */
  batchesSince(seq: number): Promise<readonly Batch[]>;

  /**
   * Takes in batches of other devices, proved one by one: a signature that `verify` knows, the content that its header
   * commits to. In any order, again, with content left out: what is held already is not kept twice, and several heads of
   * one record stand side by side. Batches of this device are known, or carry its log on. A large handover is kept in
   * lots: cut short, it is asked for again.
   *
   * @param reason - a code of the list `reason`, for the `combination` that is logged
   * @throws {PreventError} `CP_STORE_NOT_RECEIVED` with the issue as `cause`: then nothing was taken in
   */
  receive(
    batches: readonly Batch[],
    verify: Verify,
    reason: string,
    options?: ReceiveOptions,
  ): Promise<Received>;

  /**
   * What `receive` would change with the same batches and options; it is refused as that would be. Nothing is kept or
   * logged. Not a consultation: it gives ids and kinds alone.
   *
   * @throws {PreventError} `CP_STORE_NOT_RECEIVED` with the issue as `cause`
   */
  foresee(
    batches: readonly Batch[],
    verify: Verify,
    options?: ReceiveOptions,
  ): Promise<readonly Foreseen[]>;

  /** Names of the blobs that records name, withdrawn ones among them: what a blob store has to keep. */
  blobs(): Promise<ReadonlySet<BlobName>>;

  /** @returns how to stop being told */
  subscribe(listener: StoreListener): () => void;

  /**
   * Destroys the content and salts of these records' revisions. The headers stay, so the chain still verifies, and an
   * `erasure` entry is kept.
   *
   * @throws {PreventError} `CP_STORE_HELD` while a hold stands on a record's subject, or on one whose records rest on it
   * (its captures, its referrers); `CP_STORE_UNKNOWN_RECORD` when there is nothing to dispose of; where the store was opened
   * with a gate, `CP_STORE_NOT_DISPOSABLE` when nobody decided to dispose of these records
   */
  dispose(ids: readonly RecordId[], reason: string): Promise<DisposalReceipt>;

  /**
   * Keeps the records as they stand beside their history, so that the next opening folds only what came after. Safe at
   * any time and never needed: a store that keeps no such thing does nothing. When it fails, nothing has changed.
   */
  compact(): Promise<void>;

  close(): Promise<void>;
}
