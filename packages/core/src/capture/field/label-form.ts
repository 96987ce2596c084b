/**
 * Meaning of a label by the form of its words: an owner, what is asked of them, and words that change neither, in any
 * order. *What is your child’s full name?* is the subject’s name; *Referring clinician’s email* is the referrer’s. Every
 * word must be accounted for: one that is not known leaves the label without a meaning.
 */
import { type FieldPath, fieldOf } from './field-path.js';
import { labelWords } from './fold-label.js';
import {
  COMBINED_LABELS,
  FACT_LABELS,
  type HeadingOwner,
  isOutside,
  OWNER_WORDS,
  PATH_LABELS,
  type PersonFact,
} from './label-dictionary.js';
import dictionary from './label-dictionary.json' with { type: 'json' };
import forms from './label-forms.json' with { type: 'json' };
import { remembered } from './remembered.js';

/** Content of a label: a fact about a person, with the person if it says so; a path; or something of nobody’s. */
export type LabelMeaning =
  | {
      readonly fact: PersonFact;
      readonly owner: HeadingOwner | undefined;
      readonly isYours: boolean;
    }
  | { readonly path: FieldPath }
  | 'nobodys';

type Part = keyof typeof forms.parts;
interface Found {
  readonly owners: Set<HeadingOwner>;
  readonly facts: Set<PersonFact>;
  readonly paths: Set<FieldPath>;
  readonly parts: Set<Part>;
  readonly phrases: string[];
}
type Meaning = (found: Found) => void;

/** Most words of a label with a form, and of one phrase within it. */
const MOST_WORDS = 16;
const LONGEST_PHRASE = 7;
/** Most words that may follow *referring*. */
const MOST_REFERRING = 4;

const LEXICON: ReadonlyMap<string, Meaning> = lexicon();
/** First words of phrases of several words. */
const STARTS = new Set(
  [...LEXICON.keys()].flatMap((phrase) => (phrase.includes(' ') ? [phrase.split(' ', 1)[0]] : [])),
);
const ORGANISATIONS = new Set(forms.organisations);
const PROFESSIONALS = new Set([...forms.professionals, ...dictionary.work]);
/** Words for several people at once, who have no one name. */
const COLLECTIVES = new Set(forms.collectives.map(labelWords));
const ASKS = new Set(forms.asks);
const YES_NO = new Set(forms.yesNo);
/** Words that a label ends with only if it is a question: *Which organisation are you from?* */
const HANGING = new Set('of for in at to by with from and or as'.split(' '));

/** Facts that words such as *home* and *contact* go with, and facts that a number can be. */
const CONTACT_FACTS: ReadonlySet<PersonFact> = new Set(['phones', 'emails', 'address', 'postcode']);
const MAY: Partial<Record<PersonFact, readonly Part[]>> = {
  phones: ['number', 'contact', 'place'],
  emails: ['contact', 'place'],
  address: ['contact', 'place', 'lives'],
  postcode: ['place'],
  name: ['contact'],
  organisation: ['sort', 'sent', 'referral'],
  bornOn: ['date'],
  communicationNeeds: ['need', 'contact'],
  handles: ['online'],
  relationship: ['contact'],
};
/** Two facts in one label that are one: *Name of school*, *Address and postcode*, *First and last name*. */
const TOGETHER: readonly (readonly [PersonFact, PersonFact, PersonFact])[] = [
  ['school', 'name', 'school'],
  ['address', 'postcode', 'address'],
  ['givenNames', 'familyName', 'name'],
  ['handles', 'name', 'handles'],
  ['aliases', 'name', 'aliases'],
  ['handles', 'platform', 'handles'],
  ['role', 'organisation', 'role'],
  ['role', 'school', 'role'],
];

/** True for a question that is answered by yes or no: a bare *Yes* is then no value. */
export function asksYesNo(words: string): boolean {
  return YES_NO.has(words.slice(0, words.indexOf(' ')));
}

/** Meaning of a label’s folded words by their form; undefined if they have none. */
export const meaningOfForm = remembered((words): LabelMeaning | undefined => {
  const all = words.split(' ');
  if (all.length > MOST_WORDS) return undefined;
  if (HANGING.has(all.at(-1) ?? '') && !ASKS.has(all[0] ?? '')) return undefined;
  const found = partsOf(all);
  return found && meaningOf(found);
});

let words: ReadonlySet<string> | undefined;

/** Every word that forms are made of; put together when the first is asked for. */
export function formWords(): ReadonlySet<string> {
  words ??= new Set([
    ...[...LEXICON.keys()].flatMap((phrase) => phrase.split(' ')),
    ...ORGANISATIONS,
    ...PROFESSIONALS,
    'referring',
  ]);
  return words;
}

export function isFormWord(word: string): boolean {
  return formWords().has(word);
}

