/** Duties of every store. Memory, an extension's sealed database and a server's database pass one conformance suite. */
import type { RecordKind, RecordOf } from '../../record/kind.js';
import type { Sources } from '../../record/provenance.js';
import type { BlobName, Instant, RecordId } from '../../shared/primitives.js';
import type { Batch, Commit, LoggedEntry, Revision } from './revision.js';
import type { Verify } from './signer.js';
import type { Trail } from './trail.js';

/** The current state of a record: the fold of its revisions. */
export interface StoredRecord<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly id: RecordId;
  readonly value: RecordOf<K>;
  /**
   * The latest revision; several if two devices changed the record independently, ordered by time, and the last is
   * shown. A caller passes them as `parents` of a change.
   */
  readonly heads: readonly RecordId[];
  /** Source of each field's present value. */
  readonly sources: Sources;
  /**
   * The time when the record was made: that of the revision that made it, the one written on no other. No later
   * revision changes it, not even one dated before it by a slow clock.
   */
  readonly createdAt: Instant;
  /** The time of the revision that is shown, by the clock of the device that made it. */
  readonly updatedAt: Instant;
  readonly updatedBy: RecordId;
}

/** Result of a commit once it is kept. */
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
  /** `backup`, the default: a copy of this device's log, which may extend it. `colleague`: it may not. */
  readonly from?: 'backup' | 'colleague';
  /**
   * Subjects that the batches claim to be about: all is refused if a record of another case would be changed. Absent:
   * they may be about anybody.
   */
  readonly cases?: readonly RecordId[];
  /**
   * Current records that may be withdrawn, and holds that may be lifted, because this officer has read that and agrees.
   * For any other record that part is left out.
   */
  readonly ended?: readonly RecordId[];
  /** Time when the batches' file was made: no entry may be more than a day later. */
  readonly madeAt?: Instant;
  /** Records that another copy says were disposed of: they stay out, and that is logged. */
  readonly disposed?: readonly RecordId[];
}

/** The result of receiving batches; `seq` and `head` are the new end of this device's chain. */
export interface Received {
  readonly seq: number;
  readonly head: string;
  /** Number of batches with anything new. */
  readonly takenCount: number;
  /** Number of batches with nothing new. */
  readonly heldCount: number;
  /** Records that were added or changed. */
  readonly records: readonly RecordId[];
  /** Those among them with several heads now, to be shown field by field. */
  readonly conflicts: readonly RecordId[];
  /** Received records that stay out, since they were disposed of. */
  readonly leftOut: readonly RecordId[];
  /** Current records that were to be withdrawn, and holds that were to be lifted: that was left out. */
  readonly unended: readonly RecordId[];
  /** Records here that the other device disposed of. Nothing was done: a named human decides. */
  readonly disposedElsewhere: readonly RecordId[];
}

/** A record that would gain something new. */
export interface Foreseen {
  readonly kind: RecordKind;
  readonly record: RecordId;
  /** Subjects whose cases it belongs to or changes; empty if it belongs to none. */
  readonly cases: readonly RecordId[];
  /** True if any of it can already be seen here. */
  readonly isHeld: boolean;
  /** True if it is current here and would be withdrawn, or lifted if it is a hold, with this officer's consent. */
  readonly wouldEnd: boolean;
}

/** A record that would be kept for nothing else. */
export interface HeldOnly {
  readonly kind: RecordKind;
  readonly id: RecordId;
  readonly isWithdrawn: boolean;
}

/** A record that a hold in place keeps from disposal. */
export interface KeptByHold {
  readonly record: RecordId;
  readonly hold: RecordId;
  /** The subject with whose records it is kept: one that the hold names, or named until it was moved. */
  readonly subject: RecordId;
  /** True for the subject and records that ever named them; false for what those rest on. */
  readonly isAbout: boolean;
}

