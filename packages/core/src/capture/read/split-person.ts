/**
 * People written in one line: `DS Amrit Bains, Eastshire Police, 01632 960388`, `Dawn Example (mother), 07700 900456`.
 */
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { isCapitals } from './read-name.js';
import { separate, type ValuePart } from './separate.js';
import { contactPath } from './split-contact.js';
import { splitSchool } from './split-school.js';
import { EMAIL, PHONE } from './text-pattern.js';

const SEPARATOR = /\r?\n|[;,|]|\s[-–—]\s/g;

const { composite } = dictionary;
const RELATIONS = new Set(composite.relations.map(labelWords));
const ORGANISATION = new Set(composite.organisation);
const ROLE = new Set(composite.role);
const NOT_NAMES = composite.notNames.map(labelWords);

/** `Dawn Example 07700 900456`: only a space before the number. */
const BEFORE_CONTACT = new RegExp(
  `^(\\p{L}.*?[\\p{L}.)])[\\s:]+((?:(?:tel|mob|mobile|phone|email|e-mail)[.:]?\\s*)?(?:${PHONE}|${EMAIL}))\\.?$`,
  'iu',
);

const RANKED = new RegExp(`^(?:${dictionary.professional.ranks.join('|')})\\.?\\s`, 'i');

type PersonPath = 'referrer.name' | 'relatedPersons[].name';

interface Paths {
  readonly contact: readonly [phone: FieldPath, email: FieldPath];
  /** Path of words next to a name that mean a mother, a lead or a school. */
  readonly relation: FieldPath;
  readonly role?: FieldPath;
  readonly organisation?: FieldPath;
}

const PATHS: Readonly<Record<PersonPath, Paths>> = {
  'referrer.name': {
    contact: ['referrer.phone', 'referrer.email'],
    relation: 'referrer.role',
    role: 'referrer.role',
    organisation: 'referrer.organisation',
  },
  'relatedPersons[].name': {
    contact: ['relatedPersons[].phones[]', 'relatedPersons[].emails[]'],
    relation: 'relatedPersons[].relationship',
  },
};

/** The name and the pieces next to it. Nothing is cut unless a piece next to the name was understood. */
export function splitPerson(path: PersonPath, raw: string): readonly ValuePart[] {
  const paths = PATHS[path];
  const contact = contactPath(paths.contact, raw);
  const whole: readonly ValuePart[] = [{ path: contact ?? path, raw }];
  if (contact && !raw.includes('<')) return whole;
  // "Self" and "Anonymous" say how the referral came, and are nobody's name.
  if (NOT_NAMES.some((words) => labelWords(raw).startsWith(words)))
    return [{ path: undefined, raw }];
  const office = officeParts(paths, raw);
  if (office) return office;
  const sender = senderParts(path, paths, raw);
  if (sender) return sender;
  const [first = '', ...beside] = separate(raw, SEPARATOR).flatMap(withBrackets);
  const parts = beside.map((piece): ValuePart => ({ path: pathBeside(paths, piece), raw: piece }));
  const [only] = parts;
  // "PS 881 Kit Vale, Saltwick NPT": after an officer's rank and number comes their place of work.
  if (
    only &&
    parts.length === 1 &&
    only.path === undefined &&
    RANKED.test(first) &&
    paths.organisation
  )
    return [
      { path, raw: first },
      { path: paths.organisation, raw: only.raw },
    ];
  if (!parts.some((part) => part.path !== undefined || namesPlace(part.raw))) return whole;
  const own = contactPath(paths.contact, first) ?? beforeName(paths, first) ?? path;
  return [{ path: own, raw: first }, ...parts];
}

/** A place of learning, which a subject may go to. */
const LEARNING = new Set('school academy college university grammar utc sixth'.split(' '));

/**
 * `Taz Vael, Testford Academy`: the name of a subject, and the place next to it. A place where somebody works is not
 * the subject's, and is only offered.
 */
