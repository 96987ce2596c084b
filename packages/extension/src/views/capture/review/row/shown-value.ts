/** A row's value in words: a date written out, and the correction if there is one. */
import { type DraftRow, decidedValue, fieldOf, PlainDate, writtenDate } from '@cyber-prevent/core';
import * as v from 'valibot';

export function shownValue(row: DraftRow): string {
  // A date that can be two days is shown as on the page: neither day is the officer's answer yet.
  if (row.either && row.decision.kind !== 'take-corrected') return row.raw;
  const value = decidedValue(row) ?? row.value;
  const isDate = row.path !== undefined && fieldOf(row.path).read === 'ukDate';
  const date = isDate ? v.safeParse(PlainDate, value) : undefined;
  return date?.success ? writtenDate(date.output) : value;
}

/** Text on the page, if it differs from the value shown. */
export function rawIfOther(row: DraftRow): string | undefined {
  const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return fold(row.raw) === fold(shownValue(row)) ? undefined : row.raw;
}
