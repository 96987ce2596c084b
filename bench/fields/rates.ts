/** From counts to rates: sums over the pages of a system, and plain means over systems. */

export interface Rated {
  readonly recall: number;
  readonly precision: number;
  readonly f1: number;
}

/** Absent if there was nothing to judge. */
export type Rates = Partial<Rated>;

export function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}

/** @param right - a share of those read; `found` - of those wanted */
export function ratesOf(counts: {
  readonly wanted: number;
  readonly found: number;
  readonly read: number;
  readonly right: number;
}): Rates {
  const recall = share(counts.found, counts.wanted);
  if (recall === undefined) return {};
  const precision = share(counts.right, counts.read) ?? 0;
  const both = precision + recall;
  return { recall, precision, f1: both === 0 ? 0 : (2 * precision * recall) / both };
}

/** Sums of the members that are numbers. */
export function summed<Counts extends object>(
  all: readonly Counts[],
): Record<NumbersOf<Counts>, number> {
  const sums: Record<string, number> = {};
  for (const counts of all)
    for (const [name, value] of Object.entries(counts))
      if (typeof value === 'number') sums[name] = (sums[name] ?? 0) + value;
  return sums as Record<NumbersOf<Counts>, number>;
}

type NumbersOf<T> = { [Key in keyof T]: T[Key] extends number ? Key : never }[keyof T];

/** Mean of the values that are known. */
export function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0
    ? undefined
    : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** In the order of each key's first occurrence. */
export function grouped<T>(
  all: readonly T[],
  key: (each: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const own = groups.get(key(each));
    if (own) own.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}
