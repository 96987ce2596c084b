/**
 * Suggests a path by label and heading together. If in doubt, none: the value is still offered, and the officer says.
 */
import type { LabelledValue } from '../../page/reading.js';
import { type FieldPath, fieldOf, ownerOf } from '../field/field-path.js';
import { labelWords, wordsOfLabel } from '../field/fold-label.js';
import {
  COMBINED_LABELS,
  DEFAULT_OWNERS,
  FACT_LABELS,
  type HeadingOwner,
  isOfAnother,
  isOutside,
  KINDS,
  NEVER,
  OWNER_WORDS,
  ownerOfHeadings,
  PATH_LABELS,
  type Person,
  type PersonFact,
  pathOfFact,
} from '../field/label-dictionary.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { asksYesNo, meaningOfForm } from '../field/label-form.js';
import { likenessOf } from '../field/label-likeness.js';
import { type LabelReadings, labelPhrases, labelReadings } from '../field/label-phrases.js';
import type { NamingRule } from '../field/naming-rule.js';
import { remembered } from '../field/remembered.js';
import { platformOf } from '../read/read-handle.js';
import { postcodeWithin } from '../read/read-postcode.js';
import { readValue } from '../read/reader.js';
import { pathOfAnswer } from './answered-person.js';
import { isColleagues } from './colleague.js';
import { isOfEvent } from './event.js';
import { referenceByValue } from './reference-by-value.js';

/** Facts from the rest of the page about a value. */
export interface PageContext {
  /** True if the page has a section for the subject: a telephone number outside it is somebody else's. */
  readonly subjectSection?: boolean;
  /** False if nothing on the page names a referrer: then an organisation or a role is not a referrer's either. */
  readonly referrerNamed?: boolean;
  /** True if the only officer on the page is the referrer: "Officer tel" is theirs. */
  readonly officerRefers?: boolean;
  /** True if the referrer filled it in: "Your name" and "Your organisation" are theirs. */
  readonly formOfReferrer?: boolean;
  /** Owner of the table's row, if a column such as *Relationship* says so. */
  readonly rowOwner?: Person;
}

/** Facts that a page gives for many people and offices. */
const ANYBODYS: ReadonlySet<PersonFact> = new Set(['phones', 'emails', 'address', 'postcode']);

/** Labels for a whole name: `Subject (surname, forenames)`. */
const NAME_ORDER =
  /\(\s*(?:surname|last name|family name|forenames?|first names?)\s*[,;/ ]+\s*(?:and )?(?:surname|last name|family name|forename\(?s?\)?|first names?|given names?|initials?)\s*\)/i;

const HEADS = new Set(dictionary.handleHeads);
const TAILS = dictionary.handleTails
  .toSorted((a, b) => b.length - a.length)
  .map((tail) => ` ${tail}`);

/** Shape of somebody's name, with other words that may be next to it. */
export const WHOLE_NAME =
  /^\p{Lu}[\p{L}’'.-]*(?: (?:\d{2,6}|\p{Lu}[\p{L}’'.-]*)){1,4}(?:\s*[,(].{0,80})?$/u;
const CONTACT_WORDS = new Set([
  'contact',
  'contact name',
  'contact person',
  'main contact',
  'person',
  'who',
]);

/** Facts that a person has both at home and at work. */
const CONTACTS: ReadonlySet<PersonFact | undefined> = new Set([
  'phones',
  'emails',
  'address',
] as const);

/** Most words in a phrase that names an owner: "person making the referral". */
const MOST_WORDS = 5;

/** Value to name, by its label and the headings over it. */
type Labelled = Pick<LabelledValue, 'label' | 'owner'> & { readonly value?: string };

export interface RuledPath {
  readonly path: FieldPath;
  readonly rule: NamingRule;
}

/** The path that a value's label and headings give, or undefined if they are not clear. It may rest on a likeness. */
export function suggestPath(value: Labelled, page: PageContext = {}): FieldPath | undefined {
  return ruledPath(value, page)?.path;
}

/** The path that the words of a label and its headings give, never by a likeness: for what nobody checks afterwards. */
export function surePath(value: Labelled, page: PageContext = {}): FieldPath | undefined {
  const named = namedByWords(value, page);
  return named === 'nobodys' ? undefined : named?.path;
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
    if (named && isLike(namedAlone(label) ?? named.path)) found = named.path;
  }
  if (found === undefined || fieldOf(found).read === 'prose') return undefined;
  return mayBe(found, value.value) ? found : undefined;
}

