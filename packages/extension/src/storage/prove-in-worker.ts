/** Proves copies of sealed bytes in its own worker. */

import { startWorker } from '../vault/own-worker.js';
import type { ProofAnswer, ProofAsk } from './place/proof-message.js';
import { type Prover, proveHere } from './place/prover.js';

/** Works without a worker that is unavailable or was ended: it takes longer, but misses nothing. */
export function proveInWorker(): Prover {
  const worker = startWorker('prove');
  const waiting = new Map<number, (isSound: boolean) => void>();
  let asked = 0;
  let isEnded = false;
  const end = (): void => {
    isEnded = true;
    worker.terminate();
    for (const answer of waiting.values()) answer(false);
    waiting.clear();
  };
  worker.onerror = end;
  worker.onmessageerror = end;
  worker.onmessage = ({ data: { id, isSound } }: MessageEvent<ProofAnswer>) => {
    waiting.get(id)?.(isSound);
    waiting.delete(id);
  };
  return {
    end,
    areSound: async (key, place, sealed, copy) =>
      isEnded
        ? proveHere.areSound(key, place, sealed, copy)
        : new Promise((resolve) => {
            asked += 1;
            waiting.set(asked, resolve);
            const ask: ProofAsk = { id: asked, key, place, sealed, copy };
            worker.postMessage(ask, [sealed.buffer, copy.buffer]);
          }),
  };
}
