/**
 * Says whether words that somebody typed may be about a person. It errs towards yes: an officer looks, and nothing is
 * decided by it.
 */
import type { RecordOf } from '../record/kind.js';
import { fold } from './fold.js';
import { formsOf, isNobody, isTitle } from './name-words.js';

/** Digits that tell one telephone number from another, whatever its prefix. */
const OWN_DIGITS = 9;

/** The parts of a subject that words may name. */
export type NamedSubject = Pick<
  RecordOf<'subject'>,
  'name' | 'aliases' | 'alsoRecorded' | 'phones' | 'emails'
>;

/**
 * True if the text has every word of one of the names on record, in any order and in a usual short form, or a telephone
 * number or an email address of the person.
 */
export function mayName(text: string, person: NamedSubject): boolean {
  const words = new Set(wordsIn(text));
  const has = (word: string) => words.has(word) || [...formsOf(word)].some((on) => words.has(on));
  const { name, aliases, alsoRecorded = [], phones, emails } = person;
  const others = alsoRecorded.flatMap(({ what, value }) => (what === 'name' && value ? value : []));
  const isNamed = [name, ...aliases, ...others].some((each) => {
    const own = wordsIn(each).filter((word) => word.length > 1 && !isTitle(word));
    return own.length > 0 && !isNobody(own) && own.every(has);
  });
  if (isNamed) return true;
  const close = text.toLowerCase().replace(/[\s()-]+/g, '');
  const numbers = phones.map((phone) => phone.replace(/\D+/g, '').slice(-OWN_DIGITS));
  return [
    ...numbers.filter(({ length }) => length === OWN_DIGITS),
    ...emails.map((email) => email.toLowerCase()),
  ].some((own) => close.includes(own));
}

/** Most words between those of a name: `Alfie James Peter Marsh`. */
const MOST_BETWEEN = 2;

/**
 * True if the words of a name are together in a text, in any order and in a usual short form.
 *
 * @param fewest - fewest words, without titles, of a name that is looked for: one alone is easily met by chance
 */
export function isNamedIn(words: readonly string[], name: string, fewest: number): boolean {
  const own = wordsIn(name).filter((word) => word.length > 1 && !isTitle(word));
  if (own.length < Math.max(1, fewest) || isNobody(own)) return false;
  const isAt = (word: string, from: number): boolean =>
    words
      .slice(from, from + own.length + MOST_BETWEEN)
      .some((each) => each === word || formsOf(word).has(each));
  return words.some((_, from) => own.every((word) => isAt(word, from)));
}

/** The folded words of a text, in order. */
export function wordsIn(text: string): readonly string[] {
  return text.split(/[^\p{L}\p{M}\p{N}'’]+/u).flatMap((word) => fold(word) || []);
}
