/** Counts, by name, that ids and seeds of tests are made from. */
const counts = new Map<string, number>();

/** The next number: one more than the call before gave. */
export function nextCount(of: string): number {
  const count = (counts.get(of) ?? 0) + 1;
  counts.set(of, count);
  return count;
}

/** Resets every count, so that it begins at one again. */
export function restartCounts(): void {
  counts.clear();
}