function partsOf(all: readonly string[]): Found | undefined {
  const found: Found = {
    owners: new Set(),
    facts: new Set(),
    paths: new Set(),
    parts: new Set(),
    phrases: [],
  };
  for (let at = 0; at < all.length; ) {
    if (all[at] === 'referring') {
      const referring = referringAt(all, at + 1);
      found.owners.add('referrer');
      if (referring.isOrganisation) found.phrases.push('referring organisation');
      at += 1 + referring.count;
      continue;
    }
    const phrase = longestAt(all, at);
    if (phrase === undefined) return undefined;
    LEXICON.get(phrase)?.(found);
    found.phrases.push(phrase);
    at += phrase.split(' ').length;
  }
  return found;
}

function longestAt(all: readonly string[], at: number): string | undefined {
  let phrase = all[at] ?? '';
  let longest = LEXICON.has(phrase) ? phrase : undefined;
  if (!STARTS.has(phrase)) return longest;
  const end = Math.min(all.length, at + LONGEST_PHRASE);
  for (let next = at + 1; next < end; next += 1) {
    phrase = `${phrase} ${all[next]}`;
    if (LEXICON.has(phrase)) longest = phrase;
  }
  return longest;
}

/** Words after *referring* that name somebody at work or an organisation: *referring probation practitioner*. */
function referringAt(
  all: readonly string[],
  from: number,
): { readonly count: number; readonly isOrganisation: boolean } {
  let count = 0;
  let last = '';
  for (const word of all.slice(from, from + MOST_REFERRING)) {
    const isNext = ORGANISATIONS.has(word) || PROFESSIONALS.has(word);
    // *Referring school address*: a fact ends the words that name who refers.
    if (!isNext) break;
    last = word;
    count += 1;
  }
  return { count, isOrganisation: ORGANISATIONS.has(last) };
}

function meaningOf(found: Found): LabelMeaning | undefined {
  const { owners, facts, paths, parts, phrases } = found;
  if ([...owners].some(isOutside)) return 'nobodys';
  const fact = oneFact(found);
  const others = new Set([...owners].filter((owner) => owner !== 'referral'));
  // “Subject’s parent” is about the parent; a referrer and a parent in one label leave it open.
  if (others.has('referrer') && others.has('relatedPersons')) return 'nobodys';
  const owner = others.has('relatedPersons')
    ? 'relatedPersons'
    : others.has('referrer')
      ? 'referrer'
      : ([...others][0] ?? undefined);
  const isYours = parts.has('you') && owner === undefined;
  const own = isYours && paths.size === 0 ? yours(found) : undefined;
  if (own) return { fact: own, owner, isYours };
  if (owner === 'referrer' && isOnly(facts, 'organisation', 'name'))
    return { fact: 'organisation', owner, isYours };
  if (owner === 'referrer' && isOnly(facts, 'name', 'role'))
    return { fact: 'name', owner, isYours };
  // *Who is submitting this referral?*
  if (facts.size === 0 && parts.has('who') && parts.has('sent') && parts.has('referral'))
    return { fact: 'name', owner: 'referrer', isYours: false };
  if (fact) return paths.size === 0 ? { fact, owner, isYours } : undefined;
  if (facts.size > 0) return undefined;
  if (paths.size === 0 && parts.has('where') && parts.has('lives') && isAllOf(parts, ['lives']))
    return { fact: 'address', owner, isYours };
  const asksName =
    phrases.includes('name') || (parts.has('who') && (owner !== 'subject' || isWho(found)));
  if (asksName && owner && paths.size === 0) return { fact: 'name', owner, isYours: false };
  if (phrases.includes('referring organisation') && parts.size === 0)
    return { fact: 'organisation', owner: 'referrer', isYours: false };
  if (owner === 'referrer' || owner === 'relatedPersons') {
    const isContact = parts.size > 0 && [...parts].every((part) => MAY.phones?.includes(part));
    if (isContact) return { fact: 'phones', owner, isYours: false };
    const isOne = !phrases.some((phrase) => COLLECTIVES.has(phrase));
    return isOne && parts.size === 0 && paths.size === 0
      ? { fact: 'name', owner, isYours }
      : undefined;
  }
  return pathOf(found);
}

/** The fact of *Your number* and of *Your school email*, which are of the person at the screen and of no school. */
function yours({ facts, parts }: Found): PersonFact | undefined {
  if (facts.size === 0 && parts.has('number') && parts.size === 2) return 'phones';
  if (isOnly(facts, 'school', 'emails')) return 'emails';
  return isOnly(facts, 'school', 'phones') ? 'phones' : undefined;
}

/** True of *Who is the young person?*, not of *Who does the young person know?*, which asks for somebody else. */
function isWho({ parts, phrases }: Found): boolean {
  return (
    parts.size === 1 && phrases.every((phrase) => WHO_IS.has(phrase) || OWNER_WORDS.has(phrase))
  );
}
const WHO_IS = new Set('who is the this that a'.split(' '));