/** The path of the first half of a label, where another half says nothing known and is no mistake for something known. */
function pathOfFirstHalf(value: Labelled, page: PageContext): FieldPath | undefined {
  if (likenessOf(value.label).phrases.length > 0) return undefined;
  const { named } = readHalves(labelReadings(value.label).halves, value, page);
  return named === undefined || named === 'nobodys' || !mayBe(named.path, value.value)
    ? undefined
    : named.path;
}

/** The path that a label gives with no heading and no page: the weights know no others. */
function namedAlone(label: string): FieldPath | undefined {
  return surePath({ label, owner: [] });
}

/** Longest value that is looked at. */
const LONGEST_VALUE = 300;

/** True if a value reads as what a path holds; also if there is none. */
function mayBe(path: FieldPath, value = ''): boolean {
  const text = value.trim();
  if (text === '') return true;
  return (
    text.length <= LONGEST_VALUE && !YES_OR_NO.test(text) && readValue(fieldOf(path).read, text).ok
  );
}

function namedByWords(value: Labelled, page: PageContext): RuledPath | 'nobodys' | undefined {
  if (isColleagues(value.label) && !page.officerRefers) return 'nobodys';
  const answer = pathOfAnswer(value.label, value.value ?? '');
  if (answer) return answer.path ? { path: answer.path, rule: 'dictionary' } : 'nobodys';
  const contact = personOfContact(value);
  const named =
    (contact && { path: contact, rule: 'dictionary' as const }) ?? namedByLabel(value, page);
  const kind = named ?? pathOfKind(value, page);
  if (named !== undefined && named !== 'nobodys')
    return isOfEvent(named.path, value) ? 'nobodys' : named;
  if (named === undefined && typeof kind === 'string')
    return isOfEvent(kind, value) ? 'nobodys' : { path: kind, rule: 'dictionary' };
  const reference = referenceByValue(value.label, value.value ?? '');
  return reference && mayStandUnder(reference, ownerOfHeadings(value.owner))
    ? { path: reference, rule: 'form-of-words' }
    : named;
}

/** Path of *Contact* below *Referred by*, with a name in it: the person to speak to. */
function personOfContact({
  label,
  owner,
  value = '',
}: Pick<LabelledValue, 'label' | 'owner'> & { readonly value?: string }): FieldPath | undefined {
  if (!CONTACT_WORDS.has(wordsOfLabel(label)) || /[\d@]/.test(value) || value.length > 60)
    return undefined;
  const heading = ownerOfHeadings(owner);
  return heading === 'referrer' || heading === 'relatedPersons'
    ? pathOfFact(heading, 'name')
    : undefined;
}

/** Path of "Home: 9 Bogus Road, ZZ99 3VZ" or "Mobile: …": the label gives the place, the value shows the kind. */
function pathOfKind(
  {
    label,
    owner,
    value = '',
  }: Pick<LabelledValue, 'label' | 'owner'> & { readonly value?: string },
  page: PageContext,
): FieldPath | undefined {
  if (!KINDS.has(wordsOfLabel(label)) || value.length > 300) return undefined;
  const heading = ownerOfHeadings(owner);
  if (postcodeWithin(value) !== undefined) return pathOfPlainFact('address', heading, page);
  if (readValue('phone', value).ok) return pathOfPlainFact('phones', heading, page);
  return readValue('email', value).ok ? pathOfPlainFact('emails', heading, page) : undefined;
}

function namedByLabel(value: Labelled, page: PageContext): RuledPath | 'nobodys' | undefined {
  const heading = ownerOfHeadings(value.owner);
  if (value.label.includes('(') && NAME_ORDER.test(value.label)) {
    const [asked = ''] = value.label.split('(');
    const owner =
      OWNER_WORDS.get(labelWords(asked)) ??
      (FACT_LABELS.has(labelWords(asked)) ? heading : undefined);
    const whose = owner === undefined || owner === 'referral' ? 'subject' : owner;
    if (!isOutside(whose)) return ruled(pathOfFact(whose, 'name'), 'dictionary');
  }
  const { whole, halves } = labelReadings(value.label);
  // "Your e-mail or username" asks the person at the screen.
  const isYours = whole[0]?.startsWith('your ') && !page.formOfReferrer;
  for (const words of isYours ? whole.slice(0, 1) : whole) {
    if (NEVER.has(words)) return 'nobodys';
    const read = pathOfWords(words, heading, value, page);
    if (read) return ruled(read.path, 'dictionary');
  }
  for (const words of whole) {
    const read = pathOfForm(words, heading, value.value, page);
    if (read) return ruled(read.path, 'form-of-words');
  }
  const read = isYours ? undefined : readHalves(halves, value, page);
  return read?.isWhole ? read.named : read?.named === 'nobodys' ? 'nobodys' : undefined;
}

