/** Text as lists compare it: case, accents and the separators between parts of a name are ignored. */

/** Matches nearly all names; anything else needs the slower normalisation. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Folds a text for comparison: lower case, without marks, and with single spaces between its parts. */
export function foldText(text: string): string {
  const letters = PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
  return letters
    .replace(/[’'\s-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** True if every wanted word begins a word of the text. Both are folded already. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.startsWith(word) || folded.includes(` ${word}`));
}

/** Words of a typed text, each folded. */
export function wordsOf(wanted: string): readonly string[] {
  return foldText(wanted).split(' ').filter(Boolean);
}
