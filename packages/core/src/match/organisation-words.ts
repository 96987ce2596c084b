/** Names of organisations in the form that is compared: known abbreviations written out, small words left out. */
import shipped from './data/organisation-words.json' with { type: 'json' };
import { wordsOf } from './fold.js';

const DROPPED = new Set(shipped.dropped);
const GENERAL = new Set(shipped.general);
const PUBLIC = new Set(shipped.publicDomains);
const SHARED = new Set(shipped.sharedDomains);
const WHOLE = new Map(
  shipped.same.flatMap(([whole = '', ...short]) => short.map((each) => [each, whole])),
);

/** The compared words of a name, in order. */
export function organisationWords(name: string): readonly string[] {
  return wordsOf(name.replace(/&/g, ' and '))
    .map((word) => WHOLE.get(word) ?? word)
    .filter((word) => !DROPPED.has(word));
}

/** True for a word that many organisations have in their names: it tells none from another. */
export function isGeneralWord(word: string): boolean {
  return GENERAL.has(word);
}

/** True for an email domain that anybody can have an address at: it says nothing of an organisation. */
export function isPublicDomain(domain: string): boolean {
  return PUBLIC.has(domain.trim().toLowerCase());
}

/** True for a domain that tells no organisation from another: anybody’s, or one that many bodies share, as `nhs.net`. */
export function tellsNone(domain: string): boolean {
  return isPublicDomain(domain) || SHARED.has(domain.trim().toLowerCase());
}

/** The domain of an email address, or of a domain as typed with its `@`; undefined for what is neither. */
export function emailDomain(text: string): string | undefined {
  const domain = text.trim().toLowerCase().split('@').at(-1) ?? '';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) ? domain : undefined;
}
