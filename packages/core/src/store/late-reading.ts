/** Heads that are in hand and not read yet: each portion is read once, by whoever asks for one of it first. */
import type { HeadRecord, LateHeads } from './heads.js';

export interface LateReading {
  add(heads: LateHeads): void;
  /**
   * Reads those that are wanted. Rejects when any that was read, for this caller or another, was of no use.
   *
   * @param pause - before each
   */
  read(isWanted: (heads: LateHeads) => boolean, pause: () => Promise<void>): Promise<void>;
  /** What is not read by now never will be. */
  drop(): void;
}

export function lateReading(take: (records: readonly HeadRecord[]) => void): LateReading {
  const waiting = new Set<LateHeads>();
  let fault: { readonly error: unknown } | undefined;

  const readOne = (heads: LateHeads): void => {
    waiting.delete(heads);
    try {
      take(heads.read());
    } catch (error) {
      fault ??= { error };
    }
  };
  return {
    add(heads) {
      waiting.add(heads);
    },
    async read(isWanted, pause) {
      for (const heads of [...waiting].filter(isWanted)) {
        if (waiting.has(heads)) await pause();
        // Another caller may have read it meanwhile.
        if (waiting.has(heads)) readOne(heads);
        if (fault) break;
      }
      if (fault) throw fault.error;
    },
    drop() {
      for (const heads of waiting) heads.drop();
      waiting.clear();
    },
  };
}
