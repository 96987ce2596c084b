/** The time that one piece of work takes, with its value. */
export async function timed<T>(work: () => T | PromiseLike<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await work();
  return { value, ms: performance.now() - start };
}
