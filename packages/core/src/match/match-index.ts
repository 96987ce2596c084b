/**
 * Every stored person, indexed by the values that can find them. A search compares only those who share two things with
 * the person sought, or one personal value. Its cost grows with their number, not with that of all.
 */
import type { RecordId } from '../shared/primitives.js';
import { type Weight, weigh } from './compare.js';
import { nearDates } from './compare-date.js';
import { type ComparedPerson, comparedPerson, localPart } from './compared-person.js';
import { withoutOneLetter } from './edit-distance.js';
import type { ComparedName } from './name.js';
import { formsOf } from './name-words.js';
import type { HeldPerson, MatchPerson } from './person.js';
import { type Rarity, type RarityKind, rarityOf } from './rarity.js';
import type { Likening, Strength } from './reason.js';
import { STRENGTHS } from './reason.js';

/** A stored person who may be the person sought. */
export interface Candidate extends Likening {
  /** Id of the subject. */
  readonly person: RecordId;
  readonly strength: Strength;
}

export interface SearchOptions {
  /** Most candidates returned; ten by default. */
  readonly limit?: number;
  /** Left out of the candidates: the person sought, if they are held themselves. */
  readonly without?: RecordId;
}

export interface SearchResult {
  /** Likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Number of compared candidates that the limit left out. */
  readonly moreCount: number;
  /** Number of stored persons compared one by one. */
  readonly comparedCount: number;
}

export interface MatchIndex {
  readonly size: number;
  /** Adds the person, or replaces their earlier values. */
  put(person: HeldPerson): void;
  drop(id: RecordId): void;
  search(sought: MatchPerson, options?: SearchOptions): SearchResult;
}

/** Bits for the values that a stored person was found by. */
const BY_FAMILY = 1;
const BY_GIVEN = 2;
const BY_BIRTH = 4;
const BY_PLACE = 8;
const BY_OWN = 16;
/** Added to one of these bits: an exact match, not a look-alike. */
const EXACT_FAMILY = 32;
const EXACT_GIVEN = 64;
const EXACT_BIRTH = 128;

/** Bits of evidence beyond the odds that a given stored person is the one sought. */
const ENOUGH: Readonly<Record<Strength, number>> = { strong: 4, moderate: 0, weak: -7 };
/** The smallest group that somebody is assumed to belong to, however few are held. */
const FEWEST = 1000;
/** Most people who share a word of an address; a more common word says nothing about where somebody lives. */
const COMMON_WORD = 200;
const DEFAULT_LIMIT = 10;
/**
 * Stored persons that one search compares one by one. If more are similar to a common name, those who share most come
 * first.
 */
const MOST_COMPARED = 400;

/** The index with the weight of everybody who was compared: the basis of a search and a linkage. */
export interface WeighedIndex {
  readonly size: number;
  put(person: HeldPerson): void;
  drop(id: RecordId): void;
  /** @param most - stored persons to compare; those who share most come first */
  weighed(
    sought: MatchPerson,
    without?: RecordId,
    most?: number,
  ): readonly { readonly person: RecordId; readonly weight: Weight }[];
}

