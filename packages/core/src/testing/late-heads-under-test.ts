/** A log that gives its heads as they stand, to be read only when somebody asks for one of them. */
import type { HeadPortion, HeadRecord, HeadsLog, LateHeads } from '../store/heads.js';

export interface LateHeadsOptions {
  /** So many portions come as records, as what is wanted first does. */
  readonly early?: number;
  /** Records to a portion that comes late. */
  readonly size?: number;
  readonly pause?: () => Promise<void>;
  /** Instead of the records of a portion. */
  readonly read?: (records: readonly HeadRecord[]) => readonly HeadRecord[];
}

export interface LateLog extends HeadsLog {
  /** Names of what was read or dropped: ordinals of each portion. */
  readonly seen: { readonly read: number[][]; readonly dropped: number[][] };
}

export function lateHeads(log: HeadsLog, options: LateHeadsOptions = {}): LateLog {
  const { early = 0, size = 1, pause, read = (records) => records } = options;
  const seen = { read: [] as number[][], dropped: [] as number[][] };
  const portion = (records: readonly HeadRecord[]): LateHeads | undefined => {
    const [first] = records;
    const ordinals = records.map(({ ordinal }) => ordinal);
    return (
      first && {
        kind: first.kind,
        last: Math.max(...ordinals),
        has: (id) => records.some((record) => record.id === id),
        read() {
          seen.read.push(ordinals);
          return read(records);
        },
        drop: () => void seen.dropped.push(ordinals),
      }
    );
  };
  async function* late(portions: AsyncIterable<HeadPortion>): AsyncGenerator<HeadPortion> {
    let left = early;
    for await (const { records, more = [] } of portions) {
      if (left-- > 0) {
        yield { records, more };
        continue;
      }
      const kinds = records.slice(0, 1).map(({ kind }) => kind);
      for (let from = 0; from < records.length; from += size) {
        const later = portion(records.slice(from, from + size));
        const isLast = from + size >= records.length;
        yield {
          records: [],
          ...(later ? { later } : {}),
          more: isLast ? more : [...kinds, ...more],
        };
      }
    }
  }
  return {
    ...log,
    async load() {
      const found = await log.load();
      return found && { ...found, records: late(found.records), ...(pause ? { pause } : {}) };
    },
    seen,
  };
}
