/**
 * The people whom the title, headings, breadcrumbs and lines of a form's page name, by the records: a form that names
 * somebody else is taken for theirs, even if no label says so.
 */
import { packed } from '../match/fold.js';
import { isNamedIn, wordsIn } from '../match/may-name.js';
import { formsOf } from '../match/name-words.js';
import { birthsOf } from '../record/births.js';
import { addYears } from '../shared/dates.js';
import type { PlainDate, RecordId } from '../shared/primitives.js';
import type { FormPerson } from './form-person.js';
import type { NameLine } from './shown-name.js';
import {
  asDoubted,
  type DoubtedPerson,
  type KnownPerson,
  type PageReferences,
  type ReferenceSource,
} from './whose-reference.js';

/** The names on a page. */
export interface PageNames {
  readonly lines?: readonly NameLine[];
  /** The person whom its labels name. */
  readonly person?: FormPerson;
}

/** A name or a date of birth, outside any label, that speaks against the person whose values are typed. */
export interface NameDoubt {
  /**
   * `named`: it names somebody else on record. `born`: it has another date of birth. `namesakes`: the page gives the name
   * that this person shares with others on record, and no date of birth. `twins`: it gives a name and a date of birth
   * that may be of others on record as well.
   */
  readonly kind: 'named' | 'born' | 'namesakes' | 'twins';
  /** As displayed; empty if it names only people whose record is closed to the officer. */
  readonly text: string;
  readonly place: NameLine['place'] | 'label';
  /** People on record whom it may name; without those whose record is closed to the officer. */
  readonly people: readonly DoubtedPerson[];
  /** Set if it may name somebody whose record is closed to the officer. */
  readonly isClosed?: true;
  /** Set if the page names this person as well: the officer is told, and values start as usual. */
  readonly isMild?: true;
}

interface Finding extends Pick<NameDoubt, 'kind' | 'text' | 'place' | 'isMild'> {
  readonly others: readonly KnownPerson[];
}

interface Own {
  readonly names: readonly string[];
  readonly births: readonly PlainDate[];
}

const MOST_PEOPLE = 5;
const MOST_DOUBTS = 10;
const MOST_LINES = 60;
/** Fewest words by which somebody else is recognised, and this person. */
const FEWEST = { other: 2, own: 1 } as const;
/** Youngest age at which a person is worked with: an earlier day in brackets is a date of birth. */
const YOUNGEST = 8;

/**
 * Compares the names and dates of birth on a page with those on record.
 *
 * @throws {PreventError} as `consult` does: then nobody is named
 */
export async function nameDoubts(
  subject: RecordId,
  page: PageNames & Pick<PageReferences, 'shown'>,
  { store, people, closed, consult }: ReferenceSource,
): Promise<readonly NameDoubt[]> {
  const record = await store.get('subject', subject);
  const known = people.find(({ id }) => id === subject);
  if (!record) return [];
  const own: Own = { names: namesOf(record.value), births: birthsOf(record.value) };
  const keys = new Set(page.shown.map(({ text }) => packed(text)));
  const isReferred = (known?.references ?? []).some((text) => keys.has(packed(text)));
  const found = findings(
    page,
    own,
    people.filter(({ id }) => id !== subject),
    isReferred,
  );
  const named = new Set(
    found.flatMap(({ others }) => others.map(({ id }) => id).filter((id) => !closed.has(id))),
  );
  if (named.size > 0) await consult([...named]);
  return found.map(({ others, text, ...finding }): NameDoubt => {
    const open = others.filter(({ id }) => !closed.has(id)).slice(0, MOST_PEOPLE);
    const isClosed = others.some(({ id }) => closed.has(id));
    return {
      ...finding,
      text: isClosed && open.length === 0 ? '' : text,
      people: open.map(asDoubted),
      ...(isClosed ? { isClosed } : {}),
    };
  });
}

