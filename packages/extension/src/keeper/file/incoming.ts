/** A file on its way from a page to the keeper, piece by piece, read on arrival. */
import type { Taken } from '../../ports/file-reads.js';
import { outOfOrder } from './outgoing.js';

export interface Incoming<T> {
  /** Submits a piece; a repeated call with the same number gives the same answer. Resolves when it was read. */
  push(index: number, bytes: Uint8Array): Promise<Taken<T>>;
  /** Marks the end of the pieces. Gives the outcome, or the progress when that takes longer than a moment. */
  end(): Promise<Taken<T>>;
  /** Abandons it: the reader sees the end of the file. */
  stop(): void;
}

/** Milliseconds: the answer comes while the line still waits for it. */
const MOMENT = 1000;

/**
 * @param read - reads the file to its end, or stops at the first fault
 * @param done - number of items read so far, in the reader's own unit
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
