/**
 * The files of a vault that accompany the database: made once, kept open, written in place. Neither their number nor
 * their names ever change, since a browser may forget a file that was made after an unclean stop.
 */
import type { VaultKind } from '../../ports/services.js';
import type { Bytes } from '../../vault/bytes.js';

export const VAULT_FILES = [
  'journal-a',
  'journal-b',
  'keys-a',
  'keys-b',
  'blobs-a',
  'blobs-b',
  'pages',
] as const;
export type VaultFile = (typeof VAULT_FILES)[number];

/** Bytes of a file. */
export interface FilePart {
  readonly at: number;
  readonly length: number;
}

export interface FileWrite {
  readonly name: VaultFile;
  /** Offset in bytes; the gap after the file's end becomes zeros. */
  readonly at: number;
  /** Transferred: its whole buffer is empty once the write was requested. */
  readonly bytes: Bytes;
}

/** Every call is carried out after those made before it. */
export interface VaultFiles {
  /**
   * The files that were not there when opened, or that a stop left before anything was in them. Such a file reads as
   * empty, and is made by the first write to it.
   */
  readonly missing: readonly VaultFile[];
  /**
   * The files that could not be identified when opened: the page in front of their content was damaged. Opening them
   * with `make` writes it again.
   */
  readonly unnamed: readonly VaultFile[];
  /** Bytes. */
  size(name: VaultFile): Promise<number>;
  /** Shorter at the end of the file. */
  read(name: VaultFile, at: number, length: number): Promise<Bytes>;
  /**
   * The CRC-32 of each part; the parts ascend, and are better close together. A truncated part gives that of the bytes
   * there are.
   */
  checksums(name: VaultFile, parts: readonly FilePart[]): Promise<readonly number[]>;
  /**
   * Carries out the writes in order, then flushes every file written; resolves when all are on disk.
   *
   * @throws {PreventError} `CP_STORE_FULL`, `CP_STORE_CLOSED`: any part of it may be on disk
   */
  write(writes: readonly FileWrite[]): Promise<void>;
  /** Cuts the file off, or lengthens it with zeros; flushed. */
  truncate(name: VaultFile, size: number): Promise<void>;
  close(): Promise<void>;
}

export interface OpenFilesOptions {
  /** True at set-up: makes the missing files. Otherwise opening makes nothing. */
  readonly make: boolean;
}

/** @throws {PreventError} `CP_STORE_CLOSED` when the browser gives no files, or another page of ours has them open */
export type OpenFiles = (kind: VaultKind, options: OpenFilesOptions) => Promise<VaultFiles>;
