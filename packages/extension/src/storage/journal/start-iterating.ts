import { unawaited } from '../place/unawaited.js';

/** Starts the iterator immediately. It can be returned if it is not wanted after all. */
export function startIterating<T>(all: AsyncGenerator<T>): AsyncIterable<T> {
  let first: Promise<IteratorResult<T>> | undefined = unawaited(all.next());
  const iterator: AsyncIterator<T> = {
    next() {
      const next = first ?? all.next();
      first = undefined;
      return next;
    },
    return: () => all.return(undefined),
  };
  return { [Symbol.asyncIterator]: () => iterator };
}
