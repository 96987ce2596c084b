/** The segments of a JPEG file, from its start to the end of the first picture. */

export interface JpegSegment {
  /** The second byte of the marker, `0xe1` for APP1. */
  readonly marker: number;
  /** Place of the marker's first byte. */
  readonly at: number;
  /** The content; after a start of scan, with the picture's data that follows. */
  readonly from: number;
  readonly to: number;
}

/** More parts than any picture has: each takes room, and a small file can name millions. */
export const MOST_PARTS = 100_000;

const SCAN = 0xda;
const END = 0xd9;

/** Ends at the end of the picture, which is given last, or where the bytes are no JPEG any longer. */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment> {
  let at = 2;
  for (let count = 0; at + 1 < bytes.length && count < MOST_PARTS; count += 1) {
    if (bytes[at] !== 0xff) return;
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may precede a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === END) {
      yield { marker, at, from: at + 2, to: at + 2 };
      return;
    }
    // These have no length, and stand within a scan alone: to read one here would part us from every decoder.
    if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd8)) return;
    if (at + 4 > bytes.length) return;
    const length = ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    let to = at + 2 + length;
    if (length < 2 || to > bytes.length) return;
    if (marker === SCAN) to = endOfScan(bytes, to);
    yield { marker, at, from: at + 4, to };
    at = to;
  }
}

/** The place of the next marker: within the data of a scan, FF 00 is a byte and FF D0 to FF D7 are restarts. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
