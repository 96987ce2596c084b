/** Recognises a file by its bytes, and refuses the empty, the too large, the unknown, and whatever could run. */
import type { AttachedType } from '../../../record/attachment.js';
import { failed, type Issue, passed, type Result } from '../../../shared/issue.js';
import { plainLine } from '../../../shared/plain-line.js';
import { asciiAt } from './ascii-at.js';
import { endingOf, FILE_RULES, isPicture, typeOfFile, writtenSize } from './file-rules.js';
import { MACRO_ENDINGS, officeFile } from './office-file.js';
import { type PictureSize, pictureSize } from './picture-size.js';
import { attachedText } from './text-of-file.js';
import { saysPlace } from './without-metadata.js';

export interface RecognisedFile extends Partial<PictureSize> {
  readonly mediaType: AttachedType;
  readonly size: number;
  readonly saysPlace?: true;
}

/** Marks of text that a browser would run or open links of. */
const ACTIVE_TEXT = /<\s*(!doctype\s+html|html|svg|script|iframe|body|\w+:svg|\w+:script)[\s>/]/i;

/**
 * Judges a file by its size alone, before any of it is read.
 *
 * @param size - in bytes
 */
export function sizeIssues(
  name: string,
  size: number,
  { mostBytes }: Pick<FileLimits, 'mostBytes'> = FILE_RULES,
): readonly Issue[] {
  if (size === 0)
    return [
      refused('attachment-empty', name, 'It is empty. Ask for it again, or choose another file.'),
    ];
  if (size <= mostBytes) return [];
  return [
    refused(
      'attachment-too-large',
      name,
      `It has ${writtenSize(size)}, and the most is ${writtenSize(mostBytes)}. Ask for a smaller copy, or for part of it.`,
    ),
  ];
}

/** The limits by which a file is judged. */
export type FileLimits = Pick<typeof FILE_RULES, 'mostBytes' | 'mostPixels'>;

/**
 * Says what a file is, from its bytes. A name that claims another type is a warning; what could run is refused. The
 * messages name the file.
 *
 * @param limits - those for a file that is attached, unless others are given
 */
export function recogniseFile(
  name: string,
  bytes: Uint8Array,
  limits: FileLimits = FILE_RULES,
): Result<RecognisedFile> {
  const size = bytes.length;
  const bySize = sizeIssues(name, size, limits);
  if (bySize.length > 0) return failed(...bySize);
  if (MACRO_ENDINGS.has(endingOf(name))) return failed(macro(name));
  const mediaType = typeIn(bytes);
  if (mediaType === 'macro') return failed(macro(name));
  if (mediaType === 'active')
    return failed(
      refused(
        'attachment-active',
        name,
        'It is a web page or a drawing (SVG), which can carry a program. Ask for it as PDF or as a PNG picture, or paste its words as a note.',
      ),
    );
  if (mediaType === undefined) return failed(unknownType(name));
  const picture: Partial<PictureSize> | undefined = isPicture(mediaType)
    ? pictureSize(mediaType, bytes)
    : {};
  if (!picture) return failed(unknownType(name));
  const { width = 0, height = 0 } = picture;
  if (width * height > limits.mostPixels)
    return failed(
      refused(
        'attachment-too-large',
        name,
        `It is a picture of ${(width).toLocaleString('en-GB')} × ${height.toLocaleString('en-GB')} pixels, which is too large to show. Ask for a smaller copy.`,
      ),
    );
  return passed(
    {
      mediaType,
      size,
      ...picture,
      ...(saysPlace(mediaType, bytes) ? { saysPlace: true as const } : {}),
    },
    differs(name, mediaType),
  );
}

function typeIn(bytes: Uint8Array): AttachedType | 'macro' | 'active' | undefined {
  if (asciiAt(bytes, 0, '%PDF-')) return 'application/pdf';
  if (asciiAt(bytes, 0, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (asciiAt(bytes, 0, 'GIF87a') || asciiAt(bytes, 0, 'GIF89a')) return 'image/gif';
  if (asciiAt(bytes, 0, 'RIFF') && asciiAt(bytes, 8, 'WEBP')) return 'image/webp';
  if (asciiAt(bytes, 0, 'PK\x03\x04')) {
    const office = officeFile(bytes);
    return office?.mediaType && office.hasMacro ? 'macro' : office?.mediaType;
  }
  const text = attachedText(bytes);
  if (text === undefined) return undefined;
  return ACTIVE_TEXT.test(text) ? 'active' : 'text/plain';
}

function differs(name: string, mediaType: AttachedType): readonly Issue[] {
  const { endings, short } = typeOfFile(mediaType);
  const ending = endingOf(name);
  if (ending === '' || endings.includes(ending)) return [];
  return [
    {
      code: 'attachment-type-differs',
      severity: 'warning',
      message: `${called(name)} ends in “.${ending}”, but what is in it is ${short === 'Text' ? 'plain text' : `a ${short} file`}. It is kept as that. Check that it is the file you mean.`,
      at: 'file',
    },
  ];
}

function macro(name: string): Issue {
  return refused(
    'attachment-has-macro',
    name,
    'It carries a macro or another program. Ask for it as PDF, or paste its words as a note.',
  );
}

function unknownType(name: string): Issue {
  return refused(
    'attachment-type-unknown',
    name,
    'It is not a PDF, a picture (PNG, JPEG, WebP or GIF), plain text, or a Word, Excel or PowerPoint document. Ask for it as PDF or as a picture.',
  );
}

function refused(code: Refusal, name: string, why: string): Issue {
  return {
    code,
    severity: 'error',
    message: `${called(name)} was not attached. ${why}`,
    at: 'file',
  };
}

/** The name as a sentence starts with it; a name can be of any length. */
function called(name: string): string {
  const plain = plainLine(name).trim();
  const short = plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
  return short === '' ? 'The file' : short;
}

type Refusal =
  | 'attachment-empty'
  | 'attachment-too-large'
  | 'attachment-active'
  | 'attachment-has-macro'
  | 'attachment-type-unknown';
