/** Signing and checking of batches. */

import type { RecordId } from '../../shared/primitives.js';

/** Signs for the officer, with a key kept by the host. */
export interface Signer {
  readonly team: string;
  readonly device: RecordId;
  readonly officer: RecordId;
  /** Ed25519 over UTF-8 text, base64url. */
  sign(text: string): Promise<string>;
}

/** Checks a signature of that officer; false for an unknown officer. */
export type Verify = (officer: string, text: string, signature: string) => Promise<boolean>;
