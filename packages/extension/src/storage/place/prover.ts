/** Proves what is sealed in two copies: on this thread, or beside it where that is handed in. */
import type { Bytes } from '../../vault/bytes.js';
import { areSound, type SealedPlace } from '../../vault/seal.js';

export interface Prover {
  /**
   * Whether the bytes open, and the copy of them is the same. Both are handed over: afterwards they may be empty here.
   * Where nothing is left that could say, it says that they are not.
   */
  areSound(key: CryptoKey, place: SealedPlace, sealed: Bytes, copy: Bytes): Promise<boolean>;
  /** The keys that were handed over are forgotten. */
  end(): void;
}

export const proveHere: Prover = { areSound, end: () => undefined };
