/** How near a word on record is to a word that is looked for. */
import { editDistance } from '../../match/edit-distance.js';

const FORM = 0.75;
const ONE_LETTER = 0.6;
const TWO_LETTERS = 0.42;
const OTHER_FIRST = 0.7;

/**
 * @param forms - other forms of the same forename
 * @returns 1 if they are the same, 0 if one is not the other
 */
export function nearness(word: string, term: string, forms: ReadonlySet<string>): number {
  if (term === word) return 1;
  if (term.startsWith(word)) return 0.6 + 0.3 * (word.length / term.length);
  const form = forms.has(term) ? FORM : 0;
  const most = mostApart(word);
  const apart = most === 0 ? 1 : editDistance(word, term, most);
  if (apart > most) return form;
  const near = apart === 1 ? ONE_LETTER : TWO_LETTERS;
  return Math.max(form, word[0] === term[0] ? near : near * OTHER_FIRST);
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
