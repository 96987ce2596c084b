import { unawaited } from '../place/unawaited.js';

/** Goes on to the first at once, not when it is asked for; what is not wanted after all can be returned. */
export function begun<T>(all: AsyncGenerator<T>): AsyncIterable<T> {
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
