/** The worker that opens sealed pages. What it opened is handed over, not copied: nothing of it stays here. */
import { open } from '../vault/seal.js';
import type { PageAnswer, PageAsk } from './pages-in-worker.js';

self.onmessage = async ({ data: { id, key, place, sealed } }: MessageEvent<PageAsk>) => {
  try {
    const plain = await open(key, place, new Uint8Array(await sealed.arrayBuffer()));
    self.postMessage({ id, plain } satisfies PageAnswer, { transfer: [plain.buffer] });
  } catch {
    self.postMessage({ id } satisfies PageAnswer);
  }
};
