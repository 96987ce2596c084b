/** The parts of a picture's file: those that the picture is drawn from, and those that only say something about it. */
import type { AttachedType } from '../../../record/attachment.js';
import { asciiAt } from './ascii-at.js';
import { jpegSegments, MOST_PARTS } from './jpeg-segments.js';

export interface PicturePart {
  /** Place of the whole part with its own head. */
  readonly from: number;
  readonly to: number;
  /** True if the picture is drawn from it: its colours, its frames, its size. */
  readonly isDrawn: boolean;
  /** Exif data, from its byte order on. */
  readonly exif?: Uint8Array;
}

/** The parts in their order, up to the end of the picture; undefined if the file cannot be read as far as that. */
export function pictureParts(
  mediaType: AttachedType,
  bytes: Uint8Array,
): readonly PicturePart[] | undefined {
  switch (mediaType) {
    case 'image/jpeg':
      return jpegParts(bytes);
    case 'image/png':
      return pngParts(bytes);
    case 'image/webp':
      return webpParts(bytes);
    case 'image/gif':
      return gifParts(bytes);
    default:
      return undefined;
  }
}

const EXIF = 'Exif\0\0';

function jpegParts(bytes: Uint8Array): readonly PicturePart[] | undefined {
  const parts: PicturePart[] = [{ from: 0, to: 2, isDrawn: true }];
  let hasPicture = false;
  for (const { marker, at, from, to } of jpegSegments(bytes)) {
    const isDrawn = isDrawnOfJpeg(marker, bytes, from);
    const isExif = marker === 0xe1 && asciiAt(bytes, from, EXIF);
    hasPicture ||= marker === 0xda;
    parts.push({
      from: at,
      to,
      isDrawn,
      ...(isExif ? { exif: bytes.subarray(from + EXIF.length, to) } : {}),
    });
  }
  return hasPicture ? parts : undefined;
}

/** Of what programs add, the colours alone: JFIF, the profile of colours, and Adobe’s transform. */
function isDrawnOfJpeg(marker: number, bytes: Uint8Array, from: number): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return (
    (marker === 0xe0 && asciiAt(bytes, from, 'JFIF\0')) ||
    (marker === 0xe2 && asciiAt(bytes, from, 'ICC_PROFILE\0')) ||
    (marker === 0xee && asciiAt(bytes, from, 'Adobe'))
  );
}

const PNG_DRAWN = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD pHYs acTL fcTL fdAT'.split(' '),
);

function pngParts(bytes: Uint8Array): readonly PicturePart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: PicturePart[] = [{ from: 0, to: 8, isDrawn: true }];
  for (let at = 8; at + 12 <= bytes.length && parts.length < MOST_PARTS; ) {
    const type = lettersAt(bytes, at + 4);
    const to = at + 12 + view.getUint32(at);
    if (to > bytes.length) return undefined;
    const exif = type === 'eXIf' ? { exif: bytes.subarray(at + 8, to - 4) } : {};
    parts.push({ from: at, to, isDrawn: PNG_DRAWN.has(type), ...exif });
    if (type === 'IEND') return parts;
    at = to;
  }
  return undefined;
}

const WEBP_DRAWN = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

function webpParts(bytes: Uint8Array): readonly PicturePart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = 8 + view.getUint32(4, true);
  if (end > bytes.length) return undefined;
  const parts: PicturePart[] = [{ from: 0, to: 12, isDrawn: true }];
  for (let at = 12; at + 8 <= end; ) {
    const type = lettersAt(bytes, at);
    const length = view.getUint32(at + 4, true);
    const to = at + 8 + length + (length % 2);
    if (to > end || parts.length === MOST_PARTS) return undefined;
    const content = bytes.subarray(at + 8, at + 8 + length);
    const exif = asciiAt(content, 0, EXIF) ? content.subarray(EXIF.length) : content;
    parts.push({
      from: at,
      to,
      isDrawn: WEBP_DRAWN.has(type),
      ...(type === 'EXIF' ? { exif } : {}),
    });
    at = to;
  }
  return parts;
}

const GIF_LOOPS = ['NETSCAPE2.0', 'ANIMEXTS1.0'];

function gifParts(bytes: Uint8Array): readonly PicturePart[] | undefined {
  const parts: PicturePart[] = [];
  for (const { from, to, type, isDrawn } of gifBlocks(bytes)) {
    parts.push({ from, to, isDrawn });
    if (type === GIF_END) return parts;
  }
  return undefined;
}

const GIF_END = 0x3b;
/** The first byte of a block that holds a frame. */
export const GIF_FRAME = 0x2c;

interface GifBlock extends PicturePart {
  /** Its first byte; undefined for the head. */
  readonly type?: number;
}

/** The head, and then block by block, as far as the bytes are a GIF. */
export function* gifBlocks(bytes: Uint8Array): Generator<GifBlock> {
  const colours = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + colours(bytes[10] ?? 0);
  yield { from: 0, to: at, isDrawn: true };
  for (let count = 0; at < bytes.length && count < MOST_PARTS; count += 1) {
    const from = at;
    const type = bytes[at] ?? 0;
    if (type === GIF_END) {
      yield { from, to: at + 1, isDrawn: true, type };
      return;
    }
    const label = bytes[at + 1];
    if (type === 0x21) at += 2;
    else if (type === GIF_FRAME) at += 11 + colours(bytes[at + 9] ?? 0);
    else return;
    const first = at;
    at = endOfBlocks(bytes, at);
    const isLoop = label === 0xff && GIF_LOOPS.some((name) => asciiAt(bytes, first + 1, name));
    yield { from, to: at, isDrawn: type === GIF_FRAME || label === 0xf9 || isLoop, type };
  }
}

/** After the blocks, each of which says its length; one of length nothing is the last. */
function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = bytes[at]; length; length = bytes[at]) at += length + 1;
  return at + 1;
}

function lettersAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
