/**
 * The people whom the sentences of a draft are about. One is the subject; of several, each keeps what the text says of
 * them, and the officer says which of them the draft is about.
 */
import { isRelated } from '../adapter/row-index.js';
import { type FieldPath, ownerOf } from '../field/field-path.js';
import { sensitivityOf } from '../field/sensitivity-of.js';
import { wordsOfName } from '../name/named-part.js';
import { isSameName } from '../text/told-person.js';
import type { ProposedRow } from './draft-row.js';
import { ofSeveral, saysSeveral } from './of-several.js';

/** Key of the list of people that texts are about, see `DraftRow.listed`: the same person in two texts is one. */
const LIST = 'told';

interface Told {
  readonly names: string[];
  /** The row with the fullest name; absent where a label of the page gives the name. */
  best?: ProposedRow;
}

/**
 * The rows with one name for each person. Where the page itself names the subject, a name in a sentence is the
 * subject's only if it is the same; where sentences name several people, nothing is anybody's until one is chosen.
 */
export function settleTold(rows: readonly ProposedRow[]): readonly ProposedRow[] {
  const known = knownName(rows);
  const people = known === undefined ? peopleTold(rows) : [{ names: [known] }];
  const personOf = (name: string): Told | undefined =>
    people.find(({ names }) => names.some((each) => isSameName(each, name)));
  const isOfSeveral = people.length > 1 || (known === undefined && saysSeveral(rows));
  const seen = new Set<string>();
  return rows.flatMap((each): readonly ProposedRow[] => {
    const { row, subject } = each;
    if (!row.freeText || row.path === undefined) return [isOfSeveral ? ofSeveral(each) : each];
    const person = subject === undefined ? undefined : personOf(subject);
    // Of two children, a mother is hers of whom the text says so.
    if (isRelated(row)) {
      if (!person && (subject !== undefined || people.length > 1)) return [unnamed(each)];
      return [person && people.length > 1 ? listedOf(each, person) : each];
    }
    if (ownerOf(row.path) !== 'subject') return [each];
    if (row.path === 'subject.name' && subject !== undefined)
      if (person?.best !== each && !isWord(row.value, known)) return [];
    if (subject !== undefined && !person) return [unnamed(each)];
    if (people.length < 2) return [each];
    // A school that the text gives without a name may be everybody's.
    if (!person) return row.path === 'subject.school' ? [each] : [unnamed(each)];
    const key = JSON.stringify([row.path, person.names[0], row.value]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [listedOf(each, person)];
  });
}

function listedOf(each: ProposedRow, { best }: Told): ProposedRow {
  const name = JSON.stringify([best?.row.value]);
  return { ...each, row: { ...each.row, listed: { list: LIST, row: name, starts: 'leave' } } };
}

/** The name that a label gives the subject, if one does. */
function knownName(rows: readonly ProposedRow[]): string | undefined {
  const saidOf = (path: FieldPath): string | undefined =>
    rows.find(({ row, subject }) => row.path === path && subject === undefined && !row.notKnown)
      ?.row.value;
  const parts = [saidOf('subject.givenNames'), saidOf('subject.familyName')];
  const said = parts.filter((part) => part !== undefined).join(' ');
  return saidOf('subject.name') ?? (said === '' ? undefined : said);
}

function peopleTold(rows: readonly ProposedRow[]): readonly Told[] {
  const others = rows.flatMap(({ row }) =>
    row.path === 'referrer.name' || row.path === 'relatedPersons[].name' ? [row.value] : [],
  );
  const people: Told[] = [];
  for (const each of rows) {
    const { row, subject } = each;
    if (row.path !== 'subject.name' || subject === undefined) continue;
    if (others.some((other) => isWholly(other, subject))) continue;
    const person = people.find(({ names }) => names.some((name) => isSameName(name, subject)));
    if (!person) people.push({ names: [subject], best: each });
    else {
      person.names.push(subject);
      if (lengthOf(each) > (person.best ? lengthOf(person.best) : 0)) person.best = each;
    }
  }
  return people;
}

/** True if both are whole names of one person: a mother has the surname of her child. */
function isWholly(one: string, other: string): boolean {
  return [one, other].every((name) => wordsOfName(name).length > 1) && isSameName(one, other);
}

function lengthOf({ row }: ProposedRow): number {
  return wordsOfName(row.value).length;
}

function isWord(value: string, known: string | undefined): boolean {
  return known !== undefined && wordsOfName(value).join(' ') === wordsOfName(known).join(' ');
}

/** The row as a value that is nobody's until the officer says. */
function unnamed(each: ProposedRow): ProposedRow {
  const { either: _, platform: __, ...row } = each.row;
  const bare = {
    path: undefined,
    value: row.raw,
    issues: [],
    sensitivity: sensitivityOf(undefined),
  };
  return { ...each, row: { ...row, ...bare } };
}
