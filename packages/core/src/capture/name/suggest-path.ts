/**
 * Suggests a path by label and heading together. If in doubt, none: the value is still offered, and the officer says.
 */
import { areaOfLabel } from '../field/area-label.js';
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { wordsOfLabel } from '../field/fold-label.js';
import {
  FACT_LABELS,
  KINDS,
  OWNER_WORDS,
  ownerOfHeadings,
  PATH_LABELS,
  pathOfFact,
} from '../field/label-dictionary.js';
import { likenessOf } from '../field/label-likeness.js';
import { labelReadings } from '../field/label-phrases.js';
import { saysNotKnown } from '../read/not-known.js';
import { postcodeWithin } from '../read/read-postcode.js';
import { readValue } from '../read/reader.js';
import { pathOfAnswer } from './answered-person.js';
import { isColleagues } from './colleague.js';
import { isOfEvent } from './event.js';
import {
  type Labelled,
  namedByLabel,
  type RuledPath,
  readHalves,
  saysWhether,
} from './named-label.js';
import { mayStandUnder, type PageContext, pathOfPlainFact } from './path-of-words.js';
import { referenceByValue } from './reference-by-value.js';

export type { RuledPath } from './named-label.js';
export type { PageContext } from './path-of-words.js';

const CONTACT_WORDS = new Set([
  'contact',
  'contact name',
  'contact person',
  'main contact',
  'person',
  'who',
]);

/** The path that a value's label and headings give, or undefined if they are not clear. It may rest on a likeness. */
export function suggestPath(value: Labelled, page: PageContext = {}): FieldPath | undefined {
  return ruledPath(value, page)?.path;
}

/** The path that the words of a label and its headings give, never by a likeness: for what nobody checks afterwards. */
export function surePath(value: Labelled, page: PageContext = {}): FieldPath | undefined {
  const named = namedByWords(value, page);
  return typeof named === 'object' && named.rule !== 'likeness' ? named.path : undefined;
}

/** The path of {@link suggestPath}, and the rule that gave it. */
export function ruledPath(value: Labelled, page: PageContext = {}): RuledPath | undefined {
  const named = namedByWords(value, page);
  if (named !== undefined) return named === 'nobodys' ? undefined : named;
  const path = pathByLikeness(value, page) ?? pathOfFirstHalf(value, page);
  return path && { path, rule: 'likeness' };
}

/**
 * The path of a label with a mistake in it: every way to put it right must give the same, the label must look more like
 * that than like anything else, and the value must read as one. Never a narrative, whose labels are too free.
 */
function pathByLikeness(value: Labelled, page: PageContext): FieldPath | undefined {
  const { phrases, isLike } = likenessOf(value.label);
  let found: FieldPath | undefined;
  for (const label of phrases) {
    const named = namedByWords({ ...value, label }, page);
    // One way to read it that makes it somebody else's is enough.
    if (named === 'nobodys' || (named && found !== undefined && named.path !== found))
      return undefined;
    if (named && isLike(value.owner.length === 0 ? named.path : namedAlone(label)))
      found = named.path;
  }
  if (found === undefined || fieldOf(found).read === 'prose') return undefined;
  return mayBe(found, value.value) ? found : undefined;
}

/**
 * The path of the first half of a label, where another half says nothing known, and has no word for a fact or a person
 * either.
 */
function pathOfFirstHalf(value: Labelled, page: PageContext): FieldPath | undefined {
  const { halves } = labelReadings(value.label);
  if (halves.length === 0 || likenessOf(value.label).phrases.length > 0) return undefined;
  const { named, unread } = readHalves(halves, value, page);
  return typeof named === 'object' &&
    !unread.flat().some(saysFact) &&
    mayBe(named.path, value.value)
    ? named.path
    : undefined;
}

function saysFact(words: string): boolean {
  return words
    .split(' ')
    .some((word) => FACT_LABELS.has(word) || PATH_LABELS.has(word) || OWNER_WORDS.has(word));
}

const NO_HEADINGS: readonly string[] = [];

