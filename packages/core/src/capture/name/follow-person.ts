/**
 * Contact details that follow a person: `Referrer`, `Job title`, `Telephone` without a separate heading. A telephone
 * below the name of a referrer or a parent is that person's, and never the subject's by default. Below the name of
 * anybody else, a solicitor or a victim, it is nobody's until the officer says.
 */
import type { LabelledValue } from '../../page/reading.js';
import type { FieldPath } from '../field/field-path.js';
import { ownerOf } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import type { Person, PersonFact } from '../field/label-dictionary.js';
import { COMBINED_LABELS, ownerOfHeadings, pathOfFact } from '../field/label-dictionary.js';
import { saysNotKnown } from '../read/not-known.js';
import { namesAgent } from './agent.js';
import { saysSubjects } from './combined-label.js';
import { factOfLabel } from './fact-of-label.js';
import { wordsOfName } from './named-part.js';
import type { NamedValue } from './named-value.js';
import { type Outsider, outsiderNamed } from './outsider.js';

const CONTACT: ReadonlySet<PersonFact> = new Set([
  'phones',
  'emails',
  'role',
  'organisation',
  'relationship',
]);
const HOME: ReadonlySet<PersonFact> = new Set(['address', 'addressLine', 'postcode']);
const NAMES: ReadonlySet<PersonFact> = new Set(['name', 'givenNames', 'familyName']);
/** Words of a school, which is the child’s; a company followed by a telephone is not. */
const EDUCATION = /school|college|educat|study|academy/i;
const OPENS: ReadonlySet<FieldPath> = new Set(['referrer.name', 'relatedPersons[].name']);

export function followPersons(named: readonly NamedValue[]): readonly NamedValue[] {
  let person: Person | Outsider | undefined;
  let section = '';
  let last: LabelledValue | undefined;
  const reporters = reportersBeside(named);
  return named.map((each, at): NamedValue => {
    const { value, path } = each;
    const own = last && isBeside(last, value) ? section : sectionOf(value);
    last = value;
    const heading = ownerOfHeadings(value.owner);
    const isOpen = heading === undefined || heading === 'referral' || heading === 'subject';
    if (own !== section || value.row || !isOpen || each.namedBy === 'adapter') {
      person = undefined;
    }
    section = own;
    if (value.row || !isOpen || each.namedBy === 'adapter') return each;
    if (reporters.has(each)) {
      person = 'official';
      return { ...each, path: undefined, isStrangers: true };
    }
    if (path !== undefined && OPENS.has(path)) {
      person = ownerOf(path) as Person;
      return each;
    }
    const outsider =
      path === undefined
        ? (outsiderNamed(value) ?? (namesAgent(value) ? 'official' : undefined))
        : undefined;
    if (outsider) {
      person = outsider;
      return each;
    }
    if (person === 'official' || person === 'party') {
      if (
        (isOf(person, value) || isReached(each)) &&
        (path === undefined || path === 'referrer.role' || ownerOf(path) === 'subject')
      )
        return { ...each, path: undefined, isStrangers: true };
      // *Agency*, which may be anybody’s, is no other person’s.
      if (path !== undefined && ownerOf(path) !== 'referrer') person = undefined;
      return each;
    }
    const fact = factOfLabel(value.label) ?? COMBINED_LABELS.get(labelWords(value.label));
    // Of a referrer it is asked who they are to the child: it is their role, unless it begins somebody else's details.
    const isRole =
      person === 'referrer' && fact === 'relationship' && !isNameOfSomebody(named[at + 1]);
    const isTheirs =
      person !== undefined &&
      fact !== undefined &&
      (CONTACT.has(fact) || (fact === 'school' && !EDUCATION.test(value.label))) &&
      (path === undefined || isRole || ownerOf(path) === 'subject' || ownerOf(path) === person);
    if (isTheirs && person !== undefined && fact !== undefined) {
      const theirs = pathOfFact(person, fact);
      return theirs === undefined || theirs === path ? each : { ...each, path: theirs };
    }
    // Any other known value ends the details of that person.
    if (path !== undefined && ownerOf(path) !== person) person = undefined;
    return each;
  });
}

function isNameOfSomebody(next: NamedValue | undefined): boolean {
  const fact = next && factOfLabel(next.value.label);
  return fact !== undefined && NAMES.has(fact);
}

const SAYS_REFERRED = /(?:^| )(?:refer\w*|refd|atgyfeir\w*)(?: |$)/;

/**
 * Names under *Reporter* or *Reported by* where a page names another under *Referred by*, which says more: they typed
 * the record.
 */
function reportersBeside(named: readonly NamedValue[]): ReadonlySet<NamedValue> {
  const names = named.filter(
    ({ path, namedBy, value }) =>
      path === 'referrer.name' && namedBy === 'generic' && !saysNotKnown(value.value, path),
  );
  const [said, others] = [true, false].map((is) =>
    names.filter(
      ({ value }) =>
        is ===
        (SAYS_REFERRED.test(labelWords(value.label)) ||
          ownerOfHeadings(value.owner) === 'referrer'),
    ),
  ) as [NamedValue[], NamedValue[]];
  return new Set(
    said.length === 0 ? [] : others.filter((each) => !said.some((one) => isSame(one, each))),
  );
}

/** True for two values that begin with the name of one person, whatever comes after it. */
function isSame(one: NamedValue, other: NamedValue): boolean {
  const [few = [], many = []] = [one, other]
    .map(({ value }) =>
      wordsOfName(value.value.slice(0, LONGEST_NAME).split(AFTER_NAME, 1)[0] ?? ''),
    )
    .toSorted((a, b) => a.length - b.length);
  return few.length > 0 && few.every((word) => many.includes(word));
}
const LONGEST_NAME = 200;
const AFTER_NAME = /[,<(;|\n]/;

/** True for a telephone or an email address that its own label does not give to the subject. */
function isReached({ path, value }: NamedValue): boolean {
  if (path !== 'subject.phones[]' && path !== 'subject.emails[]') return false;
  return !saysSubjects(value.label);
}

/** True for a fact below the name of an outsider: a date of birth only for one who has it on record. */
function isOf(outsider: Outsider, { label }: LabelledValue): boolean {
  const fact = factOfLabel(label);
  if (fact === undefined || NAMES.has(fact)) return false;
  return outsider === 'party' || CONTACT.has(fact) || HOME.has(fact);
}

function sectionOf({ owner, place, visible }: LabelledValue): string {
  return [place.frame.join('.'), visible, ...owner].join('\n');
}

/**
 * True if two values are together. Compares lists by identity, without building texts: values together share their
 * headings.
 */
function isBeside(a: LabelledValue, b: LabelledValue): boolean {
  return a.owner === b.owner && a.place.frame === b.place.frame && a.visible === b.visible;
}
