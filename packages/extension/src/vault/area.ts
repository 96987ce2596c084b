/**
 * Storage outside the database: small, in clear or sealed, and never about a person. Backed by `chrome.storage.local`.
 */

export interface StorageArea {
  /** @returns undefined when nothing is stored under the key */
  get(key: string): Promise<unknown>;
  /** @param value - JSON */
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}
