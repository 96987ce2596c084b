/**
 * Records of several people under the same labels, one after the other, with no heading or role to say whose they are: a
 * name or a date of birth returns with another value, and other labels return with it. The facts of the others are not
 * the subject's; where nothing shows which record is the subject's, none of them is.
 */
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import { grouped } from '../field/grouped.js';
import { isOutside, ownerOfHeadings, type PersonFact } from '../field/label-dictionary.js';
import { saysNotKnown } from '../read/not-known.js';
import { readValue } from '../read/reader.js';
import { factOfLabel } from './fact-of-label.js';
import { wordsOfName } from './named-part.js';
import type { NamedValue } from './named-value.js';
import type { Strangers } from './stranger.js';

const NAMES: ReadonlySet<PersonFact | undefined> = new Set(['name', 'familyName']);
const ANY_NAME: ReadonlySet<PersonFact | undefined> = new Set(['name', 'familyName', 'givenNames']);
const NAME_PATHS: ReadonlySet<FieldPath | undefined> = new Set([
  'subject.name',
  'subject.givenNames',
  'subject.familyName',
]);
/** Fewest labels that return with another value, a name or a date of birth among them. */
const FEWEST = 2;
/** Fewest of them where none is known as anything of a person. */
const FEWEST_UNKNOWN = 3;
/** Most words of a title that is a name. */
const MOST_IN_NAME = 6;

type SubjectKnown = Pick<Strangers, 'ofSubject' | 'subjectWords'>;

interface OneRecord {
  readonly values: NamedValue[];
  /** Values by label. */
  readonly said: Map<string, string>;
  isOfPerson: boolean;
}

/**
 * @param titles - texts that name the subject: the title of the page, and its first heading
 * @param known - values that are known to be the subject's, and the words of their name
 */
export function withoutOtherRecords(
  named: readonly NamedValue[],
  titles: readonly string[],
  known: SubjectKnown,
): readonly NamedValue[] {
  const parts = grouped(named.filter(isPlain), ({ value }) =>
    [value.place.frame.join('.'), value.visible].join('\n'),
  );
  const others = new Set<NamedValue>();
  for (const values of parts.values()) {
    const records = recordsIn(valuesOfSeveral(values));
    if (records.length < 2) continue;
    // A heading such as *Person* over each of them tells nothing.
    const isHeaded = !records.every(isUnderSubject);
    for (const record of records)
      if (!isSubjects(record, titles, known) && !(isHeaded && isUnderSubject(record)))
        for (const each of record.values) others.add(each);
  }
  if (others.size === 0) return named;
  return named.map((each) =>
    others.has(each) && (each.path === undefined || each.path.startsWith('subject.'))
      ? { value: each.value, path: undefined, namedBy: 'generic', isStrangers: true }
      : each,
  );
}

/** False for what an adapter, a row or a heading gives to somebody already, and where nothing is known. */
function isPlain({ value, namedBy, person, path }: NamedValue): boolean {
  if (namedBy !== 'generic' || person !== undefined || value.row || value.continues) return false;
  const heading = ownerOfHeadings(value.owner);
  const isSomebodys = heading === 'referrer' || heading === 'relatedPersons' || isOutside(heading);
  return !isSomebodys && value.kind !== 'prose' && !saysNotKnown(value.value, path);
}

/**
 * The values that may be of several people: labels return with other values, one of a name or a date of birth among
 * them. Where no label is known as either, the form has words of its own for these: a fact of the subject's that
 * returns is enough, or several labels that nobody knows, for what is in their sections.
 */
function valuesOfSeveral(values: readonly NamedValue[]): readonly NamedValue[] {
  const returning: NamedValue[] = [];
  let count = 0;
  let isOfPeople = false;
  let isIdentified = false;
  for (const own of grouped(values, ({ value }) => labelWords(value.label)).values()) {
    const isOfIdentity = own.some(isIdentity);
    isIdentified ||= isOfIdentity;
    if (new Set(own.map(keyOf)).size < 2) continue;
    count += 1;
    isOfPeople ||= isOfIdentity;
    returning.push(...own);
  }
  if (count < FEWEST || (isIdentified && !isOfPeople)) return [];
  if (isOfPeople || returning.some(({ path }) => path?.startsWith('subject.'))) return values;
  const sections = new Set(returning.map(sectionOf));
  return count < FEWEST_UNKNOWN ? [] : values.filter((each) => sections.has(sectionOf(each)));
}