export function splitSubject(raw: string): readonly ValuePart[] {
  const path = 'subject.name';
  const pieces = separate(raw, SEPARATOR).flatMap(withBrackets);
  const place = pieces.pop() ?? '';
  const name = raw.slice(0, raw.lastIndexOf(place)).replace(/[\s,;|([–—-]+$/, '');
  const isBesidePlace = /\S\s+\S/.test(name) && namesPlace(place) && !pieces.some(namesPlace);
  if (!isBesidePlace) return [{ path, raw }];
  const isLearning = labelWords(place)
    .split(' ')
    .some((word) => LEARNING.has(word));
  const school = isLearning ? splitSchool(place) : [{ path: undefined, raw: place }];
  return [{ path, raw: name }, ...school];
}

/** True for the name of an organisation: two words or more, one of which says so. */
function namesPlace(text: string): boolean {
  const words = labelWords(text).split(' ');
  return words.length > 1 && words.some((word) => ORGANISATION.has(word));
}

/** `"Shah, Priya" <p.shah@example.org>`: a mail program puts the family name first, and one comma after it. */
const SENDER =
  /^(["“'‘]?)([^"“”<>[\]@;|]{2,80}?)["”'’]?\s*(?:<|\[)(?:mailto:)?([^\s<>[\]]+@[^\s<>[\]]+)[>\]]$/;

function senderParts(
  path: PersonPath,
  paths: Paths,
  raw: string,
): readonly ValuePart[] | undefined {
  const [, mark = '', name = '', address = ''] = SENDER.exec(raw.trim()) ?? [];
  const [, beside = ''] = name.split(/,\s*/);
  const isInverted = /^[^,()]+,[^,()]+$/.test(name) && pathBeside(paths, beside) === undefined;
  if (!isInverted && mark === '') return undefined;
  return [
    { path, raw: name },
    { path: paths.contact[1], raw: address },
  ];
}

/** `Head of Safeguarding <dsl@example.org>`: an office that somebody holds, in the place of their name. */
const OFFICE =
  /^(["“]?)((?:\p{L}[\p{L}’'-]*\s+){1,6}?(?:of|for)\s(?:the\s)?\p{L}[\p{L} &’'-]*?)["”]?\s*(?:<([^<>]+)>)?$/u;

function officeParts(paths: Paths, raw: string): readonly ValuePart[] | undefined {
  const [, , office = '', address] = OFFICE.exec(raw.trim()) ?? [];
  if (office === '' || paths.role === undefined) return undefined;
  const [first = ''] = labelWords(office).split(/ (?:of|for) /);
  // "Kit Head of Fakeham" may be anybody: all words before *of* are those of a role.
  if (!first.split(' ').every((word) => ROLE.has(word) || HOLDS.has(word))) return undefined;
  const role: ValuePart = { path: paths.role, raw: office };
  return address === undefined ? [role] : [role, { path: paths.contact[1], raw: address }];
}

/** Words before a role that are nobody's name. */
const HOLDS = new Set(
  'the a acting assistant associate deputy vice interim head director manager lead leader'.split(
    ' ',
  ),
);

/** Splits `Dawn Example (mother)` and `DS Amrit Bains <csu@example.org>` into a name and the piece next to it. */
function withBrackets(piece: string): readonly string[] {
  const [, name, round, angle] = /^(\S.*?)\s*(?:\(([^()]+)\)|<([^<>]+)>)$/.exec(piece) ?? [];
  const inside = round ?? angle;
  const [, person, contact] = BEFORE_CONTACT.exec(piece) ?? [];
  if (person !== undefined && contact !== undefined) return [...withBrackets(person), contact];
  // `VAEL, Morgan (M)`: a sex is not a role, and belongs to the name.
  if (name === undefined || inside === undefined || inside.length < 2) return [piece];
  return [name, ...separate(inside, SEPARATOR)];
}

function pathBeside(paths: Paths, piece: string): FieldPath | undefined {
  const contact = contactPath(paths.contact, piece);
  if (contact) return contact;
  return pathOfWork(paths, labelWords(piece).split(' '));
}

/** True for words of an organisation, a role or a relation: they are no part of anybody's name. */
export function namesNobody(words: readonly string[]): boolean {
  return pathOfWork(PATHS['referrer.name'], words) !== undefined;
}

function pathOfWork(paths: Paths, words: readonly string[]): FieldPath | undefined {
  if (RELATIONS.has(words.join(' '))) return paths.relation;
  const last = words.at(-1) ?? '';
  if (ROLE.has(last)) return paths.role;
  if (words.some((word) => ORGANISATION.has(word))) return paths.organisation;
  return words.some((word) => ROLE.has(word)) ? paths.role : undefined;
}

/**
 * The organisation's path for an organisation alone before a person’s contact details: it is not that person’s name.
 */
function beforeName(paths: Paths, piece: string): FieldPath | undefined {
  const words = labelWords(piece).split(' ');
  const isOrganisation = words.some((word) => ORGANISATION.has(word)) && !isCapitals(piece);
  return isOrganisation ? paths.organisation : undefined;
}
