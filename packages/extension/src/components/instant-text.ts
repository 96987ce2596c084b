/** A moment as the officer types it: a civil day and a time on the local clock, kept as text until it is a real one. */
import { addDays, Instant, type PlainDate } from '@cyber-prevent/core';
import * as v from 'valibot';
import { isCivilDate } from './civil-date.js';

export interface MomentParts {
  /** As `civil-date.ts` keeps it. */
  readonly date: string;
  /** As typed, `14:30`, `1430` or `9.05`. */
  readonly time: string;
}

const two = (part: number): string => String(part).padStart(2, '0');

/** An instant as the local clock shows it; otherwise `date T time` as typed. */
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

/** The instant that day and time make, or both as typed with a `T` between, or empty. */
export function momentText({ date, time }: MomentParts): string {
  if (date === '' && time.trim() === '') return '';
  const clock = readTime(time);
  if (clock === undefined || !isCivilDate(date)) return `${date}T${time}`;
  return new Date(`${date}T${clock}:00`).toISOString();
}

/** Whether it is a moment already. */
export function isMoment(text: string): boolean {
  return v.is(Instant, text);
}

/** `HH:MM` from what people write for a time on the 24-hour clock; undefined for anything else. */
function readTime(text: string): string | undefined {
  const found = /^\s*(\d{1,2})\s*[:.]?\s*(\d{2})\s*$/.exec(text);
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined;
}

/** The first moment of the day on the local clock. */
export function dayStart(day: PlainDate): Instant {
  return v.parse(Instant, new Date(`${day}T00:00:00`).toISOString());
}

/** The last moment of the day on the local clock: a millisecond before the next one begins, whatever the clocks do. */
export function dayEnd(day: PlainDate): Instant {
  return v.parse(Instant, new Date(Date.parse(dayStart(addDays(day, 1))) - 1).toISOString());
}
