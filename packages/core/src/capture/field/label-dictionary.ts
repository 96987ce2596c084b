/**
 * The dictionary of labels as maps, and the owner of a section by its heading. The words are dated data, in the JSON
 * file.
 */
import type { FieldOwner, FieldPath } from './field-path.js';
import { labelWords } from './fold-label.js';
import { grouped } from './grouped.js';
import dictionary from './label-dictionary.json' with { type: 'json' };
import { withoutMarks } from './label-marks.js';
import vocabulary from './label-vocabulary.json' with { type: 'json' };
import { remembered } from './remembered.js';

/**
 * Owner of the section that a heading opens; `otherPerson` is somebody who is neither the subject, nor in the subject's
 * family, nor the referrer; `other` is a thing. The facts of both are never offered as the subject's.
 */
export type HeadingOwner = FieldOwner | 'otherPerson' | 'other';

/** Facts about a person that a label names, before the person is known. A test checks the list against the data. */
export const PERSON_FACTS = [
  'name',
  'givenNames',
  'familyName',
  'aliases',
  'bornOn',
  'sexRecorded',
  'address',
  'addressLine',
  'postcode',
  'school',
  'phones',
  'emails',
  'handles',
  'communicationNeeds',
  'organisation',
  'role',
  'relationship',
  'platform',
] as const;
export type PersonFact = (typeof PERSON_FACTS)[number];

/** Path of a fact, by the owner of its section. Absent: offered without a path. */
const PERSON_PATHS: Readonly<
  Record<'subject' | 'referrer' | 'relatedPersons', Partial<Record<PersonFact, FieldPath>>>
> = {
  subject: {
    name: 'subject.name',
    givenNames: 'subject.givenNames',
    familyName: 'subject.familyName',
    aliases: 'subject.aliases[]',
    bornOn: 'subject.bornOn',
    sexRecorded: 'subject.sexRecorded',
    address: 'subject.address',
    postcode: 'subject.postcode',
    school: 'subject.school',
    phones: 'subject.phones[]',
    emails: 'subject.emails[]',
    handles: 'subject.onlineIdentifiers[].asSeen',
    communicationNeeds: 'subject.communicationNeeds',
    relationship: 'relatedPersons[].relationship',
  },
  referrer: {
    name: 'referrer.name',
    organisation: 'referrer.organisation',
    school: 'referrer.organisation',
    role: 'referrer.role',
    relationship: 'referrer.role',
    phones: 'referrer.phone',
    emails: 'referrer.email',
  },
  relatedPersons: {
    name: 'relatedPersons[].name',
    relationship: 'relatedPersons[].relationship',
    phones: 'relatedPersons[].phones[]',
    emails: 'relatedPersons[].emails[]',
  },
};

export type Person = keyof typeof PERSON_PATHS;

export function pathOfFact(person: Person, fact: PersonFact): FieldPath | undefined {
  return PERSON_PATHS[person][fact];
}

/** Words that distinguish several numbers or addresses: *Home*, *Work*. */
export const KINDS: ReadonlySet<string> = new Set(dictionary.kinds);
export const NEVER: ReadonlySet<string> = new Set(dictionary.never.map(labelWords));
export const PATH_LABELS = inverted<FieldPath>(vocabulary.paths, dictionary.paths);
export const FACT_LABELS = inverted<PersonFact>(vocabulary.facts, dictionary.facts);
/** Facts that are only named together with their owner: "Parent contact". */
export const COMBINED_LABELS = inverted<PersonFact>(dictionary.combined);
export const OWNER_WORDS = inverted<HeadingOwner>(vocabulary.owners, dictionary.owners);
export const DEFAULT_OWNERS: Partial<Record<PersonFact, Person>> = {
  organisation: 'referrer',
  role: 'referrer',
  relationship: 'relatedPersons',
};

/** Phrases by their first word, each between spaces so that only whole words match. */
const WITHIN = grouped(
  [...inverted<HeadingOwner>(dictionary.ownersWithin)].map(([phrase, owner]) => ({
    phrase: ` ${phrase} `,
    owner,
  })),
  ({ phrase }) => phrase.split(' ')[1],
);
const NOISE = new Set(dictionary.headingNoise);
const WORK = new Set(dictionary.work);
/**
 * Most words of a heading: a longer one is a sentence or a title, and the people in it are not the section's owners.
 */
