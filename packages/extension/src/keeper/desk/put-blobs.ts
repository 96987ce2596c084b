/**
 * Blobs that pages have put and no record names yet. They wait for the save that names them; those of a page whose disk
 * ran full, that is closed, or whose file is refused for what is in it, are destroyed at once, so that the room is there
 * again.
 */
import { type BlobName, PreventError, type RecordStore } from '@cyber-prevent/core';
import type { BlobShelf } from '../../storage/blob-shelf.js';

export interface PutParts {
  readonly blobs: Pick<BlobShelf, 'put' | 'named' | 'collect'>;
  write<T>(
    request: undefined,
    change: (store: Pick<RecordStore, 'blobs'>) => Promise<T>,
  ): Promise<T>;
}

export interface PutBlobs {
  /**
   * Keeps the bytes for the page.
   *
   * @throws {PreventError} as `BlobStore.put` does; of `CP_STORE_FULL` all that the page has put goes
   */
  put(client: string, bytes: Uint8Array): Promise<BlobName>;
  /** The page’s save is kept, and names what it needs. */
  saved(client: string): void;
  /** Destroys all that the page has put and no record names. */
  drop(client: string): Promise<void>;
}

export function putBlobs({ blobs, write }: PutParts): PutBlobs {
  const put = new Map<string, Set<BlobName>>();
  const drop = async (client: string): Promise<void> => {
    const names = put.get(client);
    if (!names) return;
    put.delete(client);
    const others = new Set([...put.values()].flatMap((each) => [...each]));
    // In the turn of the saves: none of them may be about to name one of these.
    await write(undefined, async (store) => {
      blobs.named([...names].filter((name) => !others.has(name)));
      await blobs.collect(await store.blobs());
    });
  };
  return {
    async put(client, bytes) {
      try {
        const name = await blobs.put(bytes);
        const names = put.get(client) ?? new Set();
        put.set(client, names.add(name));
        return name;
      } catch (error) {
        const isFull = error instanceof PreventError && error.code === 'CP_STORE_FULL';
        if (isFull) await drop(client).catch(() => undefined);
        throw error;
      }
    },
    saved: (client) => void put.delete(client),
    drop,
  };
}
