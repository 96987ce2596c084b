/**
 * Marks a promise as awaited later, or not at all if something before it fails: its own failure is then not reported.
 */
export function unawaited<T>(work: PromiseLike<T> | T): Promise<T> {
  const promise = Promise.resolve(work);
  promise.catch(() => undefined);
  return promise;
}
