/** Blobs that vanish with the program: for tests, and for trying the toolkit. */
import type { BlobName } from '../shared/primitives.js';
import { type BlobStore, refuseTooLarge } from './blob-store.js';

/**
 * Blobs in memory, for tests and for programs that keep nothing.
 *
 * @param nameOf - gives the same name for the same bytes; keyed, if the store outlives the program
 */
export function memoryBlobs(nameOf: (bytes: Uint8Array) => Promise<BlobName>): BlobStore {
  const held = new Map<BlobName, Uint8Array>();
  const waiting = new Set<BlobName>();
  const keep = (name: BlobName, bytes: Uint8Array): void => {
    refuseTooLarge(bytes);
    if (held.has(name)) return;
    held.set(name, bytes.slice());
    waiting.add(name);
  };
  return {
    async put(bytes) {
      refuseTooLarge(bytes);
      const name = await nameOf(bytes);
      keep(name, bytes);
      return name;
    },
    async take(name, bytes) {
      keep(name, bytes);
    },
    get: async (name) => held.get(name)?.slice(),
    named(names) {
      for (const name of names) waiting.delete(name);
    },
    async collect(inUse) {
      const idle = [...held.keys()].filter((name) => !inUse.has(name) && !waiting.has(name));
      for (const name of idle) held.delete(name);
      return idle.length;
    },
  };
}
