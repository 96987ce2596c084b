/**
 * Facts inside running text: the referrer, parents, handles, references, dates, and the law that it names. Each is
 * offered with the place it was read from, and starts as left.
 */
import type { FieldPath } from '../field/field-path.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { wordsOfName } from '../name/named-part.js';
import { DATE, EMAIL, PHONE } from '../read/text-pattern.js';
import { isIncident } from './incident-date.js';
import { oneLine } from './one-line.js';
import { OTHER } from './person-word.js';
import { type NamedPerson, peopleNamed, tellsOfSomebody } from './subject-name.js';
import { type TextFact, withoutOverlap } from './text-fact.js';
import { handlesInText } from './text-handles.js';
import { everyMatch } from './text-match.js';
import { referrersInText } from './text-people.js';
import { addressesIn } from './text-place.js';
import { relationsInText } from './text-relation.js';
import { isSameName, nearestBefore } from './told-person.js';
import { writersContacts } from './writer-contact.js';

const DATES = new RegExp(`\\b${DATE}\\b`, 'gi');
const BIRTH = new RegExp(
  `(?:\\bdob|\\bd\\.o\\.b\\.?|\\bdate\\s+of\\s+birth|\\bborn|\\bb\\.)[\\s:(–=-]*(?:(?:is|was|on)\\s+)*(${DATE})`,
  'gi',
);
const SECTION = String.raw`\d{1,2}[A-Z]{0,2}(?:\s?(?:,|and|&|\/)\s?(?:ss?\.?\s?)?\d{1,2}[A-Z]{0,2}\b)*`;
const ACT = '(?:Computer Misuse Act(?: 1990)?|CMA(?: 1990)?)';
const ACT_NAME = /computer misuse act|cma/i;
const LAW = new RegExp(
  `\\b(?:(?:sections?|ss?\\.?)\\s?${SECTION},?\\s(?:of\\s(?:the\\s)?)?${ACT}|${ACT},?\\s\\(?(?:sections?|ss?\\.?)\\s?${SECTION}\\)?)`,
  'gi',
);

