/** Pictures without what their files say beside the picture: where and when it was taken, with which device, by whom. */
import type { AttachedType } from '../../../record/attachment.js';
import { asciiAt } from './ascii-at.js';
import { exifFacts, exifOfOrientation } from './exif.js';
import { isPicture } from './file-rules.js';
import { type PicturePart, pictureParts } from './picture-parts.js';

/** Names of a place in XMP and in Exif as text. */
const PLACE_WORDS = ['GPSLatitude', 'GPSLongitude', 'LocationCreated', 'photoshop:City'];

/** True if the file says where the picture was taken, or cannot be read so far that it could be ruled out. */
export function saysPlace(mediaType: AttachedType, bytes: Uint8Array): boolean {
  const parts = pictureParts(mediaType, bytes);
  if (!parts) return isPicture(mediaType);
  return parts
    .filter(({ isDrawn }) => !isDrawn)
    .some((part) =>
      part.exif
        ? exifFacts(part.exif).saysPlace
        : PLACE_WORDS.some((word) => holdsWord(bytes.subarray(part.from, part.to), word)),
    );
}

/**
 * The same picture, its pixels untouched, without anything else in its file; a photograph keeps which way up it is.
 *
 * @returns undefined if the file is no picture, or cannot be read to its end: then nothing can be left out of it
 */
export function withoutMetadata(
  mediaType: AttachedType,
  bytes: Uint8Array,
): Uint8Array | undefined {
  const parts = pictureParts(mediaType, bytes);
  if (!parts) return undefined;
  const kept = parts.filter(({ isDrawn }) => isDrawn);
  const pieces = kept.map(({ from, to }) => bytes.slice(from, to));
  if (mediaType === 'image/jpeg') turnedAgain(pieces, parts);
  if (mediaType === 'image/webp') sayLess(pieces);
  return joined(pieces);
}

/** Puts the turn of a photograph back after its first mark, and an end where the file had none. */
function turnedAgain(pieces: Uint8Array[], parts: readonly PicturePart[]): void {
  const last = pieces.at(-1);
  if (!last || !(last.length === 2 && last[0] === 0xff && last[1] === 0xd9))
    pieces.push(Uint8Array.of(0xff, 0xd9));
  const orientation = parts.flatMap(({ exif }) => (exif ? [exifFacts(exif).orientation] : []))[0];
  if (orientation === undefined) return;
  const tiff = exifOfOrientation(orientation);
  const length = 2 + 6 + tiff.length;
  const head = [0xff, 0xe1, length >> 8, length & 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0];
  pieces.splice(1, 0, joined([Uint8Array.from(head), tiff]));
}

/** Takes the flags of Exif and XMP off the head of a WebP file, and says its new length. */
function sayLess(pieces: readonly Uint8Array[]): void {
  for (const piece of pieces) if (asciiAt(piece, 0, 'VP8X')) piece[8] = (piece[8] ?? 0) & ~0b1100;
  const [head] = pieces;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (head) new DataView(head.buffer, head.byteOffset).setUint32(4, length - 8, true);
}

function holdsWord(bytes: Uint8Array, word: string): boolean {
  const first = word.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (asciiAt(bytes, at, word)) return true;
  return false;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