/** Called after a commit is kept, never before. */
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
   * change's parents are not the record's heads; `CP_STORE_LOCKED`, `CP_STORE_FULL`, `CP_STORE_CLOSED`. If the store
   * was opened with a gate, `CP_RECORD_INVALID` when the gate refuses
   */
  commit(commit: Commit): Promise<Receipt>;

  /** The current record; undefined if there is none, or it was withdrawn or disposed of. Not a consultation. */
  get<K extends RecordKind>(kind: K, id: RecordId): Promise<StoredRecord<K> | undefined>;

  /**
   * Every current record of the kind with these field values, in the order of arrival at this device. Not a
   * consultation.
   */
  query<K extends RecordKind>(
    kind: K,
    where?: Partial<RecordOf<K>>,
  ): Promise<readonly StoredRecord<K>[]>;

  /**
   * Logs that the officer looks at these records, then returns them: no log, no view.
   *
   * @param reason - a code of the list `reason`
   * @throws {PreventError} `CP_STORE_UNKNOWN_RECORD` when one of them is not current: then nothing is logged or
   * returned
   */
  consult(ids: readonly RecordId[], reason: string): Promise<readonly StoredRecord[]>;

  /**
   * Ids of every record, withdrawn or not, of which any revision ever named the subject, and the subject’s own if it is
   * here. Used to find a person's records as known on an earlier day, and their log entries. Not a consultation.
   */
  everAbout(subject: RecordId): Promise<readonly RecordId[]>;

  /**
   * Records left without a reason to keep them once these are disposed of: the captures that a revision of one of these
   * names and no revision of any other record does; and the withdrawn records that belong to no subject but these and those
   * disposed of before, with their captures. Not a consultation: it returns only ids and kinds.
   */
  heldOnlyWith(ids: readonly RecordId[]): Promise<readonly HeldOnly[]>;

  /**
   * Those of the records that holds in place keep, each with the hold: `dispose` refuses while there is one. Not a
   * consultation: it returns only ids.
   */
  keptByHolds(ids: readonly RecordId[]): Promise<readonly KeptByHold[]>;

  /**
   * Every revision of the record, oldest first, withdrawn or not; disposed ones are gone. Each comes after those it was
   * written on; otherwise time decides, so every device with the same revisions gives the same order.
   */
  history(id: RecordId): Promise<readonly Revision[]>;

  /** Every audit entry in the order of arrival at this device, received ones included, with time and officer. */
  audit(): Promise<readonly LoggedEntry[]>;

  /**
   * The revisions of these records and the disclosures of them, each with its place in the logs: what was known when
   * something was given away, whatever the clocks said. Not a consultation.
   */
  trail(ids: readonly RecordId[]): Promise<Trail>;

  /** Batches of this device after `seq`, oldest first, each with those received in it. */
  batchesSince(seq: number): Promise<readonly Batch[]>;

  /**
   * Receives batches of other devices, proved one by one: the signature must be one that `verify` knows, and the
   * content must be the one its header commits to. They may come in any order, repeatedly, and with content left out.
   * Batches already here are not kept twice, and several heads of one record exist side by side. Batches of this device
   * are known, or extend its log. A large handover is kept in lots; if it is cut short, it is requested again.
   *
   * @param reason - a code of the list `reason`, for the `combination` that is logged
   * @throws {PreventError} `CP_STORE_NOT_RECEIVED` with the issue as `cause`: then nothing was received
   */
  receive(
    batches: readonly Batch[],
    verify: Verify,
    reason: string,
    options?: ReceiveOptions,
  ): Promise<Received>;

  /**
   * Changes that `receive` would make with the same batches and options; it refuses in the same cases. Nothing is kept
   * or logged. Not a consultation: it returns only ids and kinds.
   *
   * @throws {PreventError} `CP_STORE_NOT_RECEIVED` with the issue as `cause`
   */
  foresee(
    batches: readonly Batch[],
    verify: Verify,
    options?: ReceiveOptions,
  ): Promise<readonly Foreseen[]>;

  /** Names of the blobs that records name, withdrawn records included: a blob store has to keep these. */
  blobs(): Promise<ReadonlySet<BlobName>>;

  /** @returns a function that ends the subscription */
  subscribe(listener: StoreListener): () => void;

  /**
   * Destroys the content and salts of these records' revisions. The headers stay, so the chain still verifies, and an
   * `erasure` entry is kept.
   *
   * @throws {PreventError} `CP_STORE_HELD` while a hold is in place on a record's subject, or on one whose records rest
   * on it (its captures, its referrers); `CP_STORE_UNKNOWN_RECORD` when there is nothing to dispose of; if the store
   * was opened with a gate, `CP_STORE_NOT_DISPOSABLE` when nobody decided to dispose of these records
   */
  dispose(ids: readonly RecordId[], reason: string): Promise<DisposalReceipt>;

  /**
   * Keeps the current records next to their history, so that the next opening folds only later batches. Safe at any
   * time and never required: a store that keeps no heads does nothing. If it fails, nothing has changed.
   */
  compact(): Promise<void>;

  close(): Promise<void>;
}
