/** The size of a picture in pixels, from the head of its file. Nothing of it is decoded. */
import type { AttachedType } from '../../../record/attachment.js';
import { asciiAt } from './ascii-at.js';
import { jpegSegments } from './jpeg-segments.js';
import { GIF_FRAME, gifBlocks } from './picture-parts.js';

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Undefined if the head does not say, so that it is no picture that can be shown. */
export function pictureSize(mediaType: AttachedType, bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sizeIn(mediaType, view, bytes);
  return size && size.width > 0 && size.height > 0 ? size : undefined;
}

function sizeIn(
  mediaType: AttachedType,
  view: DataView,
  bytes: Uint8Array,
): PictureSize | undefined {
  switch (mediaType) {
    case 'image/png':
      return asciiAt(bytes, 12, 'IHDR') && bytes.length >= 33
        ? { width: view.getUint32(16), height: view.getUint32(20) }
        : undefined;
    case 'image/gif':
      return bytes.length >= 13 ? gifSize(view, bytes) : undefined;
    case 'image/webp':
      return webpSize(view, bytes);
    case 'image/jpeg':
      return jpegSize(view, bytes);
    default:
      return undefined;
  }
}

/** The room that the picture and every frame of it take: a frame may be larger than the head says. */
function gifSize(view: DataView, bytes: Uint8Array): PictureSize {
  let [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  for (const { type, from } of gifBlocks(bytes)) {
    if (type !== GIF_FRAME || from + 9 > bytes.length) continue;
    width = Math.max(width, view.getUint16(from + 1, true) + view.getUint16(from + 5, true));
    height = Math.max(height, view.getUint16(from + 3, true) + view.getUint16(from + 7, true));
  }
  return { width, height };
}

function webpSize(view: DataView, bytes: Uint8Array): PictureSize | undefined {
  if (bytes.length < 30) return undefined;
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  if (asciiAt(bytes, 12, 'VP8X')) return { width: three(24) + 1, height: three(27) + 1 };
  if (asciiAt(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (!asciiAt(bytes, 12, 'VP8 ')) return undefined;
  return {
    width: view.getUint16(26, true) & 0x3fff,
    height: view.getUint16(28, true) & 0x3fff,
  };
}

/** The frame of the picture: every SOF marker, which are C0 to CF without the tables C4, C8 and CC. */
function jpegSize(view: DataView, bytes: Uint8Array): PictureSize | undefined {
  for (const { marker, from, to } of jpegSegments(bytes)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && to - from >= 5)
      return { width: view.getUint16(from + 3), height: view.getUint16(from + 1) };
  }
  return undefined;
}
