/** Seals and opens pages of records: on this thread, or beside it where that is handed in. */
import type { Bytes } from '../vault/bytes.js';
import { open, type SealedPlace, sealList } from '../vault/seal.js';

/** What a page is sealed under. */
export interface PageKey {
  readonly key: CryptoKey;
  readonly place: SealedPlace;
}

export interface PageHand {
  /**
   * Several may be asked for at once.
   *
   * @param under - may come while the page is put into words
   * @param texts - of JSON; asked for again where what was begun beside this thread was not ended
   */
  seal(under: Promise<PageKey>, texts: () => Iterable<string>): Promise<Blob>;
  /**
   * Several may be asked for at once.
   *
   * @throws {PreventError} `CP_VAULT_UNREADABLE` when it was not sealed for this place, or was altered
   */
  open(key: CryptoKey, place: SealedPlace, sealed: Blob): Promise<Bytes>;
  /** The keys that were handed over are forgotten. */
  end(): void;
}

/** On this thread, which the browser's own leave free for most of it. */
export const handHere: PageHand = {
  async seal(under, texts) {
    const { key, place } = await under;
    return sealList(key, place, texts());
  },
  open: async (key, place, sealed) => open(key, place, new Uint8Array(await sealed.arrayBuffer())),
  end: () => undefined,
};