/**
 * The path of the first half of a label such as *AKA / street name*, and whether every half is known: one that is not
 * may be what the label is about.
 */
function readHalves(
  halves: LabelReadings['halves'],
  value: Labelled,
  page: PageContext,
): { readonly named: RuledPath | 'nobodys' | undefined; readonly isWhole: boolean } {
  const heading = ownerOfHeadings(value.owner);
  const reads = halves.map((phrases): RuledPath | 'nobodys' | undefined => {
    for (const words of phrases) {
      if (NEVER.has(words)) return 'nobodys';
      const known = pathOfWords(words, heading, value, page);
      if (known) return ruled(known.path, 'dictionary');
    }
    for (const words of phrases) {
      const formed = pathOfForm(words, heading, value.value, page);
      if (formed) return ruled(formed.path, 'form-of-words');
    }
    return undefined;
  });
  return { named: reads[0], isWhole: !reads.includes(undefined) };
}

function ruled(path: FieldPath | undefined, rule: NamingRule): RuledPath | 'nobodys' {
  return path === undefined ? 'nobodys' : { path, rule };
}

/** Answers that say whether, and not what. */
const YES_OR_NO = /^(?:yes|y|no|n|true|false|ydw|ydy|oes|nac oes|na)\W*$/i;
/** Facts that *What is your …?* asks of the subject, on a form that the subject fills in; nobody asks a referrer. */
const SUBJECTS_OWN: ReadonlySet<PersonFact> = new Set(['bornOn', 'sexRecorded']);
const REFERRERS_OWN: ReadonlySet<PersonFact> = new Set(['organisation', 'role']);

/** The path of folded words by their form, as {@link pathOfWords} gives it. */
function pathOfForm(
  words: string,
  heading: HeadingOwner | undefined,
  text: string | undefined,
  page: PageContext,
): { readonly path: FieldPath | undefined } | undefined {
  if (text !== undefined && asksYesNo(words) && YES_OR_NO.test(text.trim())) return undefined;
  const meaning = meaningOfForm(words);
  if (meaning === undefined) return undefined;
  if (meaning === 'nobodys') return { path: undefined };
  if ('path' in meaning)
    return { path: mayStandUnder(meaning.path, heading) ? meaning.path : undefined };
  const { fact, owner, isYours } = meaning;
  if (isYours && page.formOfReferrer) return { path: pathOfFact('referrer', fact) };
  if (isYours && heading === undefined && !SUBJECTS_OWN.has(fact) && !REFERRERS_OWN.has(fact))
    return { path: undefined };
  if (owner === undefined || isOutside(owner))
    return { path: pathOfPlainFact(fact, heading, page) };
  return { path: pathOfFact(owner === 'referral' ? 'subject' : owner, fact) };
}

/** The path of a phrase; undefined if it has no meaning, a path of undefined if it means nobody in particular. */
function pathOfWords(
  words: string,
  heading: HeadingOwner | undefined,
  { owner, value: text = '' }: { readonly owner: readonly string[]; readonly value?: string },
  page: PageContext,
): { readonly path: FieldPath | undefined } | undefined {
  if (isOfAnother(words)) return { path: undefined };
  const isKind = KINDS.has(words);
  const above = isKind || words === 'name' ? labelWords(owner.at(-1) ?? '') : '';
  // "Home" under *Phone* is a telephone number.
  const fact =
    (words === 'name' && isHandleLabel(above) ? 'handles' : undefined) ??
    FACT_LABELS.get(words) ??
    (isHandleLabel(words) ? 'handles' : undefined) ??
    (isKind && CONTACTS.has(FACT_LABELS.get(above)) ? FACT_LABELS.get(above) : undefined);
  if (fact) return { path: pathOfPlainFact(fact, heading, page) };
  const path = PATH_LABELS.get(words);
  if (path) return { path: mayStandUnder(path, heading) ? path : undefined };
  const combined = combinedLabel(words, page);
  if (!combined) {
    const who = OWNER_WORDS.get(words);
    const isPerson = who === 'referrer' || who === 'relatedPersons' || who === 'subject';
    return isPerson && WHOLE_NAME.test(text.trim()) ? { path: pathOfFact(who, 'name') } : undefined;
  }
  if (isOutside(combined.owner)) return { path: undefined };
  const person = combined.owner === 'referral' ? 'subject' : combined.owner;
  return { path: pathOfFact(person, combined.fact) };
}

/** Cached facts, by the phrases of a label while those are cached: each label is asked about many times. */
const FACTS = new WeakMap<readonly string[], PersonFact | 'none'>();

