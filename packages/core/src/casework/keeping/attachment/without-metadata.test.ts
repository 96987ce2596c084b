import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttachedType } from '../../../record/attachment.js';
import type { PlainDate } from '../../../shared/primitives.js';
import { buildId } from '../../../testing/fiction/builder.js';
import {
  buildGif,
  buildJpeg,
  buildPng,
  buildWebp,
  PLACE_IN_PICTURE,
} from '../../../testing/fiction/file.js';
import { exifFacts } from './exif.js';
import { givenFile } from './given-file.js';
import { pictureParts } from './picture-parts.js';
import { recogniseFile } from './recognise-file.js';
import { saysPlace, withoutMetadata } from './without-metadata.js';

const received = (what: string, mediaType: AttachedType) => ({
  id: buildId(),
  what,
  mediaType,
  receivedOn: '2026-11-03' as PlainDate,
});

const BUILDERS = [
  ['image/jpeg', buildJpeg],
  ['image/png', buildPng],
  ['image/webp', buildWebp],
  ['image/gif', buildGif],
] as const;

const holds = (bytes: Uint8Array, sought: Uint8Array) =>
  Buffer.from(bytes).includes(Buffer.from(sought));

describe.each(BUILDERS)('%s without what its file says beside the picture', (mediaType, build) => {
  it('is the same picture, with no place and no words in it', () => {
    const comment = 'Taken at Marrowgate';
    const whole = build({ width: 40, height: 30, saysPlace: true, comment });
    const bare = withoutMetadata(mediaType, whole) ?? new Uint8Array();
    expect(holds(whole, new TextEncoder().encode('Marrowgate'))).toBe(true);
    expect(holds(bare, new TextEncoder().encode('Marrowgate'))).toBe(false);
    expect(holds(bare, PLACE_IN_PICTURE)).toBe(false);
    expect(saysPlace(mediaType, bare)).toBe(false);
    expect(recogniseFile('a', bare)).toMatchObject({
      ok: true,
      value: { mediaType, width: 40, height: 30 },
    });
  });

  it('is what it was if there is nothing beside the picture, and stays so', () => {
    const plain = build();
    expect(withoutMetadata(mediaType, plain)).toEqual(plain);
    const bare = withoutMetadata(mediaType, build({ comment: 'x', saysPlace: true }));
    expect(bare && withoutMetadata(mediaType, bare)).toEqual(bare);
  });

  it('leaves out what is behind the end of the picture', () => {
    const behind = Uint8Array.from([...build(), ...new TextEncoder().encode('PK behind')]);
    const bare = withoutMetadata(mediaType, behind) ?? behind;
    expect(holds(bare, new TextEncoder().encode('PK behind'))).toBe(false);
  });

  it('has nothing of any words, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcdef ÿØ\xff\xd9;,'), minLength: 6, maxLength: 60 }),
        (words) => {
          const comment = `Zq${words}`;
          const whole = build({ comment, saysPlace: true });
          const bare = withoutMetadata(mediaType, whole) ?? whole;
          expect(
            holds(
              bare,
              Uint8Array.from(comment, (letter) => letter.charCodeAt(0)),
            ),
          ).toBe(false);
        },
      ),
    );
  });

  it('is not made of a file that ends too early', () => {
    const cut = build().slice(0, 24);
    expect(withoutMetadata(mediaType, cut)).toBeUndefined();
    expect(givenFile(received('photograph', mediaType), cut, false)).toBeUndefined();
  });
});

it('keeps which way up a photograph is, and only that', () => {
  const bare = withoutMetadata('image/jpeg', buildJpeg({ orientation: 6, saysPlace: true }));
  const exif = bare && pictureParts('image/jpeg', bare)?.flatMap((part) => part.exif ?? []);
  expect(exif?.map(exifFacts)).toEqual([{ saysPlace: false, orientation: 6 }]);
});

it('takes data that cannot be read to say a place', () => {
  expect(exifFacts(new Uint8Array(3))).toEqual({ saysPlace: true });
  const cut = Uint8Array.of(0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 9, 0);
  expect(exifFacts(cut)).toEqual({ saysPlace: true });
});

describe('a file that is given out', () => {
  it('is bare unless all of it is asked for, and its name names nobody', () => {
    const bytes = buildPng({ saysPlace: true });
    const photograph = received('photograph', 'image/png');
    const bare = givenFile(photograph, bytes, false);
    expect(bare).toMatchObject({
      name: `photograph-2026-11-03-${photograph.id.slice(-8)}.png`,
      isBare: true,
    });
    expect(saysPlace('image/png', bare?.bytes ?? bytes)).toBe(false);
    expect(givenFile(photograph, bytes, true)).toMatchObject({ bytes, isBare: false });
  });

  it('has a name of its own beside another of its kind and day', () => {
    const note = new TextEncoder().encode('Dear all');
    const names = [1, 2, 3, 4].map(
      () => givenFile(received('signed-notice', 'text/plain'), note, false)?.name,
    );
    expect(new Set(names).size).toBe(4);
  });

  it('has the ending of its type, whatever it was called', () => {
    const note = new TextEncoder().encode('Dear all');
    const letter = received('letter', 'text/plain');
    expect(givenFile(letter, note, false)).toEqual({
      name: `letter-2026-11-03-${letter.id.slice(-8)}.txt`,
      mediaType: 'text/plain',
      bytes: note,
      isBare: false,
    });
  });
});
