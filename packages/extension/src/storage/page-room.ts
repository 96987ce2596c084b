/** Where in the file of pages the next ones go: where nothing stands that still counts, so that a stop leaves that whole. */
import type { FilePart } from './files.js';

/**
 * @param taken - what may not be written over, in any order
 * @param lengths - bytes of what is to be put there
 * @returns a part of the file for each, in the first room that is large enough, else behind everything
 */
export function placesFor(
  taken: readonly FilePart[],
  lengths: readonly number[],
): readonly FilePart[] {
  const rooms: FilePart[] = [];
  let end = 0;
  for (const { at, length } of taken.toSorted((one, other) => one.at - other.at)) {
    if (at > end) rooms.push({ at: end, length: at - end });
    end = Math.max(end, at + length);
  }
  return lengths.map((length) => {
    const place = rooms.findIndex((room) => room.length >= length);
    const room = rooms[place];
    if (room === undefined) {
      end += length;
      return { at: end - length, length };
    }
    rooms[place] = { at: room.at + length, length: room.length - length };
    return { at: room.at, length };
  });
}
