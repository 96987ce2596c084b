/** Room for the next pages in their file: never over anything that still counts, so that a stop leaves that whole. */
import type { Bytes } from '../../vault/bytes.js';
import type { FilePart, FileWrite, VaultFile } from '../place/files.js';

/**
 * @param taken - parts that may not be overwritten, in any order
 * @returns a function that gives a place for so many bytes, another at each call: the first room that is large enough,
 * otherwise behind everything
 */
export function roomBeside(taken: readonly FilePart[]): (length: number) => FilePart {
  const rooms: FilePart[] = [];
  let end = 0;
  for (const { at, length } of taken.toSorted((one, other) => one.at - other.at)) {
    if (at > end) rooms.push({ at: end, length: at - end });
    end = Math.max(end, at + length);
  }
  return (length) => {
    const place = rooms.findIndex((room) => room.length >= length);
    const room = rooms[place];
    if (room === undefined) {
      end += length;
      return { at: end - length, length };
    }
    rooms[place] = { at: room.at + length, length: room.length - length };
    return { at: room.at, length };
  };
}

export function lengthOf(pieces: readonly Bytes[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** The pieces one after another. */
export function writesOf(name: VaultFile, pieces: readonly Bytes[], from: number): FileWrite[] {
  let at = from;
  return pieces.map((bytes) => {
    const write = { name, at, bytes };
    at += bytes.length;
    return write;
  });
}