/** The fact that a label names, of any person; used to join values from several boxes. */
export function factOfLabel(label: string): PersonFact | undefined {
  const phrases = labelPhrases(label);
  let fact = FACTS.get(phrases);
  if (fact === undefined) {
    fact = factOfPhrases(phrases) ?? 'none';
    FACTS.set(phrases, fact);
  }
  return fact === 'none' ? undefined : fact;
}

function factOfPhrases(phrases: readonly string[]): PersonFact | undefined {
  for (const words of phrases) {
    const fact = FACT_LABELS.get(words) ?? (isHandleLabel(words) ? 'handles' : undefined);
    if (fact) return fact;
  }
  for (const words of phrases) {
    const meaning = meaningOfForm(words);
    if (meaning === undefined) continue;
    return meaning !== 'nobodys' && 'fact' in meaning && meaning.owner === undefined
      ? meaning.fact
      : undefined;
  }
  return undefined;
}

/** True for a platform with a word for names there: "Snapchat username", "Gaming tags". */
function isHandleLabel(words: string): boolean {
  if (FACT_LABELS.get(words) === 'handles') return true;
  for (const tail of TAILS) {
    if (!words.endsWith(tail)) continue;
    const head = words.slice(0, -tail.length);
    return HEADS.has(head) || platformOf(head) !== undefined;
  }
  return false;
}

function pathOfPlainFact(
  fact: PersonFact,
  heading: HeadingOwner | undefined,
  { subjectSection = false, referrerNamed = true, rowOwner }: PageContext,
): FieldPath | undefined {
  if (isOutside(heading)) return undefined;
  if (heading !== undefined && heading !== 'referral') {
    const path = pathOfFact(heading, fact);
    if (heading !== 'subject' || rowOwner === undefined) return path;
  }
  const owner = rowOwner ?? DEFAULT_OWNERS[fact] ?? 'subject';
  if (owner === 'subject' && subjectSection && heading !== 'subject' && ANYBODYS.has(fact))
    return undefined;
  if (owner === 'referrer' && !referrerNamed) return undefined;
  return pathOfFact(owner, fact);
}

/**
 * True if a path can be under a heading: not a referral's own facts in a third person's section, and the subject's
 * facts in nobody else's section.
 */
function mayStandUnder(path: FieldPath, heading: HeadingOwner | undefined): boolean {
  if (isOutside(heading)) return false;
  const owner = ownerOf(path);
  if (owner === 'subject') return heading !== 'referrer' && heading !== 'relatedPersons';
  return owner !== 'referral' || heading !== 'relatedPersons';
}

/** Owner and fact of "Parent’s telephone", "Referrer email", "Name of referrer", "Email (parent)". */
function combinedLabel(
  label: string,
  { officerRefers = false, formOfReferrer = false }: PageContext,
): { owner: HeadingOwner; fact: PersonFact } | undefined {
  const own = [...(officerRefers ? ['officer'] : []), ...(formOfReferrer ? ['your'] : [])];
  return own.length === 0 ? plainlyCombined(label) : combinedWith(label, own);
}

/** Owner and fact in the folded words of a label: `mother phone`. */
export const plainlyCombined = remembered((label) => combinedWith(label, []));

function isSameFact(words: readonly string[], count: number, fact: PersonFact): boolean {
  const ends = [words.slice(0, count), words.slice(-count)];
  return ends.some((end) => FACT_LABELS.get(end.join(' ')) === fact);
}

/** @param own - words that mean the referrer on this page */
function combinedWith(
  label: string,
  own: readonly string[],
): { owner: HeadingOwner; fact: PersonFact } | undefined {
  const ownerOf = (phrase: string): HeadingOwner | undefined =>
    own.includes(phrase) ? 'referrer' : OWNER_WORDS.get(phrase);
  const words = label.split(' ');
  // The longest first, so that "parent guardian telephone" is not a parent's "guardian telephone".
  for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count -= 1) {
    const before = ownerOf(words.slice(0, count).join(' '));
    const after = ownerOf(words.slice(-count).join(' '));
    const ways = [
      [before, words.slice(count).join(' ')],
      [
        after,
        words
          .slice(0, -count)
          .join(' ')
          .replace(/( of| for)?( the)?$/, ''),
      ],
    ] as const;
    for (const [owner, rest] of ways) {
      const fact = owner && (FACT_LABELS.get(rest) ?? COMBINED_LABELS.get(rest));
      // *School / Ysgol* is one fact in two languages.
      if (owner && fact && !(owner === 'other' && isSameFact(words, count, fact)))
        return { owner, fact };
    }
  }
  return undefined;
}
