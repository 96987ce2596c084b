/**
 * The people that a page names, and the values about each: a name opens a person, and the values after it are theirs
 * until another name or another part of the page.
 */
import type { LabelledValue } from '../../page/reading.js';
import { labelWords } from '../field/fold-label.js';
import { isGivenName } from '../field/given-name.js';
import { grouped } from '../field/grouped.js';
import { isOutside, ownerOfHeadings, type PersonFact } from '../field/label-dictionary.js';
import { NAME_WORD, PARTICLES } from '../field/name-shape.js';
import { remembered } from '../field/remembered.js';
import { saysNotKnown } from '../read/not-known.js';
import { isWrittenAsName } from './agent.js';
import { factOfLabel } from './fact-of-label.js';
import {
  isCaretName,
  NamedParts,
  NamesInHeadings,
  type Opening,
  type Part,
  wordsOfName,
} from './named-part.js';
import { mergePeople, type PersonOnPage } from './person-on-page.js';
import { addProof, proofIn } from './person-proof.js';
import { hasPlainWord } from './plain-word.js';

export interface PeopleOnPage {
  readonly people: readonly PersonOnPage[];
  /** Person of a value; undefined if nobody named on the page is near it. */
  personOf(value: LabelledValue): PersonOnPage | undefined;
}

const NAMES: ReadonlySet<PersonFact> = new Set(['name', 'givenNames', 'familyName']);
const NAME_HEADING = new RegExp(`^${NAME_WORD}(?: ${PARTICLES}${NAME_WORD}){1,3}$`, 'u');
/** True for a heading that is the name of somebody and nothing else, in whichever list of names it is or not. */
export function isWholeName(title: string): boolean {
  return NAME_HEADING.test(title) && !hasPlainWord(title);
}

/** Shape of a name: no digits, and not far too long. */
const NAME_LIKE = /^[^\d@/:]{2,60}$/;

/** @param isSubjectName - says if an adapter or a separate label makes a value the subject's name */
export function peopleOnPage(
  values: readonly LabelledValue[],
  isSubjectName: (value: LabelledValue) => boolean,
): PeopleOnPage {
  const lists = listsIn(values);
  const parts = [...grouped(values, (value) => partKey(value, lists)).values()].map(
    (inPart): Part => {
      const [{ owner, place, row, visible }] = inPart;
      const isRow = row !== undefined && lists.has(tableKey(inPart[0]));
      const openings = openingsIn(inPart, isSubjectName, isRow);
      return {
        values: inPart,
        owner,
        page: `${place.frame.join('.')}/${visible}`,
        isRow,
        openings,
      };
    },
  );
  const headed = headedPeople(parts);
  const people = mergePeople([...parts.flatMap(({ openings }) => openings), ...headed.values()]);
  const persons = new Map<string, PersonOnPage>();
  const inHeadings = new NamesInHeadings(people);
  const named = new NamedParts(inHeadings);
  for (const part of parts) {
    const besides = part.openings.length > 0 || part.isRow ? undefined : named.personBeside(part);
    part.values.forEach((value, at) => {
      const opening = part.openings.findLast((each) => each.at <= at) ?? part.openings[0];
      const person = opening?.person ?? besides;
      if (!person) return;
      persons.set(value.id, person);
      const fact = factOfLabel(value.label);
      if (opening && fact && !NAMES.has(fact)) person.facts.add(fact);
    });
    named.add(part);
  }
  return { people, personOf: ({ id }) => persons.get(id) };
}

/** Tables with several rows, each of which may be about a separate person. */
function listsIn(values: readonly LabelledValue[]): ReadonlySet<string> {
  const rows = values.filter(({ row }) => row !== undefined);
  return new Set(
    [...grouped(rows, tableKey)].flatMap(([key, cells]) =>
      new Set(cells.map(({ row }) => row?.index)).size > 1 ? [key] : [],
    ),
  );
}

function tableKey({ place, row }: LabelledValue): string {
  return `${place.frame.join('.')}/${row?.table}`;
}

function partKey(value: LabelledValue, lists: ReadonlySet<string>): string {
  const { place, owner, visible, row } = value;
  const inRow = row && lists.has(tableKey(value)) ? `${row.table}/${row.index}` : '';
  return [place.frame.join('.'), visible, inRow, ...owner].join('\n');
}

