/** The worker that seals and opens pages. What it was given and what it opened is handed over, not copied: nothing of it stays here. */
import { open, sealPut } from '../vault/seal.js';
import type { PageAnswer, PageAsk } from './pages-in-worker.js';

self.onmessage = async ({ data }: MessageEvent<PageAsk>) => {
  const { answer, give } = await carriedOut(data).catch(() => REFUSED);
  self.postMessage({ id: data.id, ...answer } satisfies PageAnswer, { transfer: give });
};

interface Done {
  readonly answer: Omit<PageAnswer, 'id'>;
  readonly give: ArrayBuffer[];
}

const REFUSED: Done = { answer: {}, give: [] };

async function carriedOut(page: PageAsk): Promise<Done> {
  const { key, place } = page;
  if ('list' in page) {
    const sealed = await sealPut(key, place, page.list);
    const room = new Uint8Array(page.list.bytes.buffer);
    return { answer: { sealed, room }, give: [room.buffer] };
  }
  const plain = await open(key, place, new Uint8Array(await page.sealed.arrayBuffer()));
  return { answer: { plain }, give: [plain.buffer] };
}
