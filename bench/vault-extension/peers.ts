/** The comparisons for the vault: the same records in plain Dexie, one raw put, one raw append. */
import Dexie, { type Table } from 'dexie';
import type { VaultFiles } from '../../packages/extension/src/storage/place/files.ts';
import { privateFiles } from '../../packages/extension/src/storage/place/opfs-place.ts';

export interface PlainRecord {
  readonly id: string;
}

/** A table by id without further indexes: no extra work for Dexie. */
export async function openPlain(
  durability: 'default' | 'strict',
): Promise<{ readonly records: Table<PlainRecord, string>; close(): void }> {
  const database = new Dexie(`bench-plain-${durability}`, {
    chromeTransactionDurability: durability,
  });
  database.version(1).stores({ records: 'id' });
  await database.open();
  return { records: database.table('records'), close: () => database.close() };
}

export interface RawPut {
  /** Resolves when the put is durable. */
  put(seq: number, sealed: Uint8Array): Promise<void>;
  close(): void;
}

export async function openRawPut(): Promise<RawPut> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('bench-raw', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'seq' });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  return {
    put: (seq, sealed) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
        transaction.objectStore('rows').put({ seq, sealed });
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      }),
    close: () => database.close(),
  };
}

export interface RawAppend {
  /** Resolves when the bytes are flushed; they are transferred to the worker. */
  append(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
}

/** Appends through the vault's own worker, to a file that the vault does not use. */
export async function openRawAppend(): Promise<RawAppend> {
  const files: VaultFiles = await privateFiles.open('live', { make: true });
  let at = await files.size('blobs-a');
  return {
    async append(bytes) {
      const { length } = bytes;
      await files.write([{ name: 'blobs-a', at, bytes }]);
      at += length;
    },
    close: () => files.close(),
  };
}
