/** Texts in the form that is compared: without capitals, accents or punctuation. Bounded for any input. */

/** Letters that have no accent to remove, and their usual spelling on a keyboard without them. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ß', 'ss'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ħ', 'h'],
  ['ŧ', 't'],
]);
const SPECIAL = /[æœøßłđðþıħŧ]/g;
const MARKS = /[\p{M}\p{Cf}'’‘ʼ`´]/gu;
const PLAIN = /^[a-z0-9]*$/;
const LONGEST = 300;

/** Lower case, without accents, apostrophes or invisible marks; spaces and hyphens stay. */
export function fold(text: string): string {
  return foldWhole(text.length > LONGEST ? text.slice(0, LONGEST) : text);
}

/** The same for a text of any length. */
export function foldWhole(text: string): string {
  const low = text.toLowerCase();
  if (PLAIN.test(low)) return low;
  return low
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => LETTERS.get(letter) ?? letter);
}

/** Letters and digits only: the compared form of a reference or a postcode. */
export function packed(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a folded text, at most twenty. */
export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, 20);
}
