/** Ways of writing the same fact: a page keeps to one of each. */
import type { Random } from './random.ts';
import type { Handle } from './record.ts';

/** Characteristics of one page's writing. */
export interface Hand {
  readonly day: (iso: string) => string;
  readonly phone: (national: string) => string;
  /** The subject's name, whole. */
  readonly name: (forenames: string, surname: string) => string;
  readonly handle: (handle: Handle) => string;
  /** Between the items of a list, where they are in one value. */
  readonly between: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

interface DayParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly monthName: string;
  readonly weekday: string;
}

const DAYS: readonly ((parts: DayParts) => string)[] = [
  ({ day, month, year }) => `${day}/${month}/${year}`,
  ({ day, month, year }) => `${day}/${month}/${year}`,
  ({ day, monthName, year }) => `${Number(day)} ${monthName} ${year}`,
  ({ day, monthName, year }) => `${day} ${monthName.slice(0, 3)} ${year}`,
  ({ day, monthName, year }) => `${day}-${monthName.slice(0, 3)}-${year}`,
  ({ day, month, year }) => `${year}-${month}-${day}`,
  ({ day, month, year }) => `${day}.${month}.${year}`,
  ({ weekday, day, monthName, year }) => `${weekday} ${Number(day)} ${monthName} ${year}`,
];

const PHONES: readonly ((national: string) => string)[] = [
  (national) => `${national.slice(0, 5)} ${national.slice(5)}`,
  (national) => `${national.slice(0, 5)} ${national.slice(5)}`,
  (national) => national,
  (national) => `${national.slice(0, 5)} ${national.slice(5, 8)} ${national.slice(8)}`,
  (national) => `+44 ${national.slice(1, 5)} ${national.slice(5)}`,
];

const NAMES: readonly Hand['name'][] = [
  (forenames, surname) => `${forenames} ${surname}`,
  (forenames, surname) => `${forenames} ${surname}`,
  (forenames, surname) => `${forenames} ${surname.toUpperCase()}`,
  (forenames, surname) => `${surname.toUpperCase()}, ${forenames}`,
  (forenames, surname) => `${surname}, ${forenames}`,
];

const HANDLES: readonly Hand['handle'][] = [
  ({ name, platform }) => `${name} (${platform})`,
  ({ name, platform }) => `${platform}: ${name}`,
  ({ name, platform }) => `${name} on ${platform}`,
];

export function handOf(random: Random, isoDays: boolean): Hand {
  const day = random.pick(DAYS);
  return {
    day: (iso) => (isoDays ? iso : day(partsOf(iso))),
    phone: random.pick(PHONES),
    name: random.pick(NAMES),
    handle: random.pick(HANDLES),
    between: random.pick(['; ', ', ', '\n']),
  };
}

/** A day in a sentence. */
export function inWords(iso: string): string {
  const { day, monthName, year } = partsOf(iso);
  return `${Number(day)} ${monthName} ${year}`;
}

export function partsOf(iso: string): DayParts {
  const [year = '', month = '', day = ''] = iso.split('-');
  const weekday = new Date(iso).toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return { year, month, day, monthName: MONTHS[Number(month) - 1] ?? '', weekday };
}