function findings(
  page: PageNames,
  own: Own,
  others: readonly KnownPerson[],
  isReferred: boolean,
): readonly Finding[] {
  const lines = (page.lines ?? []).slice(0, MOST_LINES);
  const labelled = page.person ?? { names: [], born: [] };
  const near = nearTo([...lines.map(({ text }) => text), ...labelled.names], others);
  const namesakes = near.filter(
    (person) =>
      own.names.some((name) => isNamed(person, name)) ||
      namesOf(person).some((name) => isOwnNamed(name, own)),
  );
  const read = lines.map((line) => readLine(line, own, near, namesakes, labelled.born));
  const labelNames = labelled.names.filter((text) => isOwnNamed(text, own));
  const isOwnDay = labelled.born.some((day) => own.births.includes(day));
  const isOwnShown =
    labelNames.length > 0 || isOwnDay || read.some(({ isOwn, isOwnBorn }) => isOwn || isOwnBorn);
  const isDated = isOwnDay || read.some(({ isOwnBorn }) => isOwnBorn);
  const days = [
    ...labelled.born,
    ...lines.flatMap(({ born, bracketed }) => [...born, ...bracketed]),
  ];
  const twins = namesakes.filter((person) => isBornOn(person, days));
  const doubts = read.flatMap(({ finding, line }): readonly Finding[] => {
    if (!finding) return [];
    const isHead = line.place === 'title' || line.place === 'heading';
    const isMild = finding.isMild || (isOwnShown && (!isHead || line.isOfOthers));
    return [{ ...finding, ...(isMild ? { isMild } : {}) }];
  });
  const [shared] = [
    ...read.flatMap(({ isOwn, line: { text, place } }) => (isOwn ? [{ text, place }] : [])),
    ...labelNames.map((text) => ({ text, place: 'label' as const })),
  ];
  const kind = isDated ? ('twins' as const) : ('namesakes' as const);
  const alike = isDated ? twins : labelled.born.length === 0 ? namesakes : [];
  const isShared = shared && !isReferred && alike.length > 0;
  return [...(isShared ? [{ kind, ...shared, others: alike }] : []), ...doubts].slice(
    0,
    MOST_DOUBTS,
  );
}

/** People with at least two words of a name on the page: there are thousands on record, and few of them are. */
function nearTo(texts: readonly string[], people: readonly KnownPerson[]): readonly KnownPerson[] {
  const words = new Set(texts.flatMap(wordsIn).flatMap((word) => [word, ...formsOf(word)]));
  return people.filter((person) =>
    namesOf(person).some(
      (name) => wordsIn(name).filter((word) => words.has(word)).length >= FEWEST.other,
    ),
  );
}

/** A line as evidence: of this person, of somebody else, or of both. */
function readLine(
  line: NameLine,
  own: Own,
  near: readonly KnownPerson[],
  namesakes: readonly KnownPerson[],
  labelled: readonly PlainDate[],
): {
  readonly line: NameLine;
  readonly isOwn: boolean;
  readonly isOwnBorn: boolean;
  readonly finding?: Finding;
} {
  const { text, place } = line;
  const named = near.filter((person) => isNamed(person, text));
  const days = [...line.born, ...line.bracketed.filter((day) => isBirth(day, own, named))];
  const isOwnBorn = days.some((day) => own.births.includes(day));
  const isBornOtherwise = days.length > 0 && own.births.length > 0 && !isOwnBorn;
  const ofDay = named.filter((person) => isBornOn(person, days));
  const strangers = named.filter((person) => !namesakes.includes(person));
  const isOwnName = isOwnNamed(text, own);
  const found = (kind: Finding['kind'], others: readonly KnownPerson[], isMild = false) => ({
    line,
    isOwn: isMild,
    isOwnBorn: isOwnBorn && isMild,
    finding: { kind, text, place, others, ...(isMild ? { isMild: true as const } : {}) },
  });
  const isNamesakeDay = ofDay.some((person) => namesakes.includes(person));
  // The day in “Tamsin Vael, sibling of Alfie Marsh (05/01/2010)” is not Tamsin’s.
  if (isOwnName && isBornOtherwise && (strangers.length === 0 || isNamesakeDay))
    return found('born', ofDay);
  if (isOwnName && strangers.length > 0) return found('named', strangers, true);
  if (!isOwnName && named.length > 0) return found('named', ofDay.length > 0 ? ofDay : named);
  const isSaid = days.every((day) => labelled.includes(day));
  if (!isOwnName && isBornOtherwise && !isSaid) return found('born', []);
  return { line, isOwn: isOwnName, isOwnBorn };
}

/** True if a day in brackets is a date of birth, and not the day of a contact. */
function isBirth(day: PlainDate, { births }: Own, named: readonly KnownPerson[]): boolean {
  return (
    births.some((born) => day < addYears(born, YOUNGEST)) ||
    named.some((person) => isBornOn(person, [day]))
  );
}

/** True by any of several dates of birth: which of them is right is not known. */
function isBornOn(
  { bornOn, births = bornOn ? [bornOn] : [] }: KnownPerson,
  days: readonly PlainDate[],
): boolean {
  return births.some((born) => days.includes(born));
}

function isOwnNamed(text: string, { names }: Own): boolean {
  const words = wordsIn(text);
  return names.some((name) => isNamedIn(words, name, FEWEST.own));
}

function isNamed(person: Pick<KnownPerson, 'name' | 'otherNames'>, text: string): boolean {
  const words = wordsIn(text);
  return namesOf(person).some((name) => isNamedIn(words, name, FEWEST.other));
}

function namesOf(person: {
  readonly name: string;
  readonly otherNames?: readonly string[];
  readonly aliases?: readonly string[];
}): readonly string[] {
  return [person.name, ...(person.otherNames ?? person.aliases ?? [])];
}