const REFERENCE =
  /\b(?:ref|reference|(?:log|crime|incident|occurrence|case|report) (?:number|no\.?|ref|reference)|urn)(?: (?:number|no\.?))?(?: is)?\s*[:#]?\s+([A-Z0-9](?:[A-Z0-9]*[/-])*[A-Z0-9]*\d[A-Z0-9]*(?:[/-][A-Z0-9]+)*)\b/gi;
const NATIONAL = new RegExp(
  `\\b(?:${dictionary.nationalPrefixes.join('|')})[-/][A-Z0-9]+(?:[-/][A-Z0-9]+)*\\b`,
  'g',
);

const ATTENDS =
  /\b(?:pupil|student|learner|attends|enrolled|Year \d{1,2}(?: here)?|studying)\b(?:\s+(?:here\s+)?(?:at|of))?\s+((?:[A-Z][\p{L}’'.-]*\s+){1,4}(?:School|Academy|College|University|Grammar|High|Sixth Form))\b/gu;

const OWN = new RegExp(
  `\\b(his|her|their|own|\\p{L}+['’]s) (?:own )?(?:mobile|phone|telephone|number|e-?mail)(?: (?:number|address))?(?: is)?[\\s:]+(?:(${PHONE})|(${EMAIL}))`,
  'giu',
);
const IS_OTHERS = new RegExp(`^${OTHER}['’]s$`, 'i');
/** `Kit Vale (Year 9, 14.03.2013)`, `Kit Vale, 13, 14.03.2013`. */
const BESIDE_NAME = new RegExp(
  `^\\s*(?:[,(–—-]\\s*){1,2}(?:(?:(?:aged?|year|yr) ?)?\\d{1,2}\\w?,\\s*)?(${DATE})`,
  'i',
);
/** `Jayden can be reached on …`, and a second way beside it. */
const CAN_BE = new RegExp(
  `(?<![\\p{L}’'-])([Hh]e|[Ss]he|[Tt]hey|\\p{Lu}\\p{Ll}[\\p{L}\\p{M}-]*(?: \\p{Lu}\\p{Ll}[\\p{L}\\p{M}-]*)?) can (?:also )?be (?:reached|contacted|called|texted|found) (?:by (?:phone|text|mobile|e-?mail) )?(?:on|at|via) (?:the number )?(${PHONE}|${EMAIL})(?: or (?:(?:on|at|via|by) )?(${PHONE}|${EMAIL}))?`,
  'gu',
);
const IS_PRONOUN = /^(?:he|she|they)$/i;
const NUMBERS = new RegExp(PHONE, 'g');
const ADDRESSES = new RegExp(EMAIL, 'gi');
/** A network address, with the time and zone that give it meaning. */
const NETWORK =
  /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b(?:[^.\n\d]{0,12}\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[ T]\d\d:\d\d(?::\d\d)?(?: ?(?:Z|UTC|GMT|BST|[+-]\d\d:?\d\d))?)?/g;
const WALLET =
  /\b(?:bc1[02-9ac-hj-np-z]{11,71}|[13][1-9A-HJ-NP-Za-km-z]{25,34}|0x[0-9a-fA-F]{40})\b/g;

/** Most addresses and schools of subjects: two people may each have one. */
const MOST_SUBJECTS = 4;
/** Most people looked for who can be reached. */
const MOST_REACHED = 20;
/** Most letters searched; the rest of a longer text is left. */
const MOST_LETTERS = 50_000;
const MOST_FACTS = 60;

/**
 * Facts that a text mentions, in its order, none within another.
 *
 * @param whole - as its writer left it: broken lines and marks of quotation do not matter
 */
export function factsInText(whole: string): readonly TextFact[] {
  const line = oneLine(whole.slice(0, MOST_LETTERS));
  return factsInLine(line.text).map((fact) => ({
    ...fact,
    ...line.partOf(fact.at, fact.at + fact.raw.length),
  }));
}

function factsInLine(text: string): readonly TextFact[] {
  // Most texts lack a character that most patterns need: testing for that is fast, while a pattern looks everywhere.
  const hasFigure = /\d/.test(text);
  const numbers = hasFigure ? all(text, NUMBERS, undefined) : [];
  const addresses = text.includes('@') ? all(text, ADDRESSES, undefined) : [];
  const isReached = numbers.length > 0 || addresses.length > 0;
  const figures = (pattern: RegExp, path: PathOf): readonly FoundFact[] =>
    hasFigure ? all(text, pattern, path) : [];
  let named: readonly NamedPerson[] | undefined;
  const people = (): readonly NamedPerson[] => {
    named ??= peopleNamed(text);
    return named;
  };
  /** A fact is the subject's unless somebody else is named nearest before it. */
  const subjects = (facts: readonly FoundFact[]): readonly TextFact[] =>
    facts.map(({ from, ...fact }): TextFact => {
      const nearest = nearestBefore(text, from ?? fact.at, people());
      if (nearest === 'other') return { ...fact, path: undefined };
      return nearest === 'nobody' ? fact : { ...fact, subject: nearest.subject };
    });
  return withoutOverlap([
    ...referrersInText(text),
    ...relationsInText(text, people),
    ...subjects(handlesInText(text)),
    ...subjects(figures(BIRTH, 'subject.bornOn')),
    ...(tellsOfSomebody(text) ? birthsBeside(text, people()) : []),
    ...(tellsOfSomebody(text) ? people() : [])
      .filter(({ isSubject, isShort }) => isSubject && !isShort)
      .map(
        ({ name, from }): TextFact => ({
          path: 'subject.name',
          raw: name,
          at: from,
          subject: name,
        }),
      ),
    ...(hasFigure ? subjects(addressFacts(text)).slice(0, MOST_SUBJECTS) : []),
    ...subjects(all(text, ATTENDS, 'subject.school')).slice(0, MOST_SUBJECTS),
    ...(isReached ? ownContacts(text, people) : []),
    ...(isReached ? [...reachedAt(text, people), ...writersContacts(text)] : []),
    ...lawsInText(text),
    ...all(text, NATIONAL, 'referral.reference'),
    ...figures(REFERENCE, 'referral.otherReferences[]').filter(({ raw }) => raw.length >= 5),
    ...figures(NETWORK, undefined),
    ...figures(WALLET, undefined),
    ...figures(DATES, 'referral.incidentDates[]').filter(({ at, raw }) =>
      isIncident(text, at, raw.length),
    ),
    ...numbers,
    ...addresses,
  ]).slice(0, MOST_FACTS);
}

/** Dates right after the name of a subject: `Tobias WREN, 14.03.2013`. */
function birthsBeside(text: string, people: readonly NamedPerson[]): readonly TextFact[] {
  return people.flatMap(({ isSubject, isShort, name, to }): readonly TextFact[] => {
    const found = isSubject && !isShort ? BESIDE_NAME.exec(text.slice(to, to + 40)) : null;
    if (found?.[1] === undefined) return [];
    const at = to + found[0].length - found[1].length;
    return [{ path: 'subject.bornOn', raw: found[1], at, subject: name }];
  });
}

function addressFacts(text: string): readonly FoundFact[] {
  return addressesIn(text).map((found): FoundFact => ({ path: 'subject.address', ...found }));
}

/** Contact details at which the text says that a subject can be reached. */
function reachedAt(text: string, people: () => readonly NamedPerson[]): readonly TextFact[] {
  return everyMatch(text, CAN_BE)
    .slice(0, MOST_REACHED)
    .flatMap((found): readonly TextFact[] => {
      const [whole, word = '', first = '', second] = found;
      const nearest = nearestBefore(text, found.index + word.length, people());
      const named = people().find(({ name, isSubject }) => isSubject && isSameName(word, name));
      const isHis = IS_PRONOUN.test(word) ? nearest !== 'other' && nearest !== 'nobody' : named;
      if (!isHis || nearest === 'other') return [];
      const subject = named?.name ?? (typeof nearest === 'string' ? undefined : nearest.subject);
      return [first, second].flatMap((raw): readonly TextFact[] =>
        raw === undefined
          ? []
          : [
              {
                path: raw.includes('@') ? 'subject.emails[]' : 'subject.phones[]',
                raw,
                at: found.index + whole.indexOf(raw),
                ...(subject === undefined ? {} : { subject }),
              },
            ],
      );
    });
}

/** Contact details that the text says are somebody's own: the subject's, unless somebody else is nearest. */
function ownContacts(text: string, people: () => readonly NamedPerson[]): readonly TextFact[] {
  return everyMatch(text, OWN).map((found): TextFact => {
    const [whole, owner = '', phone, address] = found;
    const raw = phone ?? address ?? whole;
    const at = found.index + whole.lastIndexOf(raw);
    // "Kit’s mobile": the name is before the thing that is his.
    const from = /['’]s$/u.test(owner) ? found.index + owner.length + 1 : found.index;
    const nearest = nearestBefore(text, from, people());
    if (IS_OTHERS.test(owner) || nearest === 'other' || isNamedAfterOther(raw, people()))
      return { path: undefined, raw, at };
    const path = phone === undefined ? 'subject.emails[]' : 'subject.phones[]';
    return { path, raw, at, ...(nearest === 'nobody' ? {} : { subject: nearest.subject }) };
  });
}

/** True for an address with the family name of somebody else, and of no subject. */
function isNamedAfterOther(address: string, people: readonly NamedPerson[]): boolean {
  const [local = '', host] = address.toLowerCase().split('@');
  if (host === undefined) return false;
  const has = ({ name }: NamedPerson): boolean => {
    const family = wordsOfName(name).at(-1) ?? '';
    return family.length > 3 && local.includes(family);
  };
  const named = people.filter(has);
  return named.length > 0 && !named.some(({ isSubject }) => isSubject);
}

/** The laws that a text names; also used for a separate field such as the offence. */
export function lawsInText(text: string): readonly TextFact[] {
  return ACT_NAME.test(text) ? all(text, LAW, 'referral.lawMentioned[]') : [];
}

type PathOf = FieldPath | undefined;

/** A fact with the offset of the words that say what it is. */
type FoundFact = TextFact & { readonly from?: number };

/** Every match: its last group that took part, or the whole. */
function all(text: string, pattern: RegExp, path: PathOf): readonly FoundFact[] {
  return everyMatch(text, pattern).map((found): FoundFact => {
    const [whole, ...groups] = found;
    const raw = groups.findLast((group) => group !== undefined) ?? whole;
    return { path, raw, at: found.index + whole.lastIndexOf(raw), from: found.index };
  });
}
