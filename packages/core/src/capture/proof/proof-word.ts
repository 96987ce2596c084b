/**
 * Made-up words and numbers in the shape of real ones: as long, with capitals, digits and marks in the same places.
 * They follow from a seed, and no word of the page is ever among them.
 */
import { everyMatch } from '../text/text-match.js';

/** Words and numbers shorter than this identify nobody by themselves; they are made up anyway. */
export const SHORTEST = 4;

const WORDS = /[\p{Alphabetic}\p{M}]+|\p{N}+/gu;

export interface MadeUp {
  /** A word of as many letters, in the same case. */
  word(word: string): string;
  /** A number of as many digits. One that can be a day, a month or a year stays so. */
  number(digits: string): string;
  /** One of these; never one that the page has, if there is another. */
  choice(from: readonly string[]): string;
  /** A whole number from 0 up to the limit, which is excluded. */
  below(limit: number): number;
  /** True if the text has a word or number of the page in it. */
  isOfPage(text: string): boolean;
}

/** @param seed - whole number up to 2^53; the same seed makes the same words. Draw it at random for each page */
export function madeUp(seed: number, ofPage: ReadonlySet<string>): MadeUp {
  const next = numbersFrom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const isOfPage = (text: string): boolean => tokensOf(text).some((token) => ofPage.has(token));
  const tried = (make: () => string, not: string): string => {
    let made = make();
    for (let left = 60; left > 0 && (made === not || isOfPage(made)); left -= 1) made = make();
    return made;
  };
  return {
    below,
    isOfPage,
    word: (word) => tried(() => lettersLike(word, below), word),
    number: (digits) => tried(() => digitsLike(digits, below), digits),
    choice(from) {
      const free = from.filter((each) => !isOfPage(each));
      const list = free.length > 0 ? free : from;
      return list[below(list.length)] ?? '';
    },
  };
}

/** Words and numbers of {@link SHORTEST} and more, in lower case. */
export function tokensOf(text: string): readonly string[] {
  return everyMatch(text, WORDS)
    .map(([token]) => token.toLowerCase())
    .filter((token) => token.length >= SHORTEST);
}

const CONSONANTS = 'bdfgklmnprstv';
const VOWELS = 'aeiou';

function lettersLike(word: string, below: MadeUp['below']): string {
  let isVowel = below(2) === 0;
  return Array.from(word, (letter) => {
    if (/\p{M}/u.test(letter)) return '';
    const letters = isVowel ? VOWELS : CONSONANTS;
    isVowel = !isVowel;
    const made = letters[below(letters.length)] ?? 'a';
    return /\p{Lu}/u.test(letter) ? made.toUpperCase() : made;
  }).join('');
}

const YEARS = { from: 1950, count: 70 };

function digitsLike(digits: string, below: MadeUp['below']): string {
  const number = Number(digits);
  const padded = (made: number): string => String(made).padStart(digits.length, '0');
  if (digits.length <= 2) {
    const isTwo = digits.length === 2 && !digits.startsWith('0');
    if (number >= 1 && number <= 12) return padded(isTwo ? 10 + below(3) : 1 + below(9));
    if (number <= 31) return number === 0 ? digits : padded(13 + below(16));
    return padded(32 + below(68));
  }
  if (digits.length === 4 && number >= 1900 && number < 2100)
    return String(YEARS.from + below(YEARS.count));
  return Array.from(digits, (digit, at) =>
    at === 0 ? (digit === '0' ? '0' : String(1 + below(9))) : String(below(10)),
  ).join('');
}

/**
 * Numbers from 0 up to 1 that follow from the seed (Chris Doty-Humphrey’s small fast counter, 32 bits). All of a seed’s
 * 53 bits count: if somebody could try every seed, they would see the words that were made and rejected, and those are
 * the page’s.
 */
function numbersFrom(seed: number): () => number {
  let [a, b, c, counter] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0x9e3779b9, 1];
  const next = (): number => {
    const sum = (a + b + counter) >>> 0;
    counter = (counter + 1) >>> 0;
    a = (b ^ (b >>> 9)) >>> 0;
    b = (c + (c << 3)) >>> 0;
    c = (((c << 21) | (c >>> 11)) + sum) >>> 0;
    return sum / 2 ** 32;
  };
  for (let left = 15; left > 0; left -= 1) next();
  return next;
}
