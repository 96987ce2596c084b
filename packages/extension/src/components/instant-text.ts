/** A moment as the officer types it: a civil day and a time in local time, kept as text until both are real. */
import { addDays, clockTime, Instant, type PlainDate } from '@cyber-prevent/core';
import * as v from 'valibot';
import { isCivilDate } from './civil-date.js';

export interface MomentParts {
  /** Date text, in the form of `civil-date.ts`. */
  readonly date: string;
  /** Time as typed, `14:30`, `1430` or `9.05`. */
  readonly time: string;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** Splits an instant into its local day and time; otherwise splits `date T time` as typed. */
export function momentParts(text: string): MomentParts {
  if (isMoment(text)) {
    const at = new Date(text);
    return {
      date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
      time: `${two(at.getHours())}:${two(at.getMinutes())}`,
    };
  }
  const cut = text.indexOf('T');
  return cut === -1
    ? { date: text, time: '' }
    : { date: text.slice(0, cut), time: text.slice(cut + 1) };
}

/** Instant for that day and time, or both as typed with a `T` between, or empty. */
export function momentText({ date, time }: MomentParts): string {
  if (date === '' && time.trim() === '') return '';
  const clock = clockTime(time);
  if (clock === undefined || !isCivilDate(date)) return `${date}T${time}`;
  return new Date(`${date}T${clock}:00`).toISOString();
}

/** True if the text is already an instant. */
export function isMoment(text: string): boolean {
  return v.is(Instant, text);
}

/** First moment of the day in local time. */
export function dayStart(day: PlainDate): Instant {
  return v.parse(Instant, new Date(`${day}T00:00:00`).toISOString());
}

/** Last moment of the day in local time: a millisecond before the next day begins, even when the clocks change. */
export function dayEnd(day: PlainDate): Instant {
  return v.parse(Instant, new Date(Date.parse(dayStart(addDays(day, 1))) - 1).toISOString());
}
