/** Places of the rows of a picture, in units of the drawing: it grows and shrinks with the page. */
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

export const PICTURE_LAYOUTS = {
  small: {
    workspace: { width: 808, left: 84, line: 690, rows: SMALL },
    panel: { width: 340, left: 4, line: 306, rows: SMALL },
  },
  whole: {
    workspace: { width: 1216, left: 92, line: 1090, rows: WHOLE },
    panel: { width: 340, left: 66, line: 244, rows: WHOLE },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Surface, PictureLayout>>>>;

/** Room that the name of a month takes on the line. */
const MONTH_WIDTH = 52;
/** Room that a box with a number takes on the line. */
const FOLD_WIDTH = 24;

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
