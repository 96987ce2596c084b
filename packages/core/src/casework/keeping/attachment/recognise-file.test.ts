import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  buildGif,
  buildJpeg,
  buildOffice,
  buildPdf,
  buildPng,
  buildWebp,
  buildZip,
} from '../../../testing/fiction/file.js';
import { FILE_RULES, typeOfFile, writtenSize } from './file-rules.js';
import { recogniseFile, sizeIssues } from './recognise-file.js';

const text = (words: string) => new TextEncoder().encode(words);
const codes = (name: string, bytes: Uint8Array) =>
  recogniseFile(name, bytes).issues.map(({ code }) => code);

/** The picture with another frame before its end. */
function withFrame(gif: Uint8Array, side: number): Uint8Array {
  const [low, high] = [side & 255, side >> 8];
  const frame = [0x2c, 0, 0, 0, 0, low, high, low, high, 0, 2, 2, 0x4c, 1, 0];
  return Uint8Array.from([...gif.slice(0, -1), ...frame, 0x3b]);
}

/** A photograph of that size for a decoder, in which a small one comes first for whoever gives a restart a length. */
function behindAnother(side: number): Uint8Array {
  const small = [...buildJpeg().slice(2)];
  const [high, low] = [side >> 8, side & 255];
  const vast = [0xff, 0xc0, 0, 11, 8, high, low, high, low, 1, 1, 17, 0];
  const head = [0xff, 0xe0, (small.length + 2) >> 8, (small.length + 2) & 255];
  // A restart has no length: read as one, these two bytes lead past what follows.
  const length = vast.length + head.length;
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xd0, 0, length + 2, ...vast, ...head, ...small]);
}

function inParts(count: number): Uint8Array {
  const parts = Uint8Array.from(
    { length: count * 4 },
    (_, nth) => [0xff, 0xfe, 0, 2][nth % 4] ?? 0,
  );
  const jpeg = buildJpeg();
  return Uint8Array.from([...jpeg.slice(0, 2), ...parts, ...jpeg.slice(2)]);
}

describe('a file is recognised by its bytes', () => {
  it.each([
    ['notice.pdf', buildPdf(), { mediaType: 'application/pdf' }],
    [
      'a.png',
      buildPng({ width: 1280, height: 720 }),
      { mediaType: 'image/png', width: 1280, height: 720 },
    ],
    [
      'a.jpg',
      buildJpeg({ width: 640, height: 300 }),
      { mediaType: 'image/jpeg', width: 640, height: 300 },
    ],
    [
      'a.webp',
      buildWebp({ width: 700, height: 300 }),
      { mediaType: 'image/webp', width: 700, height: 300 },
    ],
    [
      'a.gif',
      buildGif({ width: 300, height: 7 }),
      { mediaType: 'image/gif', width: 300, height: 7 },
    ],
    ['letter.txt', text('Dear Marisol,\r\n\tthank you.'), { mediaType: 'text/plain' }],
    ['old.txt', Uint8Array.of(0x50, 0xa3, 0x35), { mediaType: 'text/plain' }],
    ['initials.txt', text('PK rang at nine.'), { mediaType: 'text/plain' }],
    ['a.docx', buildOffice('word'), { mediaType: typeNamed('Word') }],
    [
      'a.xlsx',
      buildOffice('xl', ['xl/printerSettings/printerSettings1.bin']),
      { mediaType: typeNamed('Excel') },
    ],
    [
      'a.pptx',
      buildOffice('ppt', ['ppt/media/image1.png']),
      { mediaType: typeNamed('PowerPoint') },
    ],
    ['NO ENDING', buildPdf(), { mediaType: 'application/pdf' }],
  ])('%s', (name, bytes, expected) => {
    const read = recogniseFile(name, bytes);
    expect(read.issues).toEqual([]);
    expect(read).toMatchObject({ ok: true, value: { ...expected, size: bytes.length } });
  });

  it('whatever its name says: the type of the bytes is kept, and the difference is told', () => {
    const read = recogniseFile('certificate.pdf', buildPng());
    expect(read).toMatchObject({
      ok: true,
      value: { mediaType: 'image/png' },
      issues: [{ code: 'attachment-type-differs', severity: 'warning' }],
    });
    expect(read.issues[0]?.message).toContain('certificate.pdf ends in “.pdf”');
    expect(codes('photo.JPG', buildJpeg())).toEqual([]);
  });

  it('and says if a photograph tells where it was taken', () => {
    const place = (bytes: Uint8Array, name: string) => {
      const read = recogniseFile(name, bytes);
      return read.ok && read.value.saysPlace === true;
    };
    for (const [name, build] of [
      ['a.jpg', buildJpeg],
      ['a.png', buildPng],
      ['a.webp', buildWebp],
    ] as const) {
      expect(place(build({ saysPlace: true }), name)).toBe(true);
      expect(place(build({ saysPlace: true, orientation: 6 }), name)).toBe(true);
      expect(place(build({ orientation: 6 }), name)).toBe(false);
      expect(place(build(), name)).toBe(false);
    }
    // Of a picture that was cut nobody can tell.
    expect(place(buildPng().slice(0, -12), 'a.png')).toBe(true);
    expect(place(buildJpeg({ comment: '<x exif:GPSLatitude="51,30N"/>' }), 'a.jpg')).toBe(true);
  });
});

