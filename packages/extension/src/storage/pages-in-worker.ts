/** Seals and opens pages in a worker of its own. */
import { PreventError } from '@cyber-prevent/core';
import { type Bytes, wipe } from '../vault/bytes.js';
import { putList } from '../vault/list-room.js';
import { startWorker } from '../vault/own-worker.js';
import type { Padded } from '../vault/size-class.js';
import { handHere, type PageHand, type PageKey } from './page-hand.js';

/** One page: to be opened, or a list to be sealed, whose buffer is handed over. */
type Page = PageKey & ({ readonly sealed: Blob } | { readonly list: Padded });

/** For the worker. */
export type PageAsk = Page & { readonly id: number };

/** With neither it was refused. */
export interface PageAnswer {
  readonly id: number;
  /** Of a page that was opened. */
  readonly plain?: Bytes;
  /** Of a list, and the buffer that it came in, which is zeros. */
  readonly sealed?: Blob;
  readonly room?: Bytes;
}

/** Taking bytes in and out of what seals them takes as long as parsing them, or putting them into words: here it is done beside that. */
export function pagesInWorker(): PageHand {
  const worker = startWorker('pages');
  const waiting = new Map<number, (answer: PageAnswer | undefined) => void>();
  /** Fresh memory for each list would take as long as sealing it. */
  const rooms: Bytes[] = [];
  let asked = 0;
  let isEnded = false;
  const end = (): void => {
    isEnded = true;
    worker.terminate();
    for (const answer of waiting.values()) answer(undefined);
    waiting.clear();
  };
  worker.onerror = end;
  worker.onmessageerror = end;
  worker.onmessage = ({ data }: MessageEvent<PageAnswer>) => {
    if (data.room) rooms.push(data.room);
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  const answered = (page: Page, give: ArrayBuffer[] = []): Promise<PageAnswer | undefined> =>
    new Promise((resolve) => {
      if (isEnded) return resolve(undefined);
      asked += 1;
      waiting.set(asked, resolve);
      worker.postMessage({ id: asked, ...page } satisfies PageAsk, give);
    });
  return {
    end,
    // The browser had no memory for a worker, or took it away: it takes longer, and no page is lost for that.
    async seal(under, texts) {
      if (isEnded) return handHere.seal(under, texts);
      const list = putList(rooms.pop() ?? new Uint8Array(0), texts());
      try {
        const answer = await answered({ ...(await under), list }, [list.bytes.buffer]);
        if (answer?.sealed) return answer.sealed;
      } finally {
        // It may not have been handed over.
        wipe(list.bytes);
      }
      return handHere.seal(under, texts);
    },
    async open(key, place, sealed) {
      const answer = await answered({ key, place, sealed });
      if (answer === undefined) return handHere.open(key, place, sealed);
      if (answer.plain) return answer.plain;
      throw unreadable();
    },
  };
}

function unreadable(): PreventError {
  return new PreventError(
    'CP_VAULT_UNREADABLE',
    'Part of what is stored on this computer was altered or damaged and cannot be read.',
  );
}
