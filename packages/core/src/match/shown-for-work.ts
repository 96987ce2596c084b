/** Records that an officer was shown while a piece of work was open: each is logged once for it, until it changes. */
import type { StoredRecord } from '../store/log/port.js';

export interface ShownForWork {
  /** True if the record was shown for the work, logged, and has not changed since. Never true without a work. */
  has(work: string | undefined, record: StoredRecord): boolean;
  /** Notes records whose look is logged by now. */
  add(work: string | undefined, records: readonly StoredRecord[]): void;
  clear(): void;
}

export function shownForWork(): ShownForWork {
  const shown = new Set<string>();
  const keyOf = (work: string, { id, heads }: StoredRecord): string =>
    [work, id, ...heads.toSorted()].join(' ');
  return {
    has: (work, record) => work !== undefined && shown.has(keyOf(work, record)),
    add(work, records) {
      if (work === undefined) return;
      for (const record of records) shown.add(keyOf(work, record));
    },
    clear: () => shown.clear(),
  };
}
