/** Proves the sealed bytes of two copies: on this thread, or off it with the prover passed in. */
import type { Bytes } from '../../vault/bytes.js';
import { areSound, type SealedPlace } from '../../vault/seal.js';

export interface Prover {
  /**
   * True if the bytes open, and the copy of them is the same. Both are transferred: afterwards they may be empty here.
   * False if nothing is left to prove them.
   */
  areSound(key: CryptoKey, place: SealedPlace, sealed: Bytes, copy: Bytes): Promise<boolean>;
  /** Forgets the keys that were passed to it. */
  end(): void;
}

export const proveHere: Prover = { areSound, end: () => undefined };
