/** Texts as they are compared: without capitals, accents or what stands between words. Bounded, whatever is handed in. */

/** Letters that have no accent to take off, and what they are written as where a keyboard has none of them. */
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

/** Lower case, no accents, no apostrophes, no marks that cannot be seen; spaces and hyphens stand. */
export function fold(text: string): string {
  const short = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const low = short.toLowerCase();
  if (PLAIN.test(low)) return low;
  return low
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => LETTERS.get(letter) ?? letter);
}

/** Letters and digits alone: what a reference or a postcode comes to. */
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
