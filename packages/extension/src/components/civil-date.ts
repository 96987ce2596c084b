/**
 * A date as typed into three boxes. Until it is a real date, the text keeps what was typed as `year-month-day` with
 * gaps (`--1`), so that nothing is lost when the page is put away.
 */
import { monthNumber, PlainDate } from '@cyber-prevent/core';
import * as v from 'valibot';

export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}
export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

/** Splits `2026-03-09` into 9, 3, 2026. A partly typed date keeps its gaps. */
export function partsOf(text: string): DateParts {
  const [year = '', month = '', day = ''] = text.split('-');
  return v.is(PlainDate, text)
    ? { day: String(Number(day)), month: String(Number(month)), year }
    : { day, month, year };
}

/**
 * The civil date in the boxes, with the month in figures or by its name; or the typed parts with their gaps, or an empty
 * string if all three boxes are empty.
 */
export function dateText({ day, month, year }: DateParts): string {
  const [d = '', m = '', y = ''] = [day, month, year].map((part) => part.replace(/[\s-]+/g, ''));
  const padded = `${y}-${String(monthNumber(m) ?? m).padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (d !== '' && m !== '' && v.is(PlainDate, padded)) return padded;
  return d || m || y ? `${y}-${m}-${d}` : '';
}

/** Empty parts of a partly typed date, which the error names. */
export function missingParts(text: string): readonly DatePart[] {
  const parts = partsOf(text);
  return DATE_PARTS.filter((part) => parts[part] === '');
}

export function isCivilDate(text: string): text is PlainDate {
  return v.is(PlainDate, text);
}