export function weighedIndex(): WeighedIndex {
  const places = new Map<RecordId, number>();
  const people: (readonly [RecordId, ComparedPerson] | undefined)[] = [];
  /** Places of people by each value; `kind key`. */
  const holders = new Map<string, number[]>();
  /** Words of names by each text with one letter left out. */
  const nearWords = new Map<string, Set<string>>();
  let marks = new Uint8Array(64);

  /** @param own - 1 if the person sought is also held, and so counts among the holders of their own values */
  const rarityBut =
    (own: 0 | 1): Rarity =>
    (kind, key) =>
      rarityOf(kind, (holders.get(`${kind} ${key}`)?.length ?? 0) - own, places.size - own);

  const wordGone = (word: string): void => {
    for (const less of [word, ...withoutOneLetter(word)]) {
      const words = nearWords.get(less);
      words?.delete(word);
      if (words?.size === 0) nearWords.delete(less);
    }
  };
  const wordCame = (word: string): void => {
    for (const less of [word, ...withoutOneLetter(word)]) {
      const words = nearWords.get(less);
      if (words) words.add(word);
      else nearWords.set(less, new Set([word]));
    }
  };
  const drop = (id: RecordId): void => {
    const place = places.get(id);
    const person = place === undefined ? undefined : people[place]?.[1];
    if (place === undefined || !person) return;
    for (const key of keysOf(person)) {
      const left = (holders.get(key) ?? []).filter((each) => each !== place);
      if (left.length > 0) holders.set(key, left);
      else {
        holders.delete(key);
        if (key.startsWith(NAME)) wordGone(key.slice(NAME.length));
      }
    }
    places.delete(id);
    people[place] = undefined;
  };

  /** People with a word in their name that is near to the sought one. */
  const nearWord = (word: string): readonly (readonly number[])[] => {
    if (word.length < 4) return [];
    const near = new Set(
      [word, ...withoutOneLetter(word)].flatMap((less) => [...(nearWords.get(less) ?? [])]),
    );
    near.delete(word);
    return [...near].map((other) => holders.get(NAME + other) ?? []);
  };

  return {
    get size() {
      return places.size;
    },
    drop,
    put(person) {
      drop(person.id);
      const compared = comparedPerson(person);
      const place = people.length;
      people.push([person.id, compared]);
      places.set(person.id, place);
      if (place >= marks.length) marks = new Uint8Array(marks.length * 2);
      for (const key of keysOf(compared)) {
        const held = holders.get(key);
        if (held) held.push(place);
        else {
          holders.set(key, [place]);
          if (key.startsWith(NAME)) wordCame(key.slice(NAME.length));
        }
      }
    },
    weighed(sought, without, most = Number.POSITIVE_INFINITY) {
      const person = comparedPerson(sought);
      const rarity = rarityBut(without !== undefined && places.has(without) ? 1 : 0);
      const touched: number[] = [];
      const marking = (bit: number) => (found: readonly number[] | undefined) => {
        for (const place of found ?? []) {
          const mark = marks[place] ?? 0;
          if (mark === 0) touched.push(place);
          marks[place] = mark | bit;
        }
      };
      const markGiven = (word: string): void => {
        marking(BY_GIVEN | EXACT_GIVEN)(holders.get(NAME + word));
        nearWord(word).forEach(marking(BY_GIVEN));
        for (const form of formsOf(word)) marking(BY_GIVEN)(holders.get(NAME + form));
      };
      for (const { name } of person.names) {
        for (const word of familyWords(name)) {
          marking(BY_FAMILY | EXACT_FAMILY)(holders.get(NAME + word));
          nearWord(word).forEach(marking(BY_FAMILY));
        }
        const [first, ...further] = givenWords(name);
        if (first !== undefined) markGiven(first);
        // A further forename may be the surname of somebody with the first one: *Ada Vael* and *Ada Vael Elm*.
        for (const word of further)
          marking(BY_FAMILY)(
            holders
              .get(`family ${word}`)
              ?.filter((place) => ((marks[place] ?? 0) & BY_GIVEN) !== 0),
          );
        further.forEach(markGiven);
      }
      for (const { key } of person.born) {
        marking(BY_BIRTH | EXACT_BIRTH)(holders.get(`born ${key}`));
        for (const near of nearDates(key)) marking(BY_BIRTH)(holders.get(`born ${near}`));
      }
      for (const { postcode, words } of person.addresses) {
        if (postcode !== undefined) marking(BY_PLACE)(holders.get(`postcode ${postcode}`));
        for (const word of words) {
          const there = holders.get(`word ${word}`) ?? [];
          if (there.length <= COMMON_WORD) marking(BY_PLACE)(there);
        }
      }
      for (const key of ownKeys(person)) marking(BY_OWN)(holders.get(key));

      const enough: { readonly place: number; readonly mark: number }[] = [];
      for (const place of touched) {
        const mark = marks[place] ?? 0;
        marks[place] = 0;
        if (isEnough(mark)) enough.push({ place, mark });
      }
      if (enough.length > most) enough.sort((a, b) => bitsIn(b.mark) - bitsIn(a.mark));
      return enough.slice(0, most).flatMap(({ place }) => {
        const [id, other] = people[place] ?? [];
        if (id === undefined || other === undefined || id === without) return [];
        return [{ person: id, weight: weigh(person, other, rarity) }];
      });
    },
  };
}