function sectionOf({ value }: NamedValue): string {
  return value.owner.join('\n');
}

/** A label that returns with another value begins a record, if a name or a date of birth is in it. */
function recordsIn(values: readonly NamedValue[]): readonly OneRecord[] {
  const records: OneRecord[] = [];
  for (const each of values) {
    const label = labelWords(each.value.label);
    const key = keyOf(each);
    const last = records.at(-1);
    const said = last?.said.get(label);
    const record =
      last === undefined || (said !== undefined && said !== key)
        ? { values: [], said: new Map<string, string>(), isOfPerson: false }
        : last;
    if (record !== last) {
      records.push(record);
      // A name right before the label that returns begins the record, and does not end the one before.
      for (const name of last ? namesAtEnd(last) : []) add(record, name);
    }
    add(record, each);
  }
  const whole: OneRecord[] = [];
  for (const record of records) {
    const before = whole.at(-1);
    // A second telephone of the same person.
    const isSame = before && !record.isOfPerson && differing(before, record) < FEWEST;
    if (isSame) before.values.push(...record.values);
    else whole.push(record);
  }
  return whole;
}

function add(record: OneRecord, each: NamedValue): void {
  record.values.push(each);
  record.said.set(labelWords(each.value.label), keyOf(each));
  record.isOfPerson ||= isIdentity(each);
}

/** Takes the names at the end of a record out of it. */
function namesAtEnd({ values, said }: OneRecord): readonly NamedValue[] {
  const from = values.findLastIndex((each) => !isName(each)) + 1;
  if (from === 0) return [];
  const names = values.splice(from);
  for (const { value } of names) said.delete(labelWords(value.label));
  return names;
}

/** Number of labels that have another value in each. */
function differing({ said }: OneRecord, other: OneRecord): number {
  return [...other.said].filter(([label, key]) => (said.get(label) ?? key) !== key).length;
}

function isUnderSubject({ values }: OneRecord): boolean {
  return values.some(({ value }) => ownerOfHeadings(value.owner) === 'subject');
}

function isSubjects(
  { values }: OneRecord,
  titles: readonly string[],
  { ofSubject, subjectWords }: SubjectKnown,
): boolean {
  if (titles.some((title) => isNamedInPieces(title, values))) return true;
  const names = values.filter(isName);
  const isOwn = ({ value }: NamedValue): boolean =>
    ofSubject.has(value.id) && wordsOfName(value.value).some((word) => subjectWords.has(word));
  if (names.length > 0 && names.every(isOwn)) return true;
  return values.some(({ value }) => {
    const words = value.value.length > 80 ? [] : [...wordsOfName(value.value)];
    return (
      words.length > 1 &&
      titles.some((title) => {
        const said = new Set(labelWords(title).split(' '));
        return words.every((word) => said.has(word));
      })
    );
  });
}

/** True if a title is all the words of some values together: *Taz Vael* over *Taz* and *Vael*. */
function isNamedInPieces(title: string, values: readonly NamedValue[]): boolean {
  const name = labelWords(title).split(' ');
  if (name.length < 2 || name.length > MOST_IN_NAME) return false;
  const said = new Set(
    values.flatMap(({ value }) => {
      const words = value.value.length > 80 ? [] : wordsOfName(value.value);
      return words.every((word) => name.includes(word)) ? words : [];
    }),
  );
  return name.every((word) => said.has(word));
}

function isIdentity(each: NamedValue): boolean {
  return isBirth(each) || each.path === 'subject.name' || NAMES.has(factOfLabel(each.value.label));
}

/** True for any part of a name: a record without one may be that of whoever comes after the subject. */
function isName(each: NamedValue): boolean {
  const { path, value } = each;
  return NAME_PATHS.has(path) || ANY_NAME.has(factOfLabel(value.label));
}

function isBirth({ path, value }: NamedValue): boolean {
  return path === 'subject.bornOn' || factOfLabel(value.label) === 'bornOn';
}

/** One key for the ways of writing a value that pages mix: a name in either order, a date in letters or figures. */
function keyOf(each: NamedValue): string {
  const text = each.value.value;
  if (isBirth(each)) {
    const read = readValue('ukDate', text);
    if (read.ok) return read.value.value;
  }
  return labelWords(text.slice(0, 200)).split(' ').sort().join(' ');
}
