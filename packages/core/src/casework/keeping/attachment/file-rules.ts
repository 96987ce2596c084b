/** The limits of attached files and the types of them, as dated data. */
import * as v from 'valibot';
import { CODE_LIST_STATUSES } from '../../../codes/code-list.js';
import { ATTACHED_TYPES, type AttachedType } from '../../../record/attachment.js';
import { PlainDate } from '../../../shared/primitives.js';
import shipped from '../../data/attachment.json' with { type: 'json' };

const Most = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/**
 * The most that a file may ever have, whatever the rules of the day allow to be attached: what was attached under other
 * rules is still opened, and no file takes more memory than this.
 */
export const OPENED_LIMITS = { mostBytes: 60_000_000, mostPixels: 120_000_000 } as const;

const FileRules = v.strictObject({
  id: v.literal('attachment'),
  title: v.string(),
  status: v.picklist(CODE_LIST_STATUSES),
  source: v.string(),
  checkedOn: PlainDate,
  /** Bytes of one file. */
  mostBytes: v.pipe(Most, v.maxValue(OPENED_LIMITS.mostBytes)),
  /** Files in one save. */
  mostFiles: Most,
  /** Bytes of all files in one save: each is read twice before any is kept. */
  mostBytesOfSave: Most,
  /** Pixels of one picture: a small file can unfold to more than a computer has room for. */
  mostPixels: v.pipe(Most, v.maxValue(OPENED_LIMITS.mostPixels)),
  types: v.array(
    v.strictObject({
      mediaType: v.picklist(ATTACHED_TYPES),
      short: v.string(),
      /** Endings of a name that go with the type; a file that is given out has the first. */
      endings: v.pipe(v.array(v.string()), v.minLength(1)),
    }),
  ),
});

/** The rules that ship: the most bytes of a file and of a save, pixels of a picture and files of a save, and the types of file. */
export const FILE_RULES = v.parse(FileRules, shipped);

export interface TypeOfFile {
  readonly mediaType: AttachedType;
  /** “PDF”, “Word”. */
  readonly short: string;
  readonly endings: readonly string[];
}

/**
 * The row of a type that is attached.
 *
 * @throws {RangeError} for a type that is not attached
 */
export function typeOfFile(mediaType: AttachedType): TypeOfFile {
  const row = FILE_RULES.types.find((each) => each.mediaType === mediaType);
  if (!row) throw new RangeError(`No row for ${mediaType}`);
  return row;
}

/** True for a picture, which is drawn again to be shown. */
export function isPicture(mediaType: AttachedType): boolean {
  return mediaType.startsWith('image/');
}

/** The ending of a name, in lower case and without its dot; empty if it has none. */
export function endingOf(name: string): string {
  return /\.([^.\s/\\]+)$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
}

/**
 * A size as an officer reads it: “184 kB”, “2.4 MB”.
 *
 * @param bytes - whole
 */
export function writtenSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}
