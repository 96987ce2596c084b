/** What is kept outside the database: small, in clear or sealed, and never of a person. `chrome.storage.local` behind it. */

export interface StorageArea {
  /** @returns undefined when there is nothing under the key */
  get(key: string): Promise<unknown>;
  /** @param value - JSON */
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}
