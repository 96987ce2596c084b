/** Opens sealed pages: on this thread, or beside it where that is handed in. */
import type { Bytes } from '../vault/bytes.js';
import { open, type SealedPlace } from '../vault/seal.js';

export interface PageOpener {
  /**
   * Several may be asked for at once.
   *
   * @throws {PreventError} `CP_VAULT_UNREADABLE` when it was not sealed for this place, or was altered
   */
  open(key: CryptoKey, place: SealedPlace, sealed: Blob): Promise<Bytes>;
  /** The keys that were handed over are forgotten. */
  end(): void;
}

/** One that need not be there yet. */
export interface LateOpener {
  /** What opens the next pages: what was started, or this thread. */
  now(): PageOpener;
  /** Once, however often it is asked for. */
  start(): void;
  end(): void;
}

export function lateOpener(make: () => PageOpener = () => openHere): LateOpener {
  let made: PageOpener | undefined;
  return {
    now: () => made ?? openHere,
    start() {
      made ??= make();
    },
    end: () => made?.end(),
  };
}

/** On this thread, which the browser's own leave free for most of it. */
export const openHere: PageOpener = {
  open: async (key, place, sealed) => open(key, place, new Uint8Array(await sealed.arrayBuffer())),
  end: () => undefined,
};
