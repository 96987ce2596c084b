/** Waited for later, or not at all when something before it fails: then its own failure is nobody's to hear. */
export function unawaited<T>(work: PromiseLike<T> | T): Promise<T> {
  const promise = Promise.resolve(work);
  promise.catch(() => undefined);
  return promise;
}
