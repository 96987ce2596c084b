/** Email addresses in the form that places of work give out. */
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { nameParts } from './read-name.js';

const PROVIDERS = new Set(dictionary.professional.privateMail);
const RANKS = new Set(dictionary.professional.ranks);

/** Least length of a surname to be looked for within a word: shorter ones are in too many other words. */
const TELLING = 3;

/**
 * True if a place of work gave somebody this address: it is made of a given name or its initial and the surname, and
 * its host is neither a provider of private mail nor named after a family.
 *
 * @param name - of the person that the address belongs to, in the order in which it is said
 */
export function isOfficeAddress(address: string, name: string): boolean {
  const at = address.lastIndexOf('@');
  const names = namesIn(name);
  const given = names[0] ?? '';
  const family = names.at(-1) ?? '';
  const hosts = address
    .slice(at + 1)
    .toLowerCase()
    .split('.')
    .slice(0, -1);
  if (at < 1 || hosts.length === 0 || names.length < 2) return false;
  const isFamilys = (host: string) =>
    host === family || (family.length >= TELLING && host.includes(family));
  if (hosts.some((host) => PROVIDERS.has(host) || host.includes('mail') || isFamilys(host)))
    return false;
  const said = lettersOf(address.slice(0, at));
  const initial = given.charAt(0);
  return [given + family, initial + family, family + given, family + initial].includes(said);
}

/** The words of a name in lower case, without a title or a rank. */
function namesIn(name: string): readonly string[] {
  const { full, title } = nameParts(name);
  const bare = title === undefined ? full : full.slice(full.indexOf(title) + title.length);
  return labelWords(bare)
    .split(' ')
    .filter((word) => word !== '' && !RANKS.has(word));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '');
}
