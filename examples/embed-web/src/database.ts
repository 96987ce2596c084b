/** The browser database: batches by their sequence, and the identity of this device. */
export const BATCHES = 'batches';
export const META = 'meta';

/** @param name - of the database: one for each set of records */
export function openDatabase(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(BATCHES);
    request.result.createObjectStore(META);
  };
  return resultOf(request);
}

export function resultOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Writes all of the change or nothing. Resolves when it is on disk, not when the browser has accepted it. */
export function write(
  database: IDBDatabase,
  store: string,
  change: (into: IDBObjectStore) => unknown,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    change(transaction.objectStore(store));
  });
}
