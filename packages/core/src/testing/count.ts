/** Counts that ids and seeds of tests are made from, by what is counted. */
const counts = new Map<string, number>();

/** One more than the call before gave. */
export function nextCount(of: string): number {
  const count = (counts.get(of) ?? 0) + 1;
  counts.set(of, count);
  return count;
}

/** Begins every count at one again. */
export function restartCounts(): void {
  counts.clear();
}
