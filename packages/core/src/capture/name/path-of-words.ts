/** Paths of folded words, by their meaning and the heading over them. */
import { type FieldPath, ownerOf } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import {
  DEFAULT_OWNERS,
  FACT_LABELS,
  type HeadingOwner,
  isOfAnother,
  isOutside,
  KINDS,
  OWNER_WORDS,
  PATH_LABELS,
  type Person,
  type PersonFact,
  pathOfFact,
} from '../field/label-dictionary.js';
import { meaningOfForm } from '../field/label-form.js';
import { NAME_WORD, PARTICLES } from '../field/name-shape.js';
import { type CombinedLabel, combinedWith, plainlyCombined } from './combined-label.js';
import { isHandleLabel } from './fact-of-label.js';

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

/** Path that words have; a path of undefined means nobody in particular. */
export interface WordsPath {
  readonly path: FieldPath | undefined;
}

/** Facts that a page gives for many people and offices. */
const ANYBODYS: ReadonlySet<PersonFact> = new Set(['phones', 'emails', 'address', 'postcode']);

/** Facts that a person has both at home and at work. */
const CONTACTS: ReadonlySet<PersonFact | undefined> = new Set([
  'phones',
  'emails',
  'address',
] as const);

/** Shape of somebody's name, with other words that may be next to it. */
export const WHOLE_NAME = new RegExp(
  String.raw`^${PARTICLES}${NAME_WORD}(?:(?: (?:\d{2,6}|${PARTICLES}${NAME_WORD})){1,4}(?:\s*[,(].{0,80})?|, ${NAME_WORD}(?: ${NAME_WORD}){0,2})$`,
  'u',
);

/** Facts that *What is your …?* asks of the subject, on a form that the subject fills in; nobody asks a referrer. */
const SUBJECTS_OWN: ReadonlySet<PersonFact> = new Set(['bornOn', 'sexRecorded']);
const REFERRERS_OWN: ReadonlySet<PersonFact> = new Set(['organisation', 'role']);

/** The path of a phrase; undefined if it has no meaning, a path of undefined if it means nobody in particular. */
export function pathOfWords(
  words: string,
  heading: HeadingOwner | undefined,
  { owner, value: text = '' }: { readonly owner: readonly string[]; readonly value?: string },
  page: PageContext,
): WordsPath | undefined {
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
  // *Referral contact email* is more likely the referrer's than the subject's.
  if (combined.owner === 'referral' && ANYBODYS.has(combined.fact)) return { path: undefined };
  const person = combined.owner === 'referral' ? 'subject' : combined.owner;
  return { path: pathOfFact(person, combined.fact) };
}

/** The path of folded words by their form, as {@link pathOfWords} gives it. */
export function pathOfForm(
  words: string,
  heading: HeadingOwner | undefined,
  page: PageContext,
): WordsPath | undefined {
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

export function pathOfPlainFact(
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
export function mayStandUnder(path: FieldPath, heading: HeadingOwner | undefined): boolean {
  if (isOutside(heading)) return false;
  const owner = ownerOf(path);
  if (owner === 'subject') return heading !== 'referrer' && heading !== 'relatedPersons';
  return owner !== 'referral' || heading !== 'relatedPersons';
}

/** Owner and fact of a label, with the words that mean the referrer on this page. */
function combinedLabel(
  label: string,
  { officerRefers = false, formOfReferrer = false }: PageContext,
): CombinedLabel | undefined {
  const own = [...(officerRefers ? ['officer'] : []), ...(formOfReferrer ? ['your'] : [])];
  return own.length === 0 ? plainlyCombined(label) : combinedWith(label, own);
}
