/** Succession of keys: an issuer goes on under another key, because the pinned entry of that key says so. */
import { issuersByKey, type PinnedIssuer, rankOrder } from './issuer.js';

export interface Succession {
  /** True if the key succeeds the other, at once or through keys between them. */
  readonly isSuccessor: (key: string, earlier: string) => boolean;
  /** The keys that succeed a key. */
  readonly successorsOf: (key: string) => readonly string[];
  /** The keys that a key succeeds, the earliest first. */
  readonly predecessorsOf: (key: string) => readonly string[];
}

/** Reads the succession from the pinned issuers. Two keys that succeed each other have none. */
export function successionOf(issuers: readonly PinnedIssuer[]): Succession {
  const byKey = issuersByKey(issuers);
  const named = new Map([...byKey.keys()].map((key) => [key, keysBefore(key, byKey)]));
  const isSuccessor = (key: string, earlier: string): boolean =>
    named.get(key)?.has(earlier) === true && named.get(earlier)?.has(key) !== true;
  const keys = [...byKey.keys()].sort();
  const before = new Map(
    keys.map((key) => [key, keys.filter((other) => isSuccessor(key, other))] as const),
  );
  const length = (key: string): number => before.get(key)?.length ?? 0;
  return {
    isSuccessor,
    successorsOf: (key) => keys.filter((other) => isSuccessor(other, key)),
    // A key has more before it than any key that it succeeds.
    predecessorsOf: (key) =>
      (before.get(key) ?? []).toSorted((one, other) => length(one) - length(other)),
  };
}

/** Every key that is named as an earlier one of that key, or of a key so named. */
function keysBefore(key: string, byKey: ReadonlyMap<string, PinnedIssuer>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [key];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const by = byKey.get(at);
    for (const earlier of by?.succeeds ?? []) {
      const issuer = byKey.get(earlier);
      if (by === undefined || issuer === undefined || found.has(earlier)) continue;
      if (rankOrder(issuer.rank) > rankOrder(by.rank)) continue;
      found.add(earlier);
      open.push(earlier);
    }
  }
  return found;
}
