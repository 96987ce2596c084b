/** Where in the file of pages the next ones go: where nothing stands that still counts, so that a stop leaves that whole. */
import type { Bytes } from '../../vault/bytes.js';
import type { FilePart, FileWrite, VaultFile } from '../place/files.js';

/**
 * @param taken - what may not be written over, in any order
 * @returns a place for so many bytes, another at each call: the first room that is large enough, else behind everything
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

/** The pieces one behind the other. */
export function writesOf(name: VaultFile, pieces: readonly Bytes[], from: number): FileWrite[] {
  let at = from;
  return pieces.map((bytes) => {
    const write = { name, at, bytes };
    at += bytes.length;
    return write;
  });
}
