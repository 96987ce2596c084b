/** What every store does. Memory, an extension's sealed database and a server's database pass one conformance suite. */
import type { RecordKind, RecordOf } from '../record/kind.js';
import type { Sources } from '../record/provenance.js';
import type { Instant, RecordId } from '../shared/primitives.js';
import type { AuditEntry, Batch, Commit, Revision } from './revision.js';

/** A record as it stands: the fold of its revisions. */
export interface StoredRecord<K extends RecordKind = RecordKind> {
  readonly kind: K;
  readonly id: RecordId;
  readonly value: RecordOf<K>;
  /** The latest revision; several when two devices changed the record apart. Handed back as `parents` of a change. */
  readonly heads: readonly RecordId[];
  /** Where each field's present value came from. */
  readonly sources: Sources;
  readonly createdAt: Instant;
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
   * change's parents are not the record's heads; `CP_STORE_LOCKED`, `CP_STORE_FULL`, `CP_STORE_CLOSED`
   */
  commit(commit: Commit): Promise<Receipt>;

  /** The record as it stands; undefined when there is none, or it was withdrawn or disposed of. Not a consultation. */
  get<K extends RecordKind>(kind: K, id: RecordId): Promise<StoredRecord<K> | undefined>;

  /** Every standing record of the kind that has these field values, oldest first. Not a consultation. */
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

  /** Every revision of the record, oldest first, withdrawn or not; disposed ones are gone. */
  history(id: RecordId): Promise<readonly Revision[]>;

  /** Every audit entry, oldest first, with when and who. */
  audit(): Promise<readonly (AuditEntry & { readonly at: Instant; readonly by: RecordId })[]>;

  /** Batches of this device after `seq`, oldest first. */
  batchesSince(seq: number): Promise<readonly Batch[]>;

  /** @returns how to stop being told */
  subscribe(listener: StoreListener): () => void;

  /**
   * Destroys the content and salts of these records' revisions. The headers stay, so the chain still verifies, and an
   * `erasure` entry is kept.
   *
   * @throws {PreventError} `CP_STORE_HELD` while a hold stands on a record's subject, or on one whose records rest on it
   * (its captures, its referrers); `CP_STORE_UNKNOWN_RECORD` when there is nothing to dispose of
   */
  dispose(ids: readonly RecordId[], reason: string): Promise<DisposalReceipt>;

  /**
   * Keeps the records as they stand beside their history, so that the next opening folds only what came after. Safe at
   * any time and never needed: a store that keeps no such thing does nothing. When it fails, nothing has changed.
   */
  compact(): Promise<void>;

  close(): Promise<void>;
}
