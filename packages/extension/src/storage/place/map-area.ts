/** A storage area in memory, for tests: it stores JSON, as `chrome.storage.local` does. */
import type { StorageArea } from '../../vault/area.js';

export interface MapArea extends StorageArea {
  readonly held: Map<string, string>;
}

export function mapArea(): MapArea {
  const held = new Map<string, string>();
  return {
    held,
    async get(key) {
      const json = held.get(key);
      return json === undefined ? undefined : JSON.parse(json);
    },
    async set(key, value) {
      held.set(key, JSON.stringify(value));
    },
    async remove(key) {
      held.delete(key);
    },
  };
}