/** The path that a label gives with no heading and no page: the weights know no others. */
function namedAlone(label: string): string {
  return surePath({ label, owner: NO_HEADINGS }) ?? '';
}

/** Longest value that is looked at. */
const LONGEST_VALUE = 300;

/** True if a value reads as what a path holds; also if there is none. */
function mayBe(path: FieldPath, value = ''): boolean {
  const text = value.trim();
  if (text === '') return true;
  return (
    text.length <= LONGEST_VALUE && !saysWhether(text) && readValue(fieldOf(path).read, text).ok
  );
}

function namedByWords(value: Labelled, page: PageContext): RuledPath | 'nobodys' | undefined {
  if (isColleagues(value.label) && !page.officerRefers) return 'nobodys';
  // *Force area* is no organisation that refers. The words stay as they were read: an area is asked.
  if (areaOfLabel(wordsOfLabel(value.label)) !== undefined) return 'nobodys';
  const answer = pathOfAnswer(value.label, value.value ?? '');
  if (answer) return answer.path ? { path: answer.path, rule: 'dictionary' } : 'nobodys';
  const named =
    namedByContact(value, page) ?? namedByLabel(value, page) ?? namedByKind(value, page);
  if (typeof named === 'object') return isOfEvent(named.path, value) ? 'nobodys' : named;
  const reference = referenceByValue(value.label, value.value ?? '');
  return reference && mayStandUnder(reference, ownerOfHeadings(value.owner))
    ? { path: reference, rule: 'form-of-words' }
    : named;
}

const CONTACT_WAYS = new Set([
  ...['contact', 'contacts', 'contact details', 'contact info', 'contact information'],
  ...['contact number', 'contact no', 'number'],
]);

/**
 * Path of *Contact* below *Referred by*: the person to speak to, if it is a name; a way to reach them, if it is a number
 * or an address. In a row of a table with a column of relationships, of the person of that row.
 */
function namedByContact(
  { label, owner, value = '' }: Labelled,
  { rowOwner }: PageContext,
): RuledPath | undefined {
  if (value.length > 80 || saysNotKnown(value)) return undefined;
  const heading = ownerOfHeadings(owner) ?? rowOwner;
  if (heading !== 'referrer' && heading !== 'relatedPersons') return undefined;
  const words = wordsOfLabel(label).replace(/^their /, '');
  if (CONTACT_WORDS.has(words) && !/[\d@]/.test(value) && value.length <= 60)
    return known(pathOfFact(heading, 'name'));
  if (!CONTACT_WAYS.has(words)) return undefined;
  const [first = ''] = value.split(/[,;\n]/, 1);
  if (readValue('phone', first).ok) return known(pathOfFact(heading, 'phones'));
  return readValue('email', first).ok ? known(pathOfFact(heading, 'emails')) : undefined;
}

/** Path of "Home: 9 Bogus Road, ZZ99 3VZ" or "Mobile: …": the label gives the place, the value shows the kind. */
function namedByKind(
  { label, owner, value = '' }: Labelled,
  page: PageContext,
): RuledPath | undefined {
  if (!KINDS.has(wordsOfLabel(label)) || value.length > 300) return undefined;
  const heading = ownerOfHeadings(owner);
  const isAddress = postcodeWithin(value) !== undefined || (isHome(label) && STREET.test(value));
  if (isAddress) return known(pathOfPlainFact('address', heading, page));
  if (readValue('phone', value).ok) return known(pathOfPlainFact('phones', heading, page));
  return readValue('email', value).ok ? known(pathOfPlainFact('emails', heading, page)) : undefined;
}

/** A door, a street and a place below it. */
const STREET =
  /^(?:(?:flat|unit|apartment|room) \S{1,5},? )?\d[\w/-]{0,6},? \p{Lu}\p{L}+.{0,60}(?:\n|, )\p{Lu}/iu;

function isHome(label: string): boolean {
  return wordsOfLabel(label) === 'home';
}

function known(path: FieldPath | undefined): RuledPath | undefined {
  return path && { path, rule: 'dictionary' };
}
