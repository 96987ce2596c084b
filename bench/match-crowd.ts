/** A crowd of fictional people, the same each time, with few of them under rare names and many under common ones. */
import type { HeldPerson, MatchPerson, MatchValue, RecordId } from '../packages/core/src/index.ts';

export interface Crowd {
  readonly people: readonly HeldPerson[];
  /** Some of them, each with fewer facts than are on record. */
  readonly sought: readonly MatchPerson[];
  /** People of the commonest name who are not among them. */
  readonly commonest: readonly MatchPerson[];
}

const GIVEN_COUNT = 400;
const FAMILY_COUNT = 20_000;
const STREET_COUNT = 5000;
/** Days between the eldest and the youngest. */
const DAY_COUNT = 5800;
/** The unevenness of names: the commonest of 20,000 surnames belongs to about one in fifty. */
const UNEVENNESS = 2.5;

export function crowd(size: number, soughtCount: number): Crowd {
  const next = numbers(20_261_124);
  const pick = (count: number): number => Math.floor(next() ** UNEVENNESS * count);
  const people = Array.from({ length: size }, (_, nth): HeldPerson => {
    const street = wordOf(pick(STREET_COUNT), 3);
    return {
      id: `person-${nth}` as RecordId,
      values: [
        { kind: 'name', text: `${wordOf(pick(GIVEN_COUNT), 3)} ${wordOf(pick(FAMILY_COUNT), 4)}` },
        { kind: 'bornOn', text: dayOf(Math.floor(next() * DAY_COUNT)) },
        { kind: 'phone', text: `07700 900${String(nth % 1000).padStart(3, '0')}` },
        { kind: 'email', text: `person.${nth}@example.org` },
        { kind: 'handle', text: `handle_${nth}`, platform: 'discord' },
        { kind: 'reference', text: `NCCU/2026/${nth}` },
        {
          kind: 'address',
          text: `${1 + Math.floor(next() * 90)} ${street} road\nTestford`,
          postcode: `ZZ${Math.floor(next() * 99)} ${Math.floor(next() * 9)}AA`,
        },
      ],
    };
  });
  const sought = Array.from({ length: soughtCount }, (): MatchPerson => {
    const values = people[Math.floor(next() * size)]?.values ?? [];
    return { values: values.filter((_, nth) => nth < 2 || (nth !== 2 && next() < 0.5)) };
  });
  const commonest = Array.from({ length: 100 }, (): MatchPerson => {
    const name: MatchValue = { kind: 'name', text: `${wordOf(0, 3)} ${wordOf(0, 4)}` };
    return {
      values: [
        name,
        { kind: 'bornOn', text: dayOf(Math.floor(next() * DAY_COUNT)) },
        { kind: 'address', text: '7 Sample road\nTestford' },
      ],
    };
  });
  return { people, sought, commonest };
}

const CONSONANTS = 'bdfghklmnprstvwz';
const VOWELS = 'aeiou';

/** A made-up word of so many syllables; a different one for each number. */
export function wordOf(nth: number, syllables: number): string {
  let left = nth;
  return Array.from({ length: syllables }, (_, at) => {
    const syllable =
      CONSONANTS.charAt((left + at) % CONSONANTS.length) +
      VOWELS.charAt(Math.floor(left / CONSONANTS.length) % VOWELS.length);
    left = Math.floor(left / (CONSONANTS.length * VOWELS.length));
    return syllable;
  }).join('');
}

export function dayOf(nth: number): string {
  return new Date(Date.UTC(2000, 0, 1 + nth)).toISOString().slice(0, 10);
}

/** Numbers from 0 up to 1, determined by the seed. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
