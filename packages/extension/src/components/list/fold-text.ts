/** Text as lists compare it: case, accents and what stands between the parts of a name do not matter. */

/** Nearly all names: what is not in it needs the slower way. */
const PLAIN = /^[\x20-\x7e]*$/;

export function foldText(text: string): string {
  const letters = PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
  return letters
    .replace(/[’'\s-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether every word wanted begins a word of the text; both are folded. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.startsWith(word) || folded.includes(` ${word}`));
}

export function wordsOf(wanted: string): readonly string[] {
  return foldText(wanted).split(' ').filter(Boolean);
}