/** An empty index. Put every stored person into it, then search. */
export function matchIndex(): MatchIndex {
  const index = weighedIndex();
  return {
    get size() {
      return index.size;
    },
    put: index.put,
    drop: index.drop,
    search(sought, { limit = DEFAULT_LIMIT, without } = {}) {
      const odds = oddsAmong(index.size);
      const compared = index.weighed(sought, without, MOST_COMPARED);
      const found = compared.flatMap(({ person, weight: { reasons, against, bits, most } }) => {
        const strength = strengthOf(bits - odds, most);
        return strength ? [{ candidate: { person, strength, reasons, against }, bits }] : [];
      });
      found.sort(
        (a, b) =>
          STRENGTHS.indexOf(a.candidate.strength) - STRENGTHS.indexOf(b.candidate.strength) ||
          b.bits - a.bits ||
          (a.candidate.person < b.candidate.person ? -1 : 1),
      );
      const candidates = found.slice(0, limit).map(({ candidate }) => candidate);
      return {
        candidates,
        moreCount: found.length - candidates.length,
        comparedCount: compared.length,
      };
    },
  };
}

/** Bits of evidence needed to make it as likely as not that one of this many is the person sought. */
export function oddsAmong(size: number): number {
  return Math.log2(Math.max(size, FEWEST));
}

const NAME = 'name ';

/** True for two of the four things, or one personal value. */
function isEnough(mark: number): boolean {
  const things = mark & (BY_FAMILY | BY_GIVEN | BY_BIRTH | BY_PLACE);
  return (mark & BY_OWN) !== 0 || (things & (things - 1)) !== 0;
}

/** Counts the bits; a personal value counts for more than all others. */
function bitsIn(mark: number): number {
  let count = (mark & BY_OWN) === 0 ? 0 : 8;
  for (let left = mark; left > 0; left &= left - 1) count += 1;
  return count;
}

function strengthOf(beyond: number, most: Strength | undefined): Strength | undefined {
  if (most === undefined) return undefined;
  const earned = STRENGTHS.find((strength) => beyond >= ENOUGH[strength]);
  if (earned === undefined) return undefined;
  return STRENGTHS.indexOf(earned) > STRENGTHS.indexOf(most) ? earned : most;
}

function familyWords({ family, joined, only }: ComparedName): readonly string[] {
  return only === undefined ? [...new Set(joined === '' ? family : [joined, ...family])] : [only];
}

function givenWords({ given, middle, only }: ComparedName): readonly string[] {
  if (only !== undefined) return [only];
  return [...new Set([...(given === undefined ? [] : [given]), ...middle])];
}

/** Personal values, each of which can find a person by itself. */
function ownKeys(person: ComparedPerson): readonly string[] {
  return [
    ...person.references.map(({ key }) => `reference ${key}`),
    ...person.emails.flatMap(({ key }) => [`email ${key}`, `local ${localPart(key)}`]),
    ...person.phones.map(({ key }) => `phone ${key}`),
    ...person.handles.map(({ handle }) => `handle ${handle.key}`),
  ];
}

/** Every key once: those that a search uses, and those that show how rare a value is. */
function keysOf(person: ComparedPerson): ReadonlySet<string> {
  const counted: [RarityKind, string | undefined][] = person.names.flatMap(({ name }) => [
    ['family', name.joined] as [RarityKind, string],
    ...name.family.map((part): [RarityKind, string] => ['family', part]),
    ['given', name.given ?? name.only],
  ]);
  return new Set([
    ...person.names.flatMap(({ name }) =>
      [...familyWords(name), ...givenWords(name)].map((word) => NAME + word),
    ),
    ...counted.flatMap(([kind, key]) => (key ? [`${kind} ${key}`] : [])),
    ...person.born.map(({ key }) => `born ${key}`),
    ...person.addresses.flatMap(({ postcode, words }) => [
      ...(postcode === undefined ? [] : [`postcode ${postcode}`]),
      ...words.map((word) => `word ${word}`),
    ]),
    ...ownKeys(person),
  ]);
}
