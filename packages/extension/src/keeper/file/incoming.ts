/** A file on its way from a page to the keeper, piece by piece, read as it comes. */
import { outOfOrder } from './outgoing.js';

export type Taken<T> =
  | { readonly name: 'more'; readonly done: number }
  | { readonly name: 'ended'; readonly outcome: T };

export interface Incoming<T> {
  /** Hands a piece in; asked again with the same number, answers the same. Resolves when it was read. */
  push(index: number, bytes: Uint8Array): Promise<Taken<T>>;
  /** There are no more pieces. What came of them, or how far it is when that takes longer than a moment. */
  end(): Promise<Taken<T>>;
  /** Nobody waits for it any more: what reads is told that the file ended. */
  stop(): void;
}

/** Milliseconds: an answer is given while the line still waits for it. */
const MOMENT = 1000;

/**
 * @param read - reads the file to its end, or stops where something is wrong
 * @param done - how much was read so far, of whatever the reader counts
 */
export function incoming<T>(
  read: (pieces: AsyncIterable<Uint8Array>) => Promise<T>,
  done: () => number,
): Incoming<T> {
  let hungry = deferred<void>();
  let food = deferred<Uint8Array | undefined>();
  let at = -1;
  let last: Promise<Taken<T>> | undefined;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for (;;) {
      hungry.resolve();
      const piece = await food.promise;
      if (piece === undefined) return;
      food = deferred();
      yield piece;
    }
  };
  const reading = read(pieces()).then((outcome): Taken<T> => ({ name: 'ended', outcome }));
  reading.catch(() => undefined);

  const take = async (bytes: Uint8Array): Promise<Taken<T>> => {
    const ready = hungry.promise.then(() => undefined);
    const early = await Promise.race([reading, ready]);
    if (early) return early;
    hungry = deferred();
    food.resolve(bytes);
    const more = hungry.promise.then((): Taken<T> => ({ name: 'more', done: done() }));
    return Promise.race([reading, more]);
  };
  return {
    push(index, bytes) {
      if (index === at && last) return last;
      if (index !== at + 1) return Promise.reject(outOfOrder());
      at = index;
      last = take(bytes);
      return last;
    },
    async end() {
      food.resolve(undefined);
      let timer: ReturnType<typeof setTimeout> | undefined;
      const later = new Promise<Taken<T>>((resolve) => {
        timer = setTimeout(() => resolve({ name: 'more', done: done() }), MOMENT);
      });
      return Promise.race([reading, later]).finally(() => clearTimeout(timer));
    },
    stop: () => food.resolve(undefined),
  };
}

interface Deferred<T> {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
}

function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
