/** A file on its way from the keeper to a page, piece by piece: the page requests each, and so may stop at any time. */
import { PreventError } from '@cyber-prevent/core';

export interface Piece {
  /** Undefined after the last. */
  readonly bytes: Uint8Array | undefined;
  /** Number of the file's items that are in it so far. */
  readonly done: number;
}

export interface Outgoing {
  /** The piece with that number; a repeated request gives the same. Numbers go up by one. */
  piece(index: number): Promise<Piece>;
}

/** @param done - gives the amount in the file so far */
export function outgoing(file: AsyncIterator<Uint8Array>, done: () => number): Outgoing {
  let at = -1;
  let last: Promise<Piece> | undefined;
  return {
    piece(index) {
      if (index === at && last) return last;
      if (index !== at + 1) return Promise.reject(outOfOrder());
      at = index;
      last = file.next().then((next) => ({
        bytes: next.done === true ? undefined : next.value,
        done: done(),
      }));
      return last;
    },
  };
}

export function outOfOrder(): PreventError {
  return new PreventError('CP_STORE_CLOSED', 'The file was interrupted. Start again.');
}
