/** Opens sealed pages in a worker of its own. */
import { PreventError } from '@cyber-prevent/core';
import { startWorker } from '../vault/own-worker.js';
import type { SealedPlace } from '../vault/seal.js';
import { type OpenedPage, openHere, type PageOpener } from './page-opener.js';
import type { PageExtent } from './page-outline.js';

/** One page for the worker. */
export interface PageAsk {
  readonly id: number;
  readonly key: CryptoKey;
  readonly place: SealedPlace;
  readonly sealed: Blob;
  readonly extent: PageExtent | undefined;
}

export interface PageAnswer {
  readonly id: number;
  /** Absent: it did not open. */
  readonly opened?: OpenedPage;
}

/** Taking bytes in and out of what decrypts them takes as long as parsing them: in a worker it is done beside it. */
export function openInWorker(): PageOpener {
  const worker = startWorker('pages');
  const waiting = new Map<number, (answer: PageAnswer | undefined) => void>();
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
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  return {
    end,
    async open(key, place, sealed, extent) {
      const answer = await new Promise<PageAnswer | undefined>((resolve) => {
        if (isEnded) return resolve(undefined);
        asked += 1;
        waiting.set(asked, resolve);
        worker.postMessage({ id: asked, key, place, sealed, extent } satisfies PageAsk);
      });
      // The browser had no memory for a worker, or took it away: it takes longer, and no page is lost for that.
      if (answer === undefined) return openHere.open(key, place, sealed, extent);
      if (answer.opened) return answer.opened;
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
