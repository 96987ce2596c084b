/** Words that are given names in the United Kingdom, from an incomplete list. */
import given from './given-names.json' with { type: 'json' };

const GIVEN: ReadonlySet<string> = new Set(given.names.flatMap((line) => line.split(' ')));
/** Names that are also words: names only if they have a capital. */
const ALSO_WORDS: ReadonlySet<string> = new Set(given.alsoWords.split(' '));

export function isGivenName(word: string): boolean {
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (ALSO_WORDS.has(plain)) return /^\p{Lu}/u.test(word);
  return GIVEN.has(plain) || (plain.length > 4 && GIVEN.has(plain.replace(/s$/, '')));
}
