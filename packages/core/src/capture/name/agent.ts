/** People at work whom a page names under a label that is in no dictionary: *Logged by*, with `Insp. L. Grewal`. */
import type { LabelledValue } from '../../page/reading.js';
import { labelWords } from '../field/fold-label.js';
import { isGivenName } from '../field/given-name.js';
import type { PersonFact } from '../field/label-dictionary.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { hasSmallWords } from '../field/name-shape.js';
import { isCapitals } from '../read/read-name.js';
import { factOfLabel, isHandleLabel } from './fact-of-label.js';
import { isCaretName } from './named-part.js';
import { WHOLE_NAME } from './path-of-words.js';

const RANKS: ReadonlySet<string> = new Set(dictionary.professional.ranks);
const TITLES: ReadonlySet<string> = new Set([
  ...RANKS,
  ...['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'rev', 'sir'],
]);
/** A rank that somebody acts in or is trained for: `T/DC`, `A/PS`. */
const ACTING = /^[AT]\//;
/** The family name in capitals before the others. */
const FAMILY_FIRST = /^([^,\d]{2,60}), \p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*){0,2}$/u;
/** Labels of places, whose names have small words too: *Ashby de la Zouch*. */
const OF_PLACE =
  /\b(?:place|town|city|county|village|area|district|locality|parish|station|tref|sir)\b/;
const HOME: ReadonlySet<PersonFact | undefined> = new Set([
  'address',
  'addressLine',
  'postcode',
] as const);
/** Longest text that is looked at. */
const LONGEST = 80;

/** True for a name after a rank: *DI Orla Quill*. */
export function isRanked(name: string): boolean {
  const [first = '', second] = name.trim().replace(ACTING, '').split(/[\s.]/, 2);
  return second !== undefined && RANKS.has(first.toLowerCase());
}

/**
 * True if a value is written as a person's name is: after a rank or a title, with a known given name or small words, or
 * with the family name first.
 */
export function isWrittenAsName(value: string): boolean {
  const text = value.trim().replace(ACTING, '');
  if (text.length > LONGEST) return false;
  if (isCaretName(text)) return true;
  const [, family = ''] = FAMILY_FIRST.exec(text) ?? [];
  if (family !== '' && isCapitals(family)) return true;
  if (hasSmallWords(text)) return true;
  if (!WHOLE_NAME.test(text)) return false;
  const [first = ''] = text.split(/[\s.]/, 1);
  return TITLES.has(first.toLowerCase()) || isGivenName(first);
}

/**
 * True if a value names somebody who did something to the record, by its label, *Logged by*, or by the section that
 * has that name.
 */
export function namesAgent({ label, value, owner }: LabelledValue): boolean {
  if (label.length > LONGEST) return false;
  const words = labelWords(label);
  if (OF_PLACE.test(words) || HOME.has(factOfLabel(label))) return false;
  if (isHandleLabel(words)) return isWrittenAsName(value);
  const isDoer = / by$/.test(words) || words === labelWords(owner.at(-1) ?? '');
  return (isDoer && WHOLE_NAME.test(value.trim())) || isWrittenAsName(value);
}
