/** The moment of a clock in a time zone, as it was given. */
import type { Instant } from '../shared/primitives.js';

/** A day, a time of day and a zone as written. */
export interface GivenMoment {
  readonly on: string;
  /** `14:05` or `14:05:30`. */
  readonly at: string;
  readonly zone: string;
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;
const OFFSET = /^(?:UTC|GMT)?([+-])(0\d|1[0-4]):?([0-5]\d)$/i;
const PLACE = /^[A-Za-z_]+(?:\/[A-Za-z_+-]+\d*){1,2}$/;

/** True for a time of day, `14:05` or `14:05:30`. */
export function isClockTime(at: string): boolean {
  return TIME.test(at);
}

/** True for the name or the offset of a time zone. Other short names mean several zones, so they are none. */
export function isZone(zone: string): boolean {
  return /^(?:UTC|GMT|BST|Z)$/i.test(zone) || OFFSET.test(zone) || PLACE.test(zone);
}

/**
 * The instants that a moment as given can be: one; two in the hour that comes twice when clocks go back; none in the
 * hour that is left out when they go forward.
 *
 * @returns undefined if this computer does not know the zone
 */
export function instantsOf({ on, at, zone }: GivenMoment): readonly Instant[] | undefined {
  const local = Date.parse(`${on}T${at.length === 5 ? `${at}:00` : at}Z`);
  const minutes = fixedOffset(zone);
  if (minutes !== undefined) return [instant(local - minutes * MINUTE)];
  const clock = clockOf(zone);
  if (!clock) return undefined;
  // A zone has at most two offsets within a day of the moment.
  const offsets = [local - DAY, local + DAY].map((near) => shownBy(clock, near) - near);
  return [...new Set(offsets)]
    .map((offset) => local - offset)
    .filter((moment) => shownBy(clock, moment) === local)
    .sort((a, b) => a - b)
    .map(instant);
}

/** True if BST was given for a day on which the United Kingdom has GMT all day, or the moment is not in British Summer Time. */
export function isOutOfSummer({ on, at, zone }: GivenMoment): boolean {
  if (zone.toUpperCase() !== 'BST') return false;
  const [moment] = instantsOf({ on, at, zone: '+01:00' }) ?? [];
  const clock = clockOf('Europe/London');
  if (moment === undefined || !clock) return false;
  return shownBy(clock, Date.parse(moment)) - Date.parse(moment) !== 60 * MINUTE;
}

function fixedOffset(zone: string): number | undefined {
  if (/^(?:UTC|GMT|Z)$/i.test(zone)) return 0;
  if (/^BST$/i.test(zone)) return 60;
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  if (sign === undefined) return undefined;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function clockOf(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return undefined;
  }
}

/** The time that clocks of the zone show at a moment, as if it were in UTC. */
function shownBy(clock: Intl.DateTimeFormat, moment: number): number {
  const { year, month, day, hour, minute, second }: Partial<Record<string, string>> =
    Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]));
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function instant(moment: number): Instant {
  return new Date(moment).toISOString() as Instant;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
