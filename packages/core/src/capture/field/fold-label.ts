/** Labels and headings, folded so that two ways of writing one compare equal. */
import { remembered } from './remembered.js';

const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;
/** Borders between the words of `dateOfBirth`, but none within `DoB`. */
const CAMEL = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})|(?<=\p{Lu}\p{Ll})(?=\p{Lu}\p{Ll}{2})/gu;
/** Labels that need folding: `dateOfBirth`, and words that forms write after a label. */
const NOT_PLAIN = /[a-z]{2}[A-Z][a-z]| (?:[Rr]equired|[Oo]ptional|[Mm]andatory)$/;

/** Names of platforms that are one word and are often written as two, or become two where capitals part words. */
const PLATFORMS =
  /\b(?:deviant art|face book|git hub|git lab|linked in|play station|snap chat|sound cloud|team speak|tik tok|whats app|you tube)\b/g;

/** Marks that show nothing, such as a zero-width space or a soft hyphen. */
const UNSEEN = /\p{Cf}/gu;
/** Accents, as in *rhif ffôn*: half the forms leave them out. Only Latin letters are the same word without. */
const ACCENTS = /(\p{Script=Latin})\p{M}+/gu;
const BEYOND_ASCII = /[^ -~]/;

/** A label as it looks: without marks that show nothing, and with plain spaces. */
export function shownText(text: string): string {
  return BEYOND_ASCII.test(text) ? text.replace(UNSEEN, '').replace(/\s+/g, ' ') : text;
}

/** Folds an adapter's label: case, white space, typographic quotes and a trailing colon do not matter; words do. */
export function foldLabel(text: string): string {
  // Most labels are plain words already, and a page has thousands.
  if (PLAIN.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s:*]+$/, '')
    .toLowerCase();
}

/**
 * Folds a label to its words for the dictionary. `D.O.B.` is "dob", `date_of_birth` is "date of birth", `Forename(s)`
 * is "forenames", `Parent’s e-mail *` is "parent email".
 */
export function labelWords(text: string): string {
  if (PLAIN.test(text) && !NOT_PLAIN.test(text)) return withPlatformsJoined(text.toLowerCase());
  const shown = BEYOND_ASCII.test(text)
    ? shownText(text).normalize('NFKD').replace(ACCENTS, '$1').normalize('NFKC')
    : text;
  const spaced = isOneWord(shown) ? shown.replace(CAMEL, ' ') : shown;
  const words = spaced
    .toLowerCase()
    .replace(/\((s|au)\)/g, '$1')
    .replace(/['‘’ʼ]s\b/g, '')
    .replace(/(?<=[aeiouwy])['‘’ʼ](?=[rn]\b)/g, ' ')
    .replace(/ #$/, ' number')
    .replace(/['‘’ʼ]/g, '')
    .replace(/\be[-_ ](mail|bost)/g, 'e$1')
    .replace(/\b(\p{L})\./gu, '$1')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (required|optional|mandatory)$/, '');
  return withPlatformsJoined(words);
}

/** Folded words with the name of each platform in one: "git hub username" is "github username". */
export function withPlatformsJoined(words: string): string {
  return words.includes(' ') ? words.replace(PLATFORMS, (name) => name.replace(' ', '')) : words;
}

/** True of a name that a system gives to a field, such as `dateOfBirth:`; a colon or a star after it does not count. */
export function isOneWord(label: string): boolean {
  return /^[^\s:*]*[\s:*]*$/.test(label.trim());
}

/** The words of a label, as {@link labelWords} but cached: the same labels are asked about many times. */
export const wordsOfLabel = remembered(labelWords);
