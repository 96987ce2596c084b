/**
 * A person's card whose values have no labels on screen. The markup labels each in the property words of hCard, vCard
 * and schema.org (`class="fn"`, `itemprop="telephone"`).
 */
import { attribute, hasAttributes } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import { controlCount, elementAt, endOf, letters } from '../tree/span.js';
import { type Candidate, SCORE } from './candidate.js';
import { isInFurniture } from './furniture.js';

/** The label of a fact, and the words for it in these vocabularies. */
const WORDS: Readonly<Record<string, string>> = {
  Name: 'fn p-name name fullname full-name displayname display-name',
  'Given names': 'given-name p-given-name givenname firstname first-name',
  'Middle names': 'additional-name p-additional-name additionalname middlename middle-name',
  'Family name': 'family-name p-family-name familyname surname lastname last-name',
  Nickname: 'nickname p-nickname alternatename',
  Telephone: 'tel p-tel telephone phone',
  'E-mail': 'email u-email',
  'Date of birth': 'bday dt-bday birthdate birthday',
  Address: 'adr p-adr address',
  'School or employer': 'org p-org organization organisation affiliation worksfor alumniof',
  'Job title': 'jobtitle job-title p-job-title',
};
const LABELS: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([label, words]) => words.split(' ').map((word) => [word, label])),
);
const ANY_WORD = new RegExp(`(?:^|\\s)(?:${[...LABELS.keys()].join('|')})(?:$|\\s)`, 'i');
/** Facts that a person has and an office does not. */
const PERSONAL = new Set(['Given names', 'Family name', 'Nickname', 'Date of birth']);
/** Facts of a record: the user who is signed in is shown by name, e-mail and role, and by none of these. */
const OF_A_RECORD = new Set(['Nickname', 'Date of birth', 'Address', 'Telephone']);
const PARTS = new Set(['Given names', 'Middle names', 'Family name']);
const NAMES = new Set(['Name', 'Family name']);
const ROOT = /(?:^|\s)(?:vcard|h-card)(?:$|\s)/i;
const LONGEST = 300;
const FEWEST = 3;
/** Most properties read: more are a list of people. */
const MOST = 40;
/** Most nodes between two properties of one card. */
const FURTHEST = 60;

interface Property {
  readonly at: number;
  readonly label: string;
  /** Set if name and organisation are one: then the name is the organisation's. */
  readonly isOffice: boolean;
  /** Set if it is in a card that is marked as one. */
  readonly inRoot: boolean;
}

export function propertyCandidates(index: PageIndex): Candidate[] {
  const cards = cardsOf(index, propertiesOf(index)).filter(isPersons);
  const [card] = cards;
  if (!card || cards.length > 1) return [];
  // The parts of a name say nothing more if the whole name is given with them.
  const isWhole = card.some(({ label }) => label === 'Name');
  return card
    .filter(({ label }) => !(isWhole && PARTS.has(label)))
    .map(({ at, label }) => ({
      target: at,
      label,
      method: 'aria',
      score: SCORE.placeholder,
    }));
}

/** Cards of properties that are together; a heading, or much else in between, begins another card. */
function cardsOf(index: PageIndex, found: readonly Property[]): readonly (readonly Property[])[] {
  const cards: Property[][] = [];
  for (const property of found) {
    const card = cards.at(-1);
    const before = card?.at(-1);
    const isNext = before !== undefined && isTogether(index, before.at, property.at);
    if (card && isNext) card.push(property);
    else cards.push([property]);
  }
  return cards;
}

function isTogether(index: PageIndex, before: number, at: number): boolean {
  const from = endOf(index, before);
  if (at - from > FURTHEST) return false;
  for (let i = from; i < at; i += 1) if (/^h[1-6]$/.test(index.tags[i] ?? '')) return false;
  return true;
}

function isPersons(card: readonly Property[]): boolean {
  const labels = new Set(card.map(({ label }) => label));
  const has = (some: ReadonlySet<string>) => [...some].some((label) => labels.has(label));
  const names = card.filter(({ label }) => label === 'Name');
  return (
    card.length >= FEWEST &&
    has(NAMES) &&
    has(OF_A_RECORD) &&
    (has(PERSONAL) || card.some(({ inRoot }) => inRoot)) &&
    names.length <= 1 &&
    !names.some(({ isOffice }) => isOffice)
  );
}

/** The innermost elements with a property word, in order. */
function propertiesOf(index: PageIndex): readonly Property[] {
  const found: Property[] = [];
  // Most elements have one of a few classes.
  const known = new Map<string, boolean>();
  let rootEnd = -1;
  for (let at = 0; at < index.nodes.length && found.length < MOST; at += 1) {
    const element = elementAt(index, at);
    if (!element || !hasAttributes(element)) continue;
    const size = letters(index, at);
    if (size === 0) continue;
    const classes = attribute(element, 'class') ?? '';
    if (classes !== '' && ROOT.test(classes)) rootEnd = endOf(index, at);
    if (size > LONGEST || endOf(index, at) - at > MOST) continue;
    const item = attribute(element, 'itemprop') ?? '';
    if (classes === '' && item === '') continue;
    const words = item === '' ? classes : `${classes} ${item}`;
    let isNamed = known.get(words);
    if (isNamed === undefined) {
      isNamed = ANY_WORD.test(words);
      known.set(words, isNamed);
    }
    if (!isNamed || controlCount(index, at) > 0) continue;
    const named = words
      .toLowerCase()
      .split(/\s+/)
      .map((word) => LABELS.get(word))
      .filter((label) => label !== undefined);
    const [label] = named;
    if (label === undefined || isInFurniture(index, at)) continue;
    const outer = found.at(-1);
    if (outer?.label === label && at < endOf(index, outer.at)) found.pop();
    found.push({
      at,
      label,
      isOffice: named.includes('School or employer') && named.length > 1,
      inRoot: at < rootEnd,
    });
  }
  return found;
}
