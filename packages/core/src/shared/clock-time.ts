/** A time of day on the 24-hour clock. */
import * as v from 'valibot';

/** `HH:MM` from the usual ways to write a time, `14:30`, `1430` or `9.05`; undefined for anything else. */
export function clockTime(text: string): string | undefined {
  const found = /^\s*(\d{1,2})\s*[:.]?\s*(\d{2})\s*$/.exec(text);
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  const two = (part: number): string => String(part).padStart(2, '0');
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : undefined;
}

/** Time of day, `HH:MM`; no day, no zone. Any usual way to write one is taken. */
export const ClockTime = v.pipe(
  v.string(),
  v.transform((text) => clockTime(text) ?? text),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time on the 24-hour clock, like 14:30'),
);
