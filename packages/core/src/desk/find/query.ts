/** A query as typed: its words, and every run of them that may be one number, handle, reference or day. */
import { type SoughtDay, soughtDays } from './sought-day.js';
import { markForms, wordsIn } from './words.js';

/** Some words of the query that stand together, taken as one thing. */
export interface Run {
  /** Place of the first word, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Forms in which a mark may hold it; none if it is too short to say anything. */
  readonly forms: readonly string[];
  readonly days: readonly SoughtDay[];
  /** True if it was typed without a space: “tobi_w” is one thing, however many words it has. */
  readonly isOnePiece: boolean;
}

export interface Query {
  readonly words: readonly string[];
  /** For each word, true if a person must have it: small words of a sentence need not be found. */
  readonly needed: readonly boolean[];
  readonly runs: readonly Run[];
}

/** The rest of a longer query is not read. */
const MOST_LETTERS = 200;
const MOST_WORDS = 12;
/** The most words that one number, reference or name of a school is written in. */
const MOST_IN_RUN = 6;
const LEAST_LETTERS = 3;
const MOST_MARK = 80;
/** Words of a sentence that say nothing by themselves. */
const OF_SENTENCE = new Set(
  'a an and are at by did for from had has have in is of on or the to was were who with'.split(' '),
);
/** Words that say what sort of thing the next one is: “born 2010”, “ref 0417”. */
const OF_SORT = new Set('aka born called dob handle mobile phone ref tel username'.split(' '));

/** True for a word that is in every narrative. */
export function isOfSentence(word: string): boolean {
  return OF_SENTENCE.has(word);
}

/** Reads what was typed; any text at all gives a query, perhaps one without words. */
export function readQuery(typed: string): Query {
  const pieces = typed.slice(0, MOST_LETTERS).split(/\s+/u).map(wordsIn);
  const words = pieces.flat().slice(0, MOST_WORDS);
  const ends = new Map<number, number>();
  let end = 0;
  for (const { length } of pieces) {
    ends.set(end, end + length);
    end += length;
  }
  const needed = words.map((word) => !OF_SENTENCE.has(word) && !OF_SORT.has(word));
  const runs: Run[] = [];
  for (let from = 0; from < words.length; from += 1)
    for (let to = from + 1; to <= Math.min(words.length, from + MOST_IN_RUN); to += 1) {
      const own = words.slice(from, to);
      const packed = own.join('');
      const isLong = packed.length >= LEAST_LETTERS && packed.length <= MOST_MARK;
      const isOnePiece = to - from > 1 && ends.get(from) === to;
      const forms = isLong ? markForms(packed) : [];
      const run = { from, to, forms, days: soughtDays(own), isOnePiece };
      if (run.forms.length + run.days.length > 0) runs.push(run);
    }
  // Nothing but small words: then they are what is looked for.
  return { words, needed: needed.includes(true) ? needed : words.map(() => true), runs };
}
