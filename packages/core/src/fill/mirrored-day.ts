/**
 * Hidden fields as evidence for a typed day. A calendar often shows a day in one box and sends it from another, written
 * differently. The day that is sent is the one that counts.
 */
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import { readsAsDay, saysDayInAnyOrder } from './same-day.js';
import type { Mirror } from './step.js';
import { writeDate } from './written-date.js';

/** A time with a zone: the same instant may fall on the day before or after in another zone. */
const INSTANT = /\d{1,2}:\d\d[\d:.]*\s*(?:z|[+-]\d\d:?\d\d)$/i;
/** `04/03/2026`, with or without a time after it. */
const FIGURES = /^\s*(\d{1,2})([/. -])(\d{1,2})\2(\d{4})(?:[T ]\d{1,2}:.*)?\s*$/;
const ISO = /^\d{4}-\d\d-\d\d(?=$|[T ]\d{1,2}:)/;

/**
 * The text of a hidden field that holds a day other than the one typed, or lost the day that it held.
 *
 * @param standing - what the box held before it was typed into
 * @returns undefined where none does: a text that can be read as that day does not contradict it
 */
export function denialOf(
  mirrors: readonly Mirror[],
  standing: string,
  on: PlainDate,
): string | undefined {
  return mirrors.find(({ was, now }) =>
    was === now ? isStale(was, standing, on) : denies(was, now, on),
  )?.now;
}

/** Patterns that days in hidden fields prove for the box they follow: 2008-09-05 shows how 05/09/2008 is read. */
export function mirroredPatterns(standing: string, mirrors: readonly string[]): readonly string[] {
  const [, first = '', mark = '', middle = ''] = FIGURES.exec(standing) ?? [];
  if (first === '' || Number(first) === Number(middle)) return [];
  const days = mirrors.flatMap((text) => ISO.exec(text) ?? []) as PlainDate[];
  return [
    ['DD', 'MM', 'YYYY'],
    ['MM', 'DD', 'YYYY'],
  ].flatMap((parts) => {
    const pattern = parts.join(mark);
    return days.some((day) => isWritten(standing, writeDate(day, pattern))) ? [pattern] : [];
  });
}

/** True if the two texts are the same, with or without noughts and a time. */
function isWritten(standing: string, text: string): boolean {
  const bare = (each: string): string =>
    each
      .trim()
      .replace(/[T ]\d{1,2}:.*$/, '')
      .replace(/\b0+(?=\d)/g, '');
  return bare(standing) === bare(text);
}

function denies(was: string, now: string, on: PlainDate): boolean {
  if (now.trim() === '') return readsAsDay(was);
  return readsAsDay(now) && !daysMeant(now, on).some((each) => saysDayInAnyOrder(now, each));
}

/** True if the field held what the box held, and did not follow. */
function isStale(held: string, standing: string, on: PlainDate): boolean {
  const isSame = held.trim() === standing.trim() || mirroredPatterns(standing, [held]).length > 0;
  return isSame && denies('', held, on);
}

function daysMeant(text: string, on: PlainDate): readonly PlainDate[] {
  return INSTANT.test(text.trim()) ? [addDays(on, -1), on, addDays(on, 1)] : [on];
}
