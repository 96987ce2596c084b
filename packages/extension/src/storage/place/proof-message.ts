/** The requests to the worker that proves batches, and its answers. */
import type { Bytes } from '../../vault/bytes.js';
import type { SealedPlace } from '../../vault/seal.js';

export interface ProofAsk {
  readonly id: number;
  readonly key: CryptoKey;
  readonly place: SealedPlace;
  readonly sealed: Bytes;
  readonly copy: Bytes;
}

export interface ProofAnswer {
  readonly id: number;
  readonly isSound: boolean;
}
