/** Growth of cost with size, for tests that must fail when something costs more than its size accounts for. */

/**
 * Processor time of the large run as a multiple of the small run’s. Takes the least of three rounds of each, in turn, since
 * a busy machine only ever adds to it.
 */
export function growth(small: () => unknown, large: () => unknown): number {
  let [leastSmall, leastLarge] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < 3; round += 1) {
    leastSmall = Math.min(leastSmall, costOf(small));
    leastLarge = Math.min(leastLarge, costOf(large));
  }
  return leastLarge / leastSmall;
}

/** Microseconds that this thread spends on one run, repeated until a clock of coarse ticks has moved enough. */
function costOf(run: () => unknown): number {
  const begun = process.threadCpuUsage();
  for (let count = 1; ; count += 1) {
    run();
    const { user, system } = process.threadCpuUsage(begun);
    if (user + system >= 20_000) return (user + system) / count;
  }
}
