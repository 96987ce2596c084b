/** Places of days and levels in the picture of a case. Pure, so that a test can hold it to the days. */
import type { CourseMark, LevelStepOnRecord, PlainDate } from '@cyber-prevent/core';

const DAY_MS = 86_400_000;

export interface CourseScale {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Place of a day on a line of that length. */
  x(on: PlainDate): number;
  /** First days of the months within, each with its name; every second or later one if they would touch. */
  readonly months: readonly { readonly on: PlainDate; readonly name: string }[];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Room that the name of a month takes on the line. */
const NAME_WIDTH = 52;

/** @param width - length of the line; the first day is at 0, today at its end */
export function courseScale(
  marks: readonly Pick<CourseMark, 'on'>[],
  levels: readonly Pick<LevelStepOnRecord, 'on'>[],
  today: PlainDate,
  width: number,
): CourseScale {
  const days = [...marks, ...levels].map(({ on }) => on).toSorted();
  const from = days.find((on) => on <= today) ?? today;
  const span = Math.max(1, daysBetween(from, today));
  return {
    from,
    to: today,
    x: (on) => (Math.min(span, Math.max(0, daysBetween(from, on))) / span) * width,
    months: monthsBetween(from, today, Math.max(1, Math.floor(width / NAME_WIDTH))),
  };
}

function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** @param most - number of names that fit side by side */
function monthsBetween(from: PlainDate, to: PlainDate, most: number): CourseScale['months'] {
  const found: { on: PlainDate; name: string }[] = [];
  let [year = 0, month = 1] = from.split('-').map(Number);
  for (;;) {
    month += 1;
    if (month > 12) {
      year += 1;
      month = 1;
    }
    const on = `${year}-${String(month).padStart(2, '0')}-01` as PlainDate;
    if (on > to) break;
    const name = MONTHS[month - 1] ?? '';
    found.push({ on, name: month === 1 ? `${name} ${year}` : name });
  }
  const each = Math.max(1, Math.ceil(found.length / most));
  return found.filter((_, nth) => nth % each === 0);
}
