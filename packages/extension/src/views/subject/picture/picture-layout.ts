/** Places of the rows of a picture, in pixels: it is laid out anew for each width, so that its letters keep their size. */
import type { CourseMarkKind } from '@cyber-prevent/core';
import type { Surface } from '../../../app/surface.js';
import type { PlainKey } from '../../../locales/late.js';

/** The pages read and details noted, with their number. */
export const FOLDED = 'folded';
export type DrawnKind = CourseMarkKind | typeof FOLDED;

export interface PictureRow {
  readonly name: PlainKey;
  readonly kinds: readonly DrawnKind[];
}

export interface PictureLayout {
  readonly width: number;
  /** Room for the names of the rows; too little for them in a panel, where the key alone says what they are. */
  readonly left: number;
  /** Length of the line of days. */
  readonly line: number;
  readonly rows: readonly PictureRow[];
}

const SMALL: readonly PictureRow[] = [
  { name: 'picture.row.contacts', kinds: ['contact', 'not-met', 'session'] },
  { name: 'picture.row.decisions', kinds: ['decision', 'notice'] },
];

const WHOLE: readonly PictureRow[] = [
  { name: 'picture.row.contacts', kinds: ['contact', 'not-met'] },
  { name: 'picture.row.sessions', kinds: ['session'] },
  { name: 'picture.row.decisions', kinds: ['decision'] },
  { name: 'picture.row.notices', kinds: ['notice'] },
  { name: 'picture.row.folded', kinds: [FOLDED] },
];

export type PictureSize = 'small' | 'whole';

/** Less room than this is none for a picture: its table is shown instead. */
export const LEAST_WIDTH = 280;
/** From this width on there is room for the names of the rows. */
const ROOMY = 560;
/** Room right of the last day, for the word of today. */
const END = 34;

export function pictureLayout(size: PictureSize, width: number): PictureLayout {
  const isRoomy = width >= ROOMY;
  const left = isRoomy ? 92 : size === 'whole' ? 74 : 4;
  return { width, left, line: width - left - END, rows: size === 'whole' ? WHOLE : SMALL };
}

/** The layouts until the width of their place is known. */
export const PICTURE_LAYOUTS = {
  small: { workspace: pictureLayout('small', 808), panel: pictureLayout('small', 328) },
  whole: { workspace: pictureLayout('whole', 1216), panel: pictureLayout('whole', 328) },
} as const satisfies Readonly<Record<PictureSize, Readonly<Record<Surface, PictureLayout>>>>;

/** Room that the name of a month takes on the line. */
const MONTH_WIDTH = 56;
/** Room that a box with a number takes on the line. */
const FOLD_WIDTH = 26;

export function monthsThatFit({ line }: PictureLayout): number {
  return Math.max(1, Math.floor(line / MONTH_WIDTH));
}

export function foldsThatFit({ line }: PictureLayout): number {
  return Math.max(1, Math.floor(line / FOLD_WIDTH));
}

const ROW = 24;
export const TOP = 16;
export const LEVELS = { top: 30, foot: 72 } as const;

export interface PicturePlaces {
  /** Height of the middle of each row. */
  readonly rows: readonly number[];
  readonly foot: number;
  readonly height: number;
}

/** @param hasLevels - the first row is then that of the levels */
export function picturePlaces({ rows }: PictureLayout, hasLevels: boolean): PicturePlaces {
  const start = hasLevels ? LEVELS.foot + 18 : TOP + 16;
  const foot = start + rows.length * ROW - ROW / 2 + 4;
  return { rows: rows.map((_, nth) => start + nth * ROW), foot, height: foot + 20 };
}
