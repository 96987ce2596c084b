/** Nearness of a word on record to a word that is looked for. */
import { editDistance } from '../../match/edit-distance.js';

const FORM = 0.75;
const ONE_LETTER = 0.6;
const TWO_LETTERS = 0.42;
const OTHER_FIRST = 0.7;
const OTHER_ENDING = 0.55;
const LONGEST_ENDING = 4;
const ENDING = /(?:ings?|ions?|ed|e?rs?|e?s|ly)$/;
const LEAST_STEM = 4;

/**
 * @param forms - other forms of the same forename
 * @returns 1 if they are the same, 0 if one is not the other
 */
export function nearness(word: string, term: string, forms: ReadonlySet<string>): number {
  if (term === word) return 1;
  if (term.startsWith(word)) return 0.6 + 0.3 * (word.length / term.length);
  const form = Math.max(forms.has(term) ? FORM : 0, hasOtherEnding(word, term) ? OTHER_ENDING : 0);
  const most = mostApart(word);
  const apart = most === 0 ? 1 : editDistance(word, term, most);
  if (apart > most) return form;
  const near = apart === 1 ? ONE_LETTER : TWO_LETTERS;
  return Math.max(form, word[0] === term[0] ? near : near * OTHER_FIRST);
}

/** A word without its ending, “hack” of “hacking”; undefined if it has none, or too little would be left. */
export function stemOf(word: string): string | undefined {
  const stem = word.replace(ENDING, '');
  return stem !== word && stem.length >= LEAST_STEM ? stem : undefined;
}

function hasOtherEnding(word: string, term: string): boolean {
  const stem = stemOf(word);
  return stem !== undefined && term.startsWith(stem) && term.length <= stem.length + LONGEST_ENDING;
}

/** The number of letters by which a word may be mistyped. */
export function mostApart(word: string): number {
  return word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
}

/** The word with two neighbours swapped: for the words that are too short to be two letters apart. */
export function swapsOf(word: string): readonly string[] {
  if (mostApart(word) !== 1) return [];
  return Array.from(
    { length: word.length - 1 },
    (_, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ).filter((swap) => swap !== word);
}
