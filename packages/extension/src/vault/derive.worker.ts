/** The worker that derives: one request, one answer, then the page ends it, and releases its memory. */
import { wipe } from './bytes.js';
import { deriveHere } from './derive.js';

self.onmessage = async ({ data }: MessageEvent) => {
  try {
    const key = await deriveHere(data);
    self.postMessage({ key }, { transfer: [key.buffer] });
  } catch {
    self.postMessage({ key: null });
  } finally {
    if (data?.secret instanceof Uint8Array) wipe(data.secret);
  }
};