const MOST_WORDS = 5;
const LONGEST_HEADING = 120;

function inverted<K extends string>(
  ...sources: readonly Partial<Readonly<Record<K, readonly string[]>>>[]
): ReadonlyMap<string, K> {
  const map = new Map<string, K>();
  for (const lists of sources)
    for (const [key, labels] of Object.entries<readonly string[] | undefined>(lists))
      for (const label of labels ?? []) map.set(labelWords(label), key as K);
  return map;
}

/** True for an owner whose facts are never offered as those of anybody in the draft. */
export function isOutside(
  owner: HeadingOwner | undefined,
): owner is Extract<HeadingOwner, 'otherPerson' | 'other'> {
  return owner === 'otherPerson' || owner === 'other';
}

/** Owner of the section that this heading opens, or undefined if the heading does not say. */
export function ownerOfHeading(heading: string): HeadingOwner | undefined {
  const words = labelWords(heading);
  const exact = OWNER_WORDS.get(words);
  if (exact) return exact;
  const all = words.split(' ');
  if (isOfAnother(words)) return 'otherPerson';
  const beside = besideSubject(all);
  if (beside) return beside;
  const bare = withoutNoise(all);
  const stripped = OWNER_WORDS.get(bare.join(' ')) ?? ofOneOfThem(bare.join(' '));
  if (stripped) return stripped;
  if (isOneOfRelated(heading)) return 'relatedPersons';
  if (bare.length > MOST_WORDS) return ofRoleBeside(heading);
  const padded = ` ${words} `;
  const found = new Set<HeadingOwner>();
  for (const word of all)
    for (const { phrase, owner } of WITHIN.get(word) ?? [])
      if (padded.includes(phrase)) found.add(owner);
  // "Subject’s parent" is about the parent. Any other two people leave it open, and open means nobody's.
  if (found.size === 2 && found.has('subject') && found.has('relatedPersons'))
    return 'relatedPersons';
  const [first] = found;
  if (found.size > 1) return found.has('otherPerson') ? 'otherPerson' : 'other';
  return first ?? ofTheirWork(bare) ?? ofRoleBeside(heading);
}

const ALTERNATIVES = /\s*(?:,\s*(?:or|neu)\b|[,/]|\bor\b|\bneu\b)\s*/i;
const HAS_ALTERNATIVES = /[,/]|\b(?:or|neu)\b/i;

/**
 * True for a heading that says which of several people beside the subject it may be about, one of their family among
 * them: *Part B - Parent, guardian or appropriate adult*.
 */
function isOneOfRelated(heading: string): boolean {
  if (heading.length > LONGEST_HEADING || !HAS_ALTERNATIVES.test(heading)) return false;
  const each = withoutMarks(heading).split(ALTERNATIVES).map(ofAlternative);
  const isOfOthers = each.every((owner) => owner === 'relatedPersons' || owner === 'otherPerson');
  return each.length > 1 && isOfOthers && each.includes('relatedPersons');
}

function ofAlternative(piece: string): HeadingOwner | undefined {
  const words = labelWords(piece).split(' ');
  const bare = withoutNoise(words);
  return OWNER_WORDS.get(bare.join(' ')) ?? ofOneOfThem(bare.join(' ')) ?? ofTheirWork(bare);
}

/** A role before the name of somebody, which may be of any length: *Sibling: Imogen Beth van der Pretend*. */
const ROLE_BEFORE = /^([^:–—\n]{2,40}?)(?:\s*:|\s[-–—])\s+(?=\p{Lu})/u;

/** A role in brackets after the name of somebody: *Imogen Beth van der Pretend (co-accused)*. */
const ROLE_AFTER = /^\p{Lu}[^()\n]{2,80} \(([^()\n]{2,40})\)$/u;

function ofRoleBeside(heading: string): HeadingOwner | undefined {
  const text = heading.slice(0, LONGEST_HEADING);
  const role = ROLE_BEFORE.exec(text)?.[1] ?? ROLE_AFTER.exec(text)?.[1];
  return role === undefined ? undefined : ownerOfHeading(role);
}

