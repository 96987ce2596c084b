/** Days and months under a picture. */
import type { PlainDate } from '@cyber-prevent/core';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

export interface PictureMonth {
  readonly on: PlainDate;
  readonly name: string;
}

/**
 * First days of the months within, each with its name; every second or later one if there are more than fit. January
 * has its year.
 *
 * @param most - number of names that fit side by side
 */
export function pictureMonths(
  from: PlainDate,
  to: PlainDate,
  most: number,
): readonly PictureMonth[] {
  const found: PictureMonth[] = [];
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

/** Writes `2026-02-11` as `11 Feb 2026`. */
export function shortDate(on: PlainDate): string {
  const [year = '', month = '', day = ''] = on.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
