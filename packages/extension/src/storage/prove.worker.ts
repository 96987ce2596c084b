/** The worker that proves copies of sealed bytes. Opened content neither stays here nor leaves it. */
import { areSound } from '../vault/seal.js';
import type { ProofAnswer, ProofAsk } from './place/proof-message.js';

self.onmessage = async ({ data }: MessageEvent<ProofAsk>) => {
  const { id, key, place, sealed, copy } = data;
  const isSound = await areSound(key, place, sealed, copy).catch(() => false);
  self.postMessage({ id, isSound } satisfies ProofAnswer);
};
