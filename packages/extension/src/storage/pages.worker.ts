/** The worker that opens sealed pages. What it opened is handed over, not copied: nothing of it stays here. */
import { openHere } from './page-opener.js';
import type { PageAnswer, PageAsk } from './pages-in-worker.js';

self.onmessage = async ({ data: { id, key, place, sealed, extent } }: MessageEvent<PageAsk>) => {
  try {
    const opened = await openHere.open(key, place, sealed, extent);
    self.postMessage({ id, opened } satisfies PageAnswer, { transfer: [opened.plain.buffer] });
  } catch {
    self.postMessage({ id } satisfies PageAnswer);
  }
};
