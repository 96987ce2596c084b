/**
 * Finds parts of an anonymous text that may identify the person it is about: a name, an address, a number, a handle, a
 * date of birth, a school. It asks rather than decides, so it marks too much rather than too little. A name that looks
 * like an ordinary word is not found: the officer reads the text anyway.
 */

import { DATE, EMAIL, NAME, PHONE } from '../../capture/read/text-pattern.js';
import { factsInText } from '../../capture/text/prose-fact.js';
import { everyMatch } from '../../capture/text/text-match.js';
import { isPersonsName } from '../../capture/text/text-people.js';
import onlinePlatform from '../../codes/data/online-platform.json' with { type: 'json' };
import words from '../data/identity-word.json' with { type: 'json' };

export const IDENTITY_KINDS = [
  'name',
  'address',
  'phone',
  'email',
  'handle',
  'birth-date',
  'school',
] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

export interface IdentityFound {
  readonly kind: IdentityKind;
  /** Cut from the text unchanged. */
  readonly text: string;
  /** Offset in the text, in UTF-16 code units. */
  readonly at: number;
}

/** Longest text that is searched; the caller marks the rest as a whole. */
export const MOST_IDENTITY_LETTERS = 50_000;

const NOT_NAMES: ReadonlySet<string> = new Set([
  ...words.notNames,
  ...onlinePlatform.codes.flatMap(({ code, label }) => [code, ...label.toLowerCase().split(/\W+/)]),
]);
const FORENAMES: ReadonlySet<string> = new Set(words.alsoForenames);
const ADDRESSES = new RegExp(EMAIL, 'gi');
const NUMBERS = new RegExp(PHONE, 'g');
const NAMES = new RegExp(NAME, 'gu');
const DATES = new RegExp(`\\b${DATE}\\b`, 'gi');
const BORN = new RegExp(
  `\\b(?:dob|d\\.o\\.b\\.?|date of birth|birthday|born|birth date)\\b[\\s:(–-]{0,3}(?:(?:is|on|in) )?(${DATE}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2}\\b)`,
  'gi',
);
/** Looser than a reader's: a postcode with one letter too many still identifies a place. */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b/gi;
const HOUSE = new RegExp(
  `\\b\\d{1,4}[A-Za-z]?,? (?:\\p{Lu}[\\p{L}’'-]{1,40} ){1,3}(?:${words.streets.join('|')})\\b`,
  'gu',
);
const SCHOOL = new RegExp(
  `(?:\\p{Lu}[\\p{L}’'.-]{0,40} ){1,4}(?:${words.schools.join('|')})(?: (?:${words.schools.join('|')}))?\\b`,
  'gu',
);
/** A single capitalised word after a word that introduces a person, or before words used only of people. */
const CALLED = new RegExp(
  `\\b(?:${words.calledBy.map(inEitherCase).join('|')})(?:\\s+(?:is|was|me|us))?(?:\\s*[:,–-]\\s*|\\s+)(?:["“‘'])?(\\p{Lu}[\\p{L}’'-]{1,40})`,
  'gu',
);
const SAID_OF =
  /(?<![\p{L}’'-])(\p{Lu}[\p{L}’-]{1,40})(?=(?:['’]s (?:mum|mother|dad|father|parents?|carer|brother|sister|account|phone|laptop|teacher)\b)|\s*\(?(?:aged? )?\(?\d{1,2}\)|, (?:aged )?\d{1,2}\b|\s+(?:is|was) (?:aged |in year )?\d{1,2}\b)/gu;
