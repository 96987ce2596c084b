/**
 * Storage for content too large for a record: copies of pages, attachments. A record names its blobs; a blob is kept
 * before the batch that names it, read on request, and gone with the last record that names it.
 */

import { PreventError } from '../shared/errors.js';
import type { BlobName } from '../shared/primitives.js';

export interface BlobStore {
  /**
   * Keeps the bytes, which are safe once it resolves. The same bytes have the same name, and are kept once.
   *
   * @throws {PreventError} `CP_BLOB_TOO_LARGE`; `CP_STORE_FULL`, `CP_STORE_LOCKED`, `CP_STORE_CLOSED`: nothing was kept
   */
  put(bytes: Uint8Array): Promise<BlobName>;
  /**
   * Keeps bytes under the name that another store gave them, in a restore or an exchange. A readable blob already kept
   * under the name stays as it is.
   *
   * @throws {PreventError} as `put` does
   */
  take(name: BlobName, bytes: Uint8Array): Promise<void>;
  /**
   * The bytes; undefined if none are kept under the name.
   *
   * @throws {PreventError} `CP_VAULT_UNREADABLE` when they are damaged
   */
  get(name: BlobName): Promise<Uint8Array | undefined>;
  /**
   * Marks the names as named by a record. Until then `collect` spares blobs that were put since the store was opened.
   */
  named(names: Iterable<BlobName>): void;
  /**
   * Destroys every blob that is not in use, and remains of an interrupted write: nothing of it can be read again.
   *
   * @param inUse - the names that records name, as `RecordStore.blobs` gives them
   * @returns how many were destroyed
   */
  collect(inUse: ReadonlySet<BlobName>): Promise<number>;
}

/** Most bytes of one blob. A page of 50,000 nodes takes about 6 million. */
export const LARGEST_BLOB = 8 * 1024 * 1024;

/**
 * Throws for a blob that is larger than any store takes.
 *
 * @throws {PreventError} `CP_BLOB_TOO_LARGE`
 */
export function refuseTooLarge({ length }: Uint8Array): void {
  if (length <= LARGEST_BLOB) return;
  throw new PreventError(
    'CP_BLOB_TOO_LARGE',
    'This is larger than 8 MB, so it cannot be kept in one piece. Keep a smaller part of it.',
  );
}
