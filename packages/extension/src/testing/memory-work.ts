/** Unfinished work in memory, with versions like the sealed one, and ways to make it fail. */
import { failed, passed } from '@cyber-prevent/core';
import type { UnfinishedWork } from '../ports/services.js';

export interface MemoryWork extends UnfinishedWork {
  /** Fails every save and discard with this sentence until called with undefined. */
  failWith(message: string | undefined): void;
  /** Fails every discard with this sentence until called with undefined. */
  failDiscardsWith(message: string | undefined): void;
  /** Fails every load with this sentence until called with undefined. */
  failLoadsWith(message: string | undefined): void;
  /** Saves as another window would. */
  fromElsewhere(key: string, value: unknown): void;
  /** Discards as another window would. */
  goneElsewhere(key: string): void;
  /** The value kept under a key. */
  held(key: string): unknown;
}

export function memoryWork(): MemoryWork {
  const rows = new Map<string, { value: unknown; version: number }>();
  const listeners = new Set<(key: string) => void>();
  let trouble: string | undefined;
  let left: string | undefined;
  let unread: string | undefined;
  return {
    async save(key, value, seen) {
      if (trouble !== undefined)
        return failed({ code: 'work-not-kept', severity: 'error', message: trouble });
      if ((rows.get(key)?.version ?? 0) !== seen)
        return failed({
          code: 'work-changed',
          severity: 'error',
          message: 'This was changed in another window.',
        });
      rows.set(key, { value: structuredClone(value), version: seen + 1 });
      return passed({ version: seen + 1 });
    },
    async load(key) {
      if (unread !== undefined) throw new Error(unread);
      return rows.get(key);
    },
    keys: async () => [...rows.keys()],
    async discard(key) {
      const why = trouble ?? left;
      if (why !== undefined) throw new Error(why);
      rows.delete(key);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    failWith(message) {
      trouble = message;
    },
    failDiscardsWith(message) {
      left = message;
    },
    failLoadsWith(message) {
      unread = message;
    },
    fromElsewhere(key, value) {
      rows.set(key, { value, version: (rows.get(key)?.version ?? 0) + 1 });
      for (const listener of listeners) listener(key);
    },
    goneElsewhere(key) {
      rows.delete(key);
      for (const listener of listeners) listener(key);
    },
    held: (key) => rows.get(key)?.value,
  };
}
