/** The two facts of a picture's Exif data that matter here: whether it says a place, and which way up the picture is. */
import { asciiAt } from './ascii-at.js';

const GPS = 0x8825;
const ORIENTATION = 0x0112;

export interface ExifFacts {
  readonly saysPlace: boolean;
  /** 1 to 8; absent for upright. */
  readonly orientation?: number;
}

/** @param tiff - Exif data from its byte order on. Data that cannot be read is taken to say a place. */
export function exifFacts(tiff: Uint8Array): ExifFacts {
  const isLittle = asciiAt(tiff, 0, 'II*');
  if (!isLittle && !asciiAt(tiff, 0, 'MM\0*')) return { saysPlace: true };
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  try {
    const first = view.getUint32(4, isLittle);
    const count = view.getUint16(first, isLittle);
    let saysPlace = false;
    let orientation: number | undefined;
    for (let nth = 0; nth < count; nth += 1) {
      const at = first + 2 + nth * 12;
      const tag = view.getUint16(at, isLittle);
      if (tag === GPS) saysPlace = true;
      if (tag === ORIENTATION) orientation = view.getUint16(at + 8, isLittle);
    }
    const isTurned = orientation !== undefined && orientation > 1 && orientation <= 8;
    return { saysPlace, ...(isTurned && orientation ? { orientation } : {}) };
  } catch {
    return { saysPlace: true };
  }
}

/** Exif data that says which way up the picture is, and nothing else; little-endian. */
export function exifOfOrientation(orientation: number): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = new DataView(tiff.buffer);
  tiff.set([0x49, 0x49, 0x2a, 0]);
  view.setUint32(4, 8, true);
  view.setUint16(8, 1, true);
  view.setUint16(10, ORIENTATION, true);
  view.setUint16(12, 3, true);
  view.setUint32(14, 1, true);
  view.setUint16(18, orientation, true);
  return tiff;
}
