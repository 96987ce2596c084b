/** Opens sealed pages in a worker of its own. */
import { PreventError } from '@cyber-prevent/core';
import type { Bytes } from '../vault/bytes.js';
import { startWorker } from '../vault/own-worker.js';
import type { SealedPlace } from '../vault/seal.js';
import { openHere, type PageOpener } from './page-opener.js';

/** One page for the worker. */
export interface PageAsk {
  readonly id: number;
  readonly key: CryptoKey;
  readonly place: SealedPlace;
  readonly sealed: Blob;
}

/** No `plain`: it did not open. */
export interface PageAnswer {
  readonly id: number;
  readonly plain?: Bytes;
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
    async open(key, place, sealed) {
      const answer = await new Promise<PageAnswer | undefined>((resolve) => {
        if (isEnded) return resolve(undefined);
        asked += 1;
        waiting.set(asked, resolve);
        worker.postMessage({ id: asked, key, place, sealed } satisfies PageAsk);
      });
      // The browser had no memory for a worker, or took it away: it takes longer, and no page is lost for that.
      if (answer === undefined) return openHere.open(key, place, sealed);
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
