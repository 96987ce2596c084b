/** Fictional files to attach: pictures, PDF, text and archives, whole or hostile. */
import { crc32, deflateSync } from 'node:zlib';

export interface PictureParts {
  readonly width?: number;
  readonly height?: number;
  /** Says where it was taken. */
  readonly saysPlace?: boolean;
  /** 1 to 8, as Exif says it. */
  readonly orientation?: number;
  /** Words in the file beside the picture. */
  readonly comment?: string;
}

/** Latitude and longitude that the pictures with a place have, as the bytes of their fractions. */
export const PLACE_IN_PICTURE = Uint8Array.of(0x33, 0x21, 0x55, 0x66, 0x77, 0x11, 0x44, 0x22);

/** A picture of one colour that any program can draw. */
export function buildPng({
  width = 3,
  height = 2,
  saysPlace = false,
  orientation,
  comment,
}: PictureParts = {}): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  head.set([8, 0], 8);
  // A picture that claims to be vast has no rows for it.
  const rows = deflateSync(new Uint8Array(Math.min(height, 100) * (Math.min(width, 100) + 1)));
  const exif = saysPlace || orientation !== undefined;
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', head),
    ...(exif ? [chunk('eXIf', exifData(saysPlace, orientation))] : []),
    ...(comment === undefined ? [] : [chunk('tEXt', ascii(`Comment\0${comment}`))]),
    chunk('IDAT', rows),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** A photograph by its segments; what is in its scan is no picture. */
export function buildJpeg({
  width = 3,
  height = 2,
  saysPlace = false,
  orientation,
  comment,
}: PictureParts = {}): Uint8Array<ArrayBuffer> {
  const exif = saysPlace || orientation !== undefined;
  return joined([
    Uint8Array.of(0xff, 0xd8),
    segment(0xe0, ascii('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...(exif ? [segment(0xe1, joined([ascii('Exif\0\0'), exifData(saysPlace, orientation)]))] : []),
    ...(comment === undefined ? [] : [segment(0xfe, ascii(comment))]),
    segment(
      0xc0,
      Uint8Array.of(8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0),
    ),
    segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0)),
    Uint8Array.of(0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56),
    Uint8Array.of(0xff, 0xd9),
  ]);
}

export function buildWebp({
  width = 3,
  height = 2,
  saysPlace = false,
  comment,
}: PictureParts = {}): Uint8Array<ArrayBuffer> {
  const three = (value: number) => [value & 255, (value >> 8) & 255, value >> 16];
  const flags = (saysPlace ? 8 : 0) | (comment === undefined ? 0 : 4);
  const body = joined([
    ascii('WEBP'),
    riff('VP8X', Uint8Array.from([flags, 0, 0, 0, ...three(width - 1), ...three(height - 1)])),
    riff('VP8L', Uint8Array.of(0x2f, 2, 0, 0, 0, 7)),
    ...(saysPlace ? [riff('EXIF', exifData(true, undefined))] : []),
    ...(comment === undefined ? [] : [riff('XMP ', ascii(comment))]),
  ]);
  return riff('RIFF', body);
}

export function buildGif({ width = 3, height = 2, comment }: PictureParts = {}) {
  return joined([
    ascii('GIF89a'),
    Uint8Array.of(width & 255, width >> 8, height & 255, height >> 8, 0x80, 0, 0),
    Uint8Array.of(0, 0, 0, 255, 255, 255),
    ...(comment === undefined
      ? []
      : [Uint8Array.of(0x21, 0xfe, comment.length), ascii(comment), Uint8Array.of(0)]),
    Uint8Array.of(0x2c, 0, 0, 0, 0, width & 255, width >> 8, height & 255, height >> 8, 0),
    Uint8Array.of(2, 2, 0x4c, 1, 0, 0x3b),
  ]);
}

/** A PDF of no page; a comment in it holds the words. */
export function buildPdf(words = 'Signed notice'): Uint8Array<ArrayBuffer> {
  return ascii(
    `%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% ${words}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}

/** An archive with files of these names; each holds its own name. */
export function buildZip(names: readonly string[]): Uint8Array<ArrayBuffer> {
  const [locals, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let at = 0;
  for (const name of names) {
    const said = ascii(name);
    const local = new Uint8Array(30 + said.length * 2);
    const entry = new Uint8Array(46 + said.length);
    const [one, two] = [new DataView(local.buffer), new DataView(entry.buffer)];
    one.setUint32(0, 0x04034b50, true);
    one.setUint32(14, crc32(said), true);
    one.setUint32(18, said.length, true);
    one.setUint32(22, said.length, true);
    one.setUint16(26, said.length, true);
    local.set(said, 30);
    local.set(said, 30 + said.length);
    two.setUint32(0, 0x02014b50, true);
    two.setUint32(16, crc32(said), true);
    two.setUint32(20, said.length, true);
    two.setUint32(24, said.length, true);
    two.setUint16(28, said.length, true);
    two.setUint32(42, at, true);
    entry.set(said, 46);
    locals.push(local);
    directory.push(entry);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new Uint8Array(22);
  const view = new DataView(end.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, names.length, true);
  view.setUint16(10, names.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return joined([...locals, ...directory, end]);
}

const MAIN = { word: 'word/document.xml', xl: 'xl/workbook.xml', ppt: 'ppt/presentation.xml' };

/** An Office document; with a macro, if asked for. */
export function buildOffice(
  of: keyof typeof MAIN = 'word',
  parts: readonly string[] = [],
): Uint8Array<ArrayBuffer> {
  return buildZip(['[Content_Types].xml', '_rels/.rels', MAIN[of], ...parts]);
}

function exifData(saysPlace: boolean, orientation: number | undefined): Uint8Array<ArrayBuffer> {
  const tags = [
    ...(orientation === undefined ? [] : [[0x0112, 3, 1, orientation] as const]),
    ...(saysPlace ? [[0x8825, 4, 1, 64] as const] : []),
  ];
  const data = new Uint8Array(96);
  const view = new DataView(data.buffer);
  data.set([0x49, 0x49, 0x2a, 0, 8]);
  view.setUint16(8, tags.length, true);
  tags.forEach(([tag, type, count, value], nth) => {
    const at = 10 + nth * 12;
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, value, true);
  });
  if (saysPlace) data.set(PLACE_IN_PICTURE, 72);
  return data;
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const named = joined([ascii(type), content]);
  const out = new Uint8Array(named.length + 8);
  const view = new DataView(out.buffer);
  view.setUint32(0, content.length);
  out.set(named, 4);
  view.setUint32(named.length + 4, crc32(named));
  return out;
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2;
  return joined([Uint8Array.of(0xff, marker, length >> 8, length & 255), content]);
}

function riff(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(8);
  head.set(ascii(type));
  new DataView(head.buffer).setUint32(4, content.length, true);
  return joined([head, content, new Uint8Array(content.length % 2)]);
}

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
