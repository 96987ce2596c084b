/**
 * What a store keeps its batches in: the one thing that differs between memory, a sealed browser database and a server.
 * Order is the device's sequence. What it holds is opaque to it.
 */
import type { RecordId } from '../shared/primitives.js';
import type { Batch } from './revision.js';

export interface BatchLog {
  /** Keeps the batch; resolves only when it is safe. A rejected append has kept nothing. */
  append(batch: Batch): Promise<void>;
  /** Every batch, oldest first. */
  load(): AsyncIterable<Batch>;
  /** Puts the batch in the place of the one of the same sequence, leaving nothing of the old one: disposal. */
  replace(batch: Batch): Promise<void>;
  close(): Promise<void>;
}

/** Signs for the officer, with a key that the host holds. */
export interface Signer {
  readonly team: string;
  readonly device: RecordId;
  readonly officer: RecordId;
  /** Ed25519 over UTF-8 text, base64url. */
  sign(text: string): Promise<string>;
}

/** Checks a signature of that officer; false for an unknown officer. */
export type Verify = (officer: string, text: string, signature: string) => Promise<boolean>;