describe('refused is', () => {
  it.each([
    ['an empty file', 'a.pdf', new Uint8Array(), 'attachment-empty'],
    [
      'a macro in a document',
      'plan.docx',
      buildOffice('word', ['word/vbaProject.bin']),
      'attachment-has-macro',
    ],
    [
      'a macro under another name',
      'plan.docx',
      buildOffice('word', ['word/media/image1.bin']),
      'attachment-has-macro',
    ],
    [
      'a macro in other letters',
      'plan.xlsx',
      buildOffice('xl', ['xl\\VBAPROJECT.bin']),
      'attachment-has-macro',
    ],
    [
      'an ActiveX control',
      'plan.docx',
      buildOffice('word', ['word/activeX/activeX1.xml']),
      'attachment-has-macro',
    ],
    [
      'a program in a document',
      'plan.pptx',
      buildOffice('ppt', ['ppt/embeddings/oleObject1.bin']),
      'attachment-has-macro',
    ],
    [
      'a document made for macros within a document',
      'plan.docx',
      buildOffice('word', ['word/embeddings/Microsoft_Excel_Sheet1.xlsm']),
      'attachment-has-macro',
    ],
    ['a name that is made for macros', 'plan.docm', buildOffice('word'), 'attachment-has-macro'],
    [
      'a drawing with script',
      'a.svg',
      text('<svg xmlns="x"><script>alert(1)</script></svg>'),
      'attachment-active',
    ],
    [
      'a drawing that is called a picture',
      'a.png',
      text('<?xml version="1.0"?>\n<svg onload="x"/>'),
      'attachment-active',
    ],
    [
      'a web page that is called a text',
      'a.txt',
      text('Hello\n<SCRIPT src=x></SCRIPT>'),
      'attachment-active',
    ],
    ['a program', 'a.pdf', Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0), 'attachment-type-unknown'],
    ['a script for a shell with a null', 'a.txt', text('#!/bin/sh\0'), 'attachment-type-unknown'],
    ['an archive', 'a.zip', buildZip(['letter.txt']), 'attachment-type-unknown'],
    [
      'an archive that is called a document',
      'a.docx',
      buildZip(['word/document.xml']),
      'attachment-type-unknown',
    ],
    [
      'an archive of two documents',
      'a.docx',
      buildOffice('word', ['xl/workbook.xml']),
      'attachment-type-unknown',
    ],
    ['an archive that was cut', 'a.docx', buildOffice().slice(0, -9), 'attachment-type-unknown'],
    [
      'a document of older Office',
      'a.doc',
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      'attachment-type-unknown',
    ],
    ['a PDF behind something else', 'a.pdf', text('\0\0%PDF-1.4'), 'attachment-type-unknown'],
    ['a head without a picture', 'a.png', buildPng().slice(0, 12), 'attachment-type-unknown'],
    ['a picture of no size', 'a.png', buildPng({ width: 0 }), 'attachment-type-unknown'],
    [
      'a picture that unfolds to more than there is room for',
      'a.png',
      buildPng({ width: 60_000, height: 60_000 }),
      'attachment-too-large',
    ],
    [
      'a picture with a frame that is larger than it says',
      'a.gif',
      withFrame(buildGif(), 60_000),
      'attachment-too-large',
    ],
    [
      'a photograph whose size stands behind another',
      'a.jpg',
      behindAnother(60_000),
      'attachment-type-unknown',
    ],
    ['a photograph in no end of parts', 'a.jpg', inParts(200_000), 'attachment-type-unknown'],
  ])('%s', (_what, name, bytes, code) => {
    const read = recogniseFile(name, bytes);
    expect(read.ok).toBe(false);
    expect(read.issues.map((issue) => issue.code)).toEqual([code]);
    expect(read.issues[0]?.message).toContain(`${name} was not attached.`);
  });

  it('a file of 200 MB, by its size alone', () => {
    expect(sizeIssues('video.pdf', 200_000_000)).toMatchObject([
      {
        code: 'attachment-too-large',
        message:
          'video.pdf was not attached. It has 200 MB, and the most is 20 MB. Ask for a smaller copy, or for part of it.',
      },
    ]);
    expect(sizeIssues('notice.pdf', FILE_RULES.mostBytes)).toEqual([]);
    expect(sizeIssues('notice.pdf', FILE_RULES.mostBytes + 1)).toHaveLength(1);
  });
});

it('never throws, whatever the bytes are, and names the file in plain letters', () => {
  const starts = [buildPng(), buildJpeg(), buildWebp(), buildGif(), buildOffice(), buildPdf()];
  const damaged = fc
    .tuple(fc.constantFrom(...starts), fc.nat(200), fc.nat(255), fc.nat(200))
    .map(([bytes, at, byte, cut]) => {
      const other = bytes.slice(0, Math.max(1, bytes.length - cut));
      other[at % other.length] = byte;
      return other;
    });
  fc.assert(
    fc.property(fc.string(), fc.oneof(fc.uint8Array({ minLength: 1 }), damaged), (name, bytes) => {
      const read = recogniseFile(`${name}\u202Efdp.exe`, bytes);
      for (const { message } of read.issues) expect(message).not.toMatch(/[\u202E\n]/);
      if (read.ok) expect(read.value.size).toBe(bytes.length);
    }),
  );
});

it('writes sizes as an officer reads them', () => {
  expect([9, 184_000, 2_440_000, 20_000_000].map(writtenSize)).toEqual([
    '9 bytes',
    '184 kB',
    '2.4 MB',
    '20 MB',
  ]);
});

function typeNamed(short: string): string | undefined {
  const row = FILE_RULES.types.find((each) => each.short === short);
  return row && typeOfFile(row.mediaType).mediaType;
}
