/** The days on which something in a pack acts. Where one is absent, there is no first day, or no end. */
import { civilDay } from '../shared/civil-day.js';
import { addDays } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';
import type { HeldPack } from './pack.js';

export interface Days {
  readonly from?: PlainDate | undefined;
  /** First day after the last. */
  readonly until?: PlainDate | undefined;
}

/**
 * First day on which a pack acts. It is never earlier than the day on which it was made or taken in: what was recorded
 * before then was recorded without it.
 */
export function firstDayOf({
  from,
  madeAt,
  takenInOn,
}: Pick<HeldPack, 'from' | 'madeAt' | 'takenInOn'>): PlainDate {
  const made = civilDay(madeAt);
  const known = made > takenInOn ? made : takenInOn;
  return from > known ? from : known;
}

/** The days that are in both; undefined if there are none. */
export function commonDays(one: Days, other: Days): Days | undefined {
  const from = later(one.from, other.from);
  const until = sooner(one.until, other.until);
  return from !== undefined && until !== undefined && from >= until ? undefined : { from, until };
}

/** The days from a first to a last, as they are written. */
export function daysWritten({
  from,
  to,
}: {
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
}): Days {
  return { from, until: to === undefined || to === LAST ? undefined : addDays(to, 1) };
}

export function isWithin({ from, until }: Days, on: PlainDate): boolean {
  return (from === undefined || from <= on) && (until === undefined || on < until);
}

/** The sooner of two days; absent: never. */
export function sooner(
  one: PlainDate | undefined,
  other: PlainDate | undefined,
): PlainDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

function later(one: PlainDate | undefined, other: PlainDate | undefined): PlainDate | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

/** The last day that can be written: there is none after it. */
const LAST = '9999-12-31';