function openingsIn(
  values: readonly LabelledValue[],
  isSubjectName: (value: LabelledValue) => boolean,
  isRow: boolean,
): readonly Opening[] {
  const [{ owner, visible }] = values as readonly [LabelledValue, ...LabelledValue[]];
  const heading = ownerOfHeadings(owner);
  // Their labels or headings already name the owner.
  if (heading === 'referrer' || heading === 'relatedPersons' || heading === 'other') return [];
  const facts = values.map(({ label }) => factOfLabel(label));
  // A list of names alone may be one of files or of offences.
  if (isRow && !facts.some((fact) => fact !== undefined && !NAMES.has(fact))) return [];
  // A column of the table gives each person's role.
  const isTold = facts.includes('relationship') || facts.includes('role');
  if (values[0]?.row !== undefined && isTold) return [];
  const start = (at: number): Opening => ({
    at,
    labels: new Map(),
    person: {
      words: new Set(),
      facts: new Set(),
      proof: proofIn([]),
      isSubject: heading === 'subject' && !isRow,
      isOutside: isOutside(heading),
      isShown: visible,
    },
  });
  const openings: Opening[] = [];
  values.forEach((value, at) => {
    const fact = factOfLabel(value.label);
    const isSubjects = isSubjectName(value);
    const isName = fact !== undefined && NAMES.has(fact) && value.continues === undefined;
    if (!(isName || isSubjects) || !isNameLike(value.value)) return;
    if (saysNotKnown(value.value, 'subject.familyName')) return;
    const words = wordsOfName(value.value);
    const last = openings.at(-1);
    const label = labelWords(value.label);
    const said = last?.labels.get(label);
    const isOther =
      last !== undefined &&
      (said === undefined
        ? fact === 'name' && last.person.words.size > 1 && !sharesWord(last.person.words, words)
        : said !== value.value || hasSecondOf(values, at));
    const open = last && !isOther ? last : start(at);
    if (open !== last) openings.push(open);
    open.labels.set(label, value.value);
    for (const word of words) open.person.words.add(word);
    open.person.isSubject ||= isSubjects;
  });
  const isSubjectsOwn =
    heading === 'subject' &&
    !owner.some(isNameHeading) &&
    values.some(({ label }) => factOfLabel(label) !== undefined);
  const opened = openings.length === 0 && isSubjectsOwn && !isRow ? [start(0)] : openings;
  for (const { person } of opened)
    for (const word of wordsOfHeading(owner, person.words)) person.words.add(word);
  return opened.filter(({ at, person }, nth) => {
    const end = opened[nth + 1]?.at;
    addProof(person.proof, proofIn(values.slice(nth === 0 ? 0 : at, end)));
    return !isSetting(values.slice(at, end));
  });
}

/** Words of the heading that names somebody in full: *Taz Vael* over *First name: Taz*. */
function wordsOfHeading(owner: readonly string[], said: ReadonlySet<string>): readonly string[] {
  if (said.size === 0) return wordsOfName(owner.findLast(isCaretName) ?? '');
  for (const title of owner) {
    const words = NAME_HEADING.test(title) ? wordsOfName(title) : [];
    if ([...said].every((word) => words.includes(word))) return words;
  }
  return [];
}

/** True for a name, also of an officer with a rank and a number: *PC 2210 Mared Elis*. */
function isNameLike(value: string): boolean {
  return NAME_LIKE.test(value) || isWrittenAsName(value);
}

/** One word without a capital. */
const PLAIN_WORD = /^\p{Ll}+$/u;

/**
 * True for the choice of a filter, *Name: matches*: a plain word that is in no list of names, and no fact about a
 * person after it.
 */
function isSetting([name, ...others]: readonly LabelledValue[]): boolean {
  if (name === undefined || factOfLabel(name.label) !== 'name') return false;
  const text = name.value.trim();
  return (
    PLAIN_WORD.test(text) &&
    !isGivenName(text) &&
    others.every(({ label }) => factOfLabel(label) === undefined)
  );
}

/**
 * True if another value of the next label came before. A mother has her child's surname, so the forename after it is
 * hers.
 */
function hasSecondOf(values: readonly LabelledValue[], at: number): boolean {
  const next = values[at + 1];
  return (
    next !== undefined &&
    NAMES.has(factOfLabel(next.label) ?? 'role') &&
    values.slice(0, at).some((each) => each.label === next.label && each.value !== next.value)
  );
}

function sharesWord(some: ReadonlySet<string>, others: Iterable<string>): boolean {
  return [...others].some((word) => some.has(word));
}

/** People named by a heading, by that heading: *Ewan Vale* over a telephone. */
function headedPeople(parts: readonly Part[]): ReadonlyMap<string, Opening> {
  const headed = new Map<string, Opening>();
  for (const { owner, values, openings } of parts) {
    const name = owner.findLast(isNameHeading);
    if (name === undefined || openings.length > 0 || headed.has(name)) continue;
    const isShown = values.some(({ visible }) => visible);
    headed.set(name, {
      at: 0,
      labels: new Map(),
      person: {
        words: new Set(wordsOfName(name)),
        facts: new Set(),
        proof: proofIn([]),
        isSubject: false,
        isOutside: isOutside(ownerOfHeadings(owner)),
        isShown,
      },
    });
  }
  return headed;
}

const isNameHeading = remembered((title): boolean => {
  const [first = ''] = title.split(' ');
  // Compared in lower case, so that *Mark complete* and *May* name nobody.
  return NAME_HEADING.test(title) && isGivenName(first.toLowerCase());
});