/** Owner of a plural, such as *Emergency contacts* or *Witnesses*, that is known in the singular. */
function ofOneOfThem(words: string): HeadingOwner | undefined {
  return OWNER_WORDS.get(words.replace(/s$/, '')) ?? OWNER_WORDS.get(words.replace(/es$/, ''));
}

/** Owner of a heading such as *Housing officer* or *Form tutor*: somebody there through work of any kind. */
function ofTheirWork(words: readonly string[]): HeadingOwner | undefined {
  const last = words.at(-1) ?? '';
  const one = last.replace(/s$/, '');
  // *Caseworker*, *keyworker*: one word of two.
  const isWork = WORK.has(last) || WORK.has(one) || one.endsWith('worker');
  if (!isWork) return undefined;
  return words[0] === 'referring' ? 'referrer' : 'otherPerson';
}

const PEOPLE = dictionary.people.toSorted((a, b) => b.length - a.length).join('|');
const OTHERING = dictionary.othering.join('|');
const ADDING = dictionary.adding.join('|');
/**
 * Matches *Linked nominal*, *Second subject details*, *Nominal (linked)*, *Subject 2*; *Additional subject*, but not
 * *Additional subject details*.
 */
const ANOTHER = new RegExp(
  `\\b(?:${OTHERING}) (?:${PEOPLE})\\b|\\b(?:${ADDING}) (?:${PEOPLE})$|\\b(?:${PEOPLE}) (?:(?:${OTHERING})$|(?:[2-9]|1\\d|two|three)\\b)`,
);
/** Longest such heading: a longer text with such words is a sentence, and opens no section. */
const LONGEST_ANOTHER = 60;

/** True if folded words mean a person other than the one that the page is about. */
export const isOfAnother = remembered(
  (words): boolean => words.length <= LONGEST_ANOTHER && ANOTHER.test(words),
);

/**
 * Owner of a heading such as *Sibling of subject* or *Subject’s GP*: the person next to the subject's own word is
 * meant.
 */
function besideSubject(all: readonly string[]): HeadingOwner | undefined {
  if (all.length > MOST_WORDS + 2) return undefined;
  for (let count = Math.min(MOST_WORDS, all.length - 1); count > 0; count -= 1) {
    const isSubject = (words: readonly string[]) => OWNER_WORDS.get(words.join(' ')) === 'subject';
    const rests = [
      isSubject(all.slice(0, count)) ? all.slice(count) : undefined,
      isSubject(all.slice(-count)) ? before(all.slice(0, -count)) : undefined,
    ];
    for (const rest of rests) {
      const bare = rest && withoutNoise(rest).join(' ');
      const owner =
        bare === undefined ? undefined : (OWNER_WORDS.get(bare) ?? ofTheirWork(bare.split(' ')));
      if (owner && owner !== 'subject' && owner !== 'referral') return owner;
    }
  }
  return undefined;
}

function withoutNoise(words: readonly string[]): readonly string[] {
  return words.filter((word) => !NOISE.has(word) && !/^\d+$/.test(word));
}

/** Words before *of the*, if any. */
function before(words: readonly string[]): readonly string[] | undefined {
  const said = words.join(' ').replace(/ (?:the|this)$/, '');
  return / (?:of|for|to)$/.test(said) ? said.replace(/ (?:of|for|to)$/, '').split(' ') : undefined;
}

/**
 * Cached owners, by the list of headings itself, which many values of a section share: each is asked about several
 * times.
 */
const known = new WeakMap<readonly string[], HeadingOwner | 'nobody'>();

/** The owner named by the innermost heading that names one. */
export function ownerOfHeadings(headings: readonly string[]): HeadingOwner | undefined {
  let owner = known.get(headings);
  if (owner === undefined) {
    owner = 'nobody';
    for (const heading of headings.toReversed()) {
      const said = ownerOfHeading(heading);
      if (!said) continue;
      owner = said;
      break;
    }
    known.set(headings, owner);
  }
  return owner === 'nobody' ? undefined : owner;
}
