/** A name prepared for comparison. The surname is known or assumed; none of this is ever stored. */
import { nameParts } from '../capture/read/read-name.js';
import { fold } from './fold.js';
import { isNobody, isParticle, isTitle } from './name-words.js';

export interface ComparedName {
  /** First forename, folded, without hyphens. Absent while unknown. */
  readonly given?: string;
  /** Forenames after the first. */
  readonly middle: readonly string[];
  /** Parts of the surname, folded, without particles unless there is nothing else; empty while unknown. */
  readonly family: readonly string[];
  /** The surname in one piece, including particles. */
  readonly joined: string;
  /** The only word of a one-word name: a forename, a surname or neither. */
  readonly only?: string;
  /** Forename and surname in small letters as written, with accents. */
  readonly written: { readonly given: string; readonly family: string };
}

const MOST_WORDS = 8;

/** Prepares a name; undefined if it is not one: empty, or words such as “not known”. */
export function comparedName(
  text: string,
  parts: { readonly given?: string; readonly family?: string } = {},
): ComparedName | undefined {
  if (parts.given !== undefined || parts.family !== undefined)
    return named(written(parts.given ?? ''), written(parts.family ?? ''));
  const known = nameParts(text.slice(0, 300));
  if (known.given !== undefined && known.family !== undefined)
    return named(written(known.given), written(known.family));
  const words = written(known.full);
  const [first] = known.full.split(' ');
  // `VAEL Morgan`: if only the first word is in capitals, it is the surname.
  if (words.length > 1 && first && isShouted(first) && !isShouted(known.full))
    return named(words.slice(1), words.slice(0, 1));
  let from = words.length - 1;
  while (from > 1 && isParticle(folded(words[from - 1] ?? ''))) from -= 1;
  if (from > 0) return named(words.slice(0, from), words.slice(from));
  const only = folded(words[0] ?? '');
  if (only === '' || isNobody([only])) return undefined;
  return {
    middle: [],
    family: [],
    joined: '',
    only,
    written: { given: words[0] ?? '', family: '' },
  };
}

/** The words as written, in small letters, without titles. */
function written(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[\s,;/]+/)
    .filter((word) => folded(word) !== '');
  const bare = words.filter((word) => !isTitle(word.replace(/\.$/, '')));
  return (bare.length > 0 ? bare : words).slice(0, MOST_WORDS);
}

function named(given: readonly string[], family: readonly string[]): ComparedName | undefined {
  const [first, ...middle] = given.map(folded);
  const parts = family.flatMap((word) =>
    fold(word)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part !== ''),
  );
  const own = parts.filter((part) => !isParticle(part));
  if (isNobody([...(first === undefined ? [] : [first]), ...middle, ...parts])) return undefined;
  return {
    ...(first === undefined || isNobody([first]) ? {} : { given: first }),
    middle,
    family: isNobody(parts) ? [] : own.length > 0 ? own : parts,
    joined: isNobody(parts) ? '' : parts.join(''),
    written: { given: given[0] ?? '', family: family.join(' ') },
  };
}

function folded(word: string): string {
  return fold(word).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** True for a text in capitals. Initials are always written so, and are none: `A.`, `J.R.`. */
function isShouted(text: string): boolean {
  return (
    text.length > 1 &&
    text === text.toUpperCase() &&
    text !== text.toLowerCase() &&
    !INITIALS.test(text)
  );
}

const INITIALS = /^(?:\p{L}\.)+\p{L}?$/u;