/** Names within a sentence: only they have a capital, apart from the words known not to be names. */
const WITHIN = /(?<=[\p{Ll},;:–-]\s[(“"‘]?)(\p{Lu}\p{Ll}[\p{L}’'-]{0,40})/gu;
/** Names at the start of a sentence, identified by the words after them. */
const BEGINS =
  /(?<![\p{L}’'-])(\p{Lu}\p{Ll}[\p{L}-]{0,40})(?=(?:['’]s)?\s+(?:has|had|is|was|been|did|does|said|says|told|admitted|admits|lives|attends|bought|used|uses|keeps|plays|wants|knows|seems|appears|will|would|may|might|went|goes|and (?:his|her|their))\b)/gu;
const AT_SIGN = /(?<![\w.@])@[A-Za-z0-9_.]{2,40}\w/g;

/** Returns everything that may identify somebody, in the order of the text, without overlaps. */
export function identityIn(whole: string): readonly IdentityFound[] {
  const text = whole.slice(0, MOST_IDENTITY_LETTERS);
  return withoutOverlap([
    ...matches(text, ADDRESSES, 'email'),
    ...matches(text, BORN, 'birth-date'),
    ...matches(text, HOUSE, 'address'),
    ...matches(text, POSTCODE, 'address'),
    ...fromFacts(text),
    ...matches(text, NUMBERS, 'phone'),
    ...matches(text, AT_SIGN, 'handle'),
    ...matches(text, SCHOOL, 'school').flatMap(named),
    ...birthDays(text),
    ...matches(text, NAMES, 'name')
      .filter((found) => isPersonsName(found.text))
      .flatMap(named),
    ...[CALLED, SAID_OF, WITHIN, BEGINS]
      .flatMap((pattern) => matches(text, pattern, 'name'))
      .flatMap(named),
  ]);
}

const WRITTEN: Readonly<Record<IdentityKind, string>> = {
  name: 'name',
  address: 'address',
  phone: 'telephone number',
  email: 'email address',
  handle: 'handle',
  'birth-date': 'date of birth',
  school: 'school',
};

/** The words for a kind in a sentence: `date of birth`. */
export function writtenIdentity(kind: IdentityKind): string {
  return WRITTEN[kind];
}

/**
 * Replaces each match in the text with its kind in brackets: `[name]`.
 *
 * @param found - matches in this exact text from {@link identityIn}, without those that the officer keeps
 */
export function anonymise(text: string, found: readonly IdentityFound[]): string {
  return found
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (rest, { at, text: said, kind }) =>
        rest.startsWith(said, at)
          ? `${rest.slice(0, at)}[${WRITTEN[kind]}]${rest.slice(at + said.length)}`
          : rest,
      text,
    );
}

/** Avoids the `i` flag, which would also let small letters pass for capitals in the name. */
function inEitherCase(word: string): string {
  const [first = ''] = word;
  return `[${first}${first.toUpperCase()}]${word.slice(1).replaceAll(' ', '\\s')}`;
}

function matches(text: string, pattern: RegExp, kind: IdentityKind): readonly IdentityFound[] {
  return everyMatch(text, pattern).map((found): IdentityFound => {
    const [whole, group] = found;
    const said = group ?? whole;
    return { kind, text: said, at: found.index + whole.lastIndexOf(said) };
  });
}

/** Facts that the readers of running text find by their phrases. */
function fromFacts(text: string): readonly IdentityFound[] {
  return factsInText(text).flatMap(({ path, raw, at }): readonly IdentityFound[] => {
    const kind = path === undefined ? undefined : kindOf(path);
    return kind === undefined ? [] : [{ kind, text: raw, at }];
  });
}

function kindOf(path: string): IdentityKind | undefined {
  if (path.endsWith('.asSeen')) return 'handle';
  if (path.endsWith('.bornOn')) return 'birth-date';
  if (/\.(?:name|givenNames|familyName|aliases\[\])$/.test(path)) return 'name';
  if (/\.(?:address|postcode)$/.test(path)) return 'address';
  if (/\.(?:school|organisation)$/.test(path)) return 'school';
  if (/\.phones?(?:\[\])?$/.test(path)) return 'phone';
  return /\.emails?(?:\[\])?$/.test(path) ? 'email' : undefined;
}

/** Returns the words of a name or school that are not plain words; nothing if none is left. */
function named(found: IdentityFound): readonly IdentityFound[] {
  const parts = [...found.text.matchAll(/\S+/g)];
  const isPlain = (part: string) => NOT_NAMES.has(wordOf(part));
  let first = parts.findIndex(([part]) => !isPlain(part));
  if (first < 0) return [];
  // A month before a family name may be a forename.
  if (FORENAMES.has(wordOf(parts[first - 1]?.[0] ?? ''))) first -= 1;
  const last =
    found.kind === 'school' ? parts.length - 1 : parts.findLastIndex(([part]) => !isPlain(part));
  const from = parts[first]?.index ?? 0;
  const end = parts[last];
  const to = end ? end.index + end[0].length : found.text.length;
  const text = found.text.slice(from, to).replace(/[.,;:]+$/, '');
  return [{ ...found, text, at: found.at + from }];
}

function wordOf(part: string): string {
  return part
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/[^\p{L}-]/gu, '');
}

/** Years after which a date is more likely a birthday than an incident. */
const BIRTHDAY_YEARS = 6;
const YEAR = /\d{4}/;

function birthDays(text: string): readonly IdentityFound[] {
  const all = matches(text, DATES, 'birth-date');
  const years = all.map(({ text: date }) => Number(YEAR.exec(date)?.[0]));
  const latest = Math.max(...years);
  return all.filter((_, i) => {
    const year = years[i] ?? latest;
    return year < latest - BIRTHDAY_YEARS || (latest < 2020 && year >= 1990);
  });
}

function withoutOverlap(all: readonly IdentityFound[]): readonly IdentityFound[] {
  const kept: IdentityFound[] = [];
  for (const found of all) {
    const to = found.at + found.text.length;
    if (found.text.trim() === '') continue;
    if (kept.some(({ at, text }) => found.at < at + text.length && to > at)) continue;
    kept.push(found);
  }
  return kept.sort((a, b) => a.at - b.at);
}
