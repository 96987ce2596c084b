/**
 * Texts of JSON as one list of them, in the bytes that are sealed: length, list, zeros up to a size class. Each is written where
 * it is sealed from as it comes: a page of records is large, and each copy of it takes time. What is not ASCII is escaped: one
 * printed apostrophe would double the whole list in memory when it is opened, and it would take twice as long to parse.
 */
import { type Bytes, utf8, wipe } from './bytes.js';
import { LENGTH_BYTES, type Padded, sizeClass } from './size-class.js';

/** What an escape in JSON takes for one unit of a string, more than UTF-8 does. */
const MOST_BYTES_OF_UNIT = 6;
const LAST_ASCII = 0x7f;
const ESCAPE = { backslash: 0x5c, u: 0x75 } as const;
const HEX_DIGITS = utf8('0123456789abcdef');
/** `[`, `,` and `]`. */
const LIST = { start: 0x5b, next: 0x2c, end: 0x5d } as const;
const encoder = new TextEncoder();

/**
 * @param room - zeros. Taken when it is large enough, so that not every list takes fresh memory; else a larger one is, which
 * has the list from the first byte of its buffer as well
 */
export function putList(room: Bytes, texts: Iterable<string>): Padded {
  let bytes = roomFor(room, LENGTH_BYTES, 2);
  let end = LENGTH_BYTES;
  bytes[end++] = LIST.start;
  for (const each of texts) {
    bytes = roomFor(bytes, end, 2 + each.length * MOST_BYTES_OF_UNIT);
    if (end > LENGTH_BYTES + 1) bytes[end++] = LIST.next;
    const { written } = encoder.encodeInto(each, bytes.subarray(end));
    end = written === each.length ? end + written : putEscaped(bytes, each, end);
  }
  bytes[end++] = LIST.end;
  const size = sizeClass(end);
  return {
    bytes: roomFor(bytes, end, size - end).subarray(0, size),
    length: end - LENGTH_BYTES,
  };
}

/** The room, or a larger one with what stands in it, when that is needed for so many bytes more. */
function roomFor(room: Bytes, end: number, more: number): Bytes {
  if (end + more <= room.length) return room;
  const larger = new Uint8Array(Math.max(2 * room.length, sizeClass(end + more)));
  larger.set(room.subarray(0, end));
  wipe(room);
  return larger;
}

/** Puts the text, each unit that is not ASCII as an escape of JSON. @returns where it ends */
function putEscaped(room: Bytes, each: string, at: number): number {
  let end = at;
  for (let index = 0; index < each.length; index += 1) {
    const unit = each.charCodeAt(index);
    if (unit <= LAST_ASCII) {
      room[end++] = unit;
      continue;
    }
    room[end++] = ESCAPE.backslash;
    room[end++] = ESCAPE.u;
    for (let shift = 12; shift >= 0; shift -= 4)
      room[end++] = HEX_DIGITS[(unit >> shift) & 0xf] ?? 0;
  }
  return end;
}
