/** Growth of cost with size, for tests that must fail if something costs more than its size explains. */

/**
 * Processor time of one large run, as a multiple of that of as many small runs as make up its size: about 1 if cost
 * grows with size, `times` or more if it grows with the square. Both sides of a round take about as long, so that a
 * busy machine slows both. Takes the least of the rounds, since noise in the large run alone is not growth.
 *
 * @param small - a run of the smaller size
 * @param large - a run of a size `times` as large
 * @example expect(await growth(() => parse(short), () => parse(short.repeat(8)), 8)).toBeLessThan(3);
 */
export async function growth(
  small: () => unknown,
  large: () => unknown,
  times: number,
): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round += 1)
    least = Math.min(least, (await costOf(large, 1)) / (await costOf(small, times)));
  return least;
}

/** Microseconds of this thread's time per round of `times` runs, repeated until a coarse clock has moved enough. */
async function costOf(run: () => unknown, times: number): Promise<number> {
  const begun = process.threadCpuUsage();
  for (let count = 1; ; count += 1) {
    for (let time = 0; time < times; time += 1) await run();
    const { user, system } = process.threadCpuUsage(begun);
    if (user + system >= 20_000) return (user + system) / count;
  }
}