/** Parts that go with anything. */
const ANYWHERE: ReadonlySet<Part> = new Set(['you', 'form', 'where', 'uses']);
const ONLINE_NAMES: ReadonlySet<PersonFact> = new Set(['name', 'aliases', 'givenNames']);

function isAllOf(parts: ReadonlySet<Part>, may: readonly Part[] = []): boolean {
  return [...parts].every((part) => may.includes(part) || ANYWHERE.has(part));
}

function isOnly(facts: ReadonlySet<PersonFact>, ...all: readonly PersonFact[]): boolean {
  return facts.size === all.length && all.every((fact) => facts.has(fact));
}

/** The only fact that a label names, if all its other words go with it. */
function oneFact({ facts, parts }: Found): PersonFact | undefined {
  const [first, second] = facts;
  const fact = second === undefined ? first : TOGETHER.find(([a, b]) => isOnly(facts, a, b))?.[2];
  if (fact === undefined) return undefined;
  // A name that somebody goes by is not the one on a birth certificate.
  if (parts.has('uses') && fact === 'name' && !parts.has('online'))
    return isAllOf(parts) ? 'aliases' : undefined;
  // Names that are used online are no names on a birth certificate.
  if (parts.has('online') && ONLINE_NAMES.has(fact))
    return isAllOf(parts, MAY.handles) ? 'handles' : undefined;
  const may: readonly Part[] = MAY[fact] ?? [];
  const isAll = isAllOf(parts, fact === 'name' ? [...may, 'who'] : may);
  return isAll && !(parts.has('place') && !CONTACT_FACTS.has(fact)) ? fact : undefined;
}

function pathOf({ paths, parts }: Found): LabelMeaning | undefined {
  const [path, ...more] = paths;
  if (more.length > 0) return undefined;
  const isOfPlace = parts.has('where') && !parts.has('date');
  if (path !== undefined && isOfPlace && isDay(path)) return 'nobodys';
  if (path !== undefined && isAllOf(parts, PARTS_OF.get(path))) return { path };
  // *Summary of index offence*: a phrase with a path of its own is a part of what is asked for.
  const part = path === undefined ? undefined : AS_PART[path];
  if (path !== undefined && part === undefined) return undefined;
  const all = part === undefined ? parts : new Set([...parts, part]);
  for (const form of FORMS) {
    const isMet =
      form.needs.every((some) => some.some((each) => all.has(each))) &&
      [...all].every((each) => form.all.has(each));
    if (isMet) return isOfPlace && isDay(form.gives) ? 'nobodys' : { path: form.gives };
  }
  return undefined;
}

/** True for a path that holds a day: *Where did the incident happen?* asks for none. */
function isDay(path: FieldPath): boolean {
  return fieldOf(path).read === 'ukDate';
}

const AS_PART: Partial<Record<FieldPath, Part>> = {
  'referral.suspectedOffences[]': 'offence',
  'referral.lawMentioned[]': 'law',
  'referral.statedRisk': 'risk',
};
const FORMS = forms.forms.map(({ gives, needs, may }) => ({
  gives: gives as FieldPath,
  needs: needs as Part[][],
  all: new Set([...needs.flat(), ...may, 'need', ...ANYWHERE] as Part[]),
}));
/** Parts that may stand with a phrase that has the path already: *Date of referral* to MASH. */
const PARTS_OF = new Map<FieldPath, readonly Part[]>();
for (const { gives, all } of FORMS) PARTS_OF.set(gives, [...(PARTS_OF.get(gives) ?? []), ...all]);

/** Meanings of phrases. A word of a form is that; then an owner, a fact, a path; last the words that do not matter. */
function lexicon(): ReadonlyMap<string, Meaning> {
  const known = new Map<string, Meaning>();
  const add = (phrase: string, meaning: Meaning) => {
    if (phrase !== '' && !known.has(phrase)) known.set(phrase, meaning);
  };
  for (const [part, phrases] of Object.entries(forms.parts))
    for (const phrase of phrases) add(labelWords(phrase), ({ parts }) => parts.add(part as Part));
  for (const phrase of forms.plain) add(labelWords(phrase), () => undefined);
  for (const [phrase, fact] of FACT_LABELS) add(phrase, ({ facts }) => facts.add(fact));
  for (const [phrase, owner] of OWNER_WORDS) add(phrase, ({ owners }) => owners.add(owner));
  for (const [phrase, path] of PATH_LABELS) add(phrase, ({ paths }) => paths.add(path));
  for (const [phrase, fact] of COMBINED_LABELS)
    if (fact === 'phones') add(phrase, ({ parts }) => parts.add('contact'));
  for (const word of dictionary.work) add(word, ({ owners }) => owners.add('otherPerson'));
  return known;
}
