/**
 * The two days that a date in figures can be. Kept separate from the reading of dates, which is far larger and needed
 * later.
 */
import type { PlainDate } from '../../shared/primitives.js';

export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** The two days that one text can be. */
export interface EitherDate {
  readonly dayFirst: PlainDate;
  readonly monthFirst: PlainDate;
}

/** Both days, and the one that an answer chose. */
export interface SettledDate extends EitherDate {
  readonly order: DateOrder;
}

/** Code of the issue of a date that can be two days while nobody has said which. */
export const EITHER_ORDER = 'date-either-order';
