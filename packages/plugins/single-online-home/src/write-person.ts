/** Writes a person into the file: names as on record, and the entities linked to them. Nothing is split by guessing. */
import { type FieldPath, type FieldValues, fieldOf } from '@cyber-prevent/core/plugin';
import { issueOf } from './issue.js';
import { type AttributeRow, mapping, type Owner, rowsOf } from './mapping.js';
import {
  type Attributes,
  approvedTexts,
  fits,
  link,
  linkTo,
  onlyOne,
  type Resource,
  resourceOf,
  rowsFor,
  tooLong,
  type Writing,
} from './writing.js';

type PersonOwner = Exclude<Owner, 'report'>;

/** A text of an identifier with its platform, in the model's form of both. */
export interface Account {
  readonly text: string;
  readonly platform: string | undefined;
}

/** The person's resource; undefined if nothing about them may be sent. */
export function writePerson(
  writing: Writing,
  as: PersonOwner,
  values: FieldValues,
  accounts: readonly Account[] = [],
): Resource | undefined {
  const before = writing.included.length;
  const person = resourceOf(writing, 'person');
  Object.assign(person.attributes, nameAttributes(writing, as, values));
  for (const row of rowsFor('person', as))
    writeAttribute(writing, person.attributes, row, as, textsFor(writing, row, as, values));
  for (const type of ['location', 'business']) writeThing(writing, person, type, as, values);
  writeEach(
    writing,
    person,
    'telephone',
    mapping.joined.telephone[as],
    values,
    telephoneAttributes,
  );
  const [email] = rowsFor('email', as);
  writeEach(writing, person, 'email', email?.paths?.[as], values, (text) =>
    oneOf(writing, email, text),
  );
  writeAccounts(writing, person, as, accounts);
  if (Object.keys(person.attributes).length > 0 || Object.keys(person.relationships).length > 0)
    return person;
  writing.included.length = before;
  return undefined;
}

function textsFor(
  writing: Writing,
  row: AttributeRow,
  as: Owner,
  values: FieldValues,
): readonly string[] {
  const path = row.paths?.[as];
  return path === undefined ? [] : approvedTexts(writing, path, values[path] ?? []);
}

/** Writes one text under one attribute; codes by their meaning. */
function writeAttribute(
  writing: Writing,
  attributes: Attributes,
  row: AttributeRow,
  as: Owner,
  texts: readonly string[],
): void {
  const [text] = texts;
  const path = row.paths?.[as];
  if (text === undefined || path === undefined) return;
  const { label } = fieldOf(path);
  if (texts.length > 1) onlyOne(writing, label, texts.length - 1);
  const code = row.codes && mapping[row.codes].find((each) => each.label === text)?.code;
  if (row.codes && code === undefined)
    writing.leftOut.push(
      issueOf(
        'code-not-of-the-model',
        `${label} was not written: the model has no code for it`,
        writing.at,
      ),
    );
  else if (!fits(row, text)) tooLong(writing, label, row.max ?? 0);
  else attributes[row.name] = code ?? text;
}

/** The parts of the name if both are on record; otherwise the whole, marked as not split. */
function nameAttributes(writing: Writing, as: PersonOwner, values: FieldValues): Attributes {
  const path = mapping.joined.name[as];
  if (path === undefined) return {};
  const [givenRow] = rowsOf('person', 'given');
  const [familyRow] = rowsOf('person', 'family');
  const [unparted] = rowsOf('person', 'unparted');
  if (!givenRow || !familyRow || !unparted) return {};
  const of = (each: FieldPath) => approvedTexts(writing, each, values[each] ?? []);
  const [whole] = of(path);
  const [given] = as === 'subject' ? of('subject.givenNames') : [];
  const [family] = as === 'subject' ? of('subject.familyName') : [];
  if (given !== undefined && family !== undefined && fits(familyRow, family)) {
    const names = pieces(givenRow, given);
    if (names) {
      if (whole !== undefined && whole !== `${given} ${family}`)
        writing.leftOut.push(
          issueOf(
            'name-differs',
            'The whole name was not written: it says something other than given and family name together, and those were',
            writing.at,
          ),
        );
      return { [givenRow.name]: names, [familyRow.name]: family };
    }
  }
  if (whole === undefined) return {};
  const names = pieces(givenRow, whole);
  if (!names) {
    tooLong(writing, fieldOf(path).label, givenRow.max ?? 0);
    return {};
  }
  writing.leftOut.push(
    issueOf(
      'name-not-parted',
      `${fieldOf(path).label} was written as one name: the family name is not recorded separately, or does not fit`,
      writing.at,
    ),
  );
  return { [givenRow.name]: names, [unparted.name]: true };
}

/** The pieces of a name: one too long for one place of the list takes several, word by word. */
function pieces(row: AttributeRow, name: string): readonly string[] | undefined {
  if (fits(row, name)) return [name];
  const words = name.split(' ');
  return words.every((word) => word !== '' && fits(row, word)) ? words : undefined;
}

/** A place or a business; the record has at most one of each. */
function writeThing(
  writing: Writing,
  person: Resource,
  type: string,
  as: PersonOwner,
  values: FieldValues,
): void {
  const attributes: Attributes = {};
  for (const row of rowsFor(type, as))
    writeAttribute(writing, attributes, row, as, textsFor(writing, row, as, values));
  writeLinked(writing, person, type, attributes);
}

function writeEach(
  writing: Writing,
  person: Resource,
  type: string,
  path: FieldPath | undefined,
  values: FieldValues,
  attributesOf: (text: string) => Attributes,
): void {
  if (path === undefined) return;
  for (const text of approvedTexts(writing, path, values[path] ?? []))
    writeLinked(writing, person, type, attributesOf(text));
}

/** Only a number with its country code in front is a full one. */
function telephoneAttributes(text: string): Attributes {
  const [row] = rowsOf('telephone', text.startsWith('+') ? 'full' : 'number');
  return row ? { [row.name]: text } : {};
}

function oneOf(writing: Writing, row: AttributeRow | undefined, text: string): Attributes {
  if (!row) return {};
  if (fits(row, text)) return { [row.name]: text };
  tooLong(writing, 'Email address', row.max ?? 0);
  return {};
}

function writeAccounts(
  writing: Writing,
  person: Resource,
  as: PersonOwner,
  accounts: readonly Account[],
): void {
  const [row] = rowsFor('socialMedia', as);
  const path = row?.paths?.[as];
  const [platformRow] = rowsOf('socialMedia', 'platform');
  if (!row || path === undefined) return;
  const allowed = approvedTexts(
    writing,
    path,
    accounts.map(({ text }) => text),
  );
  if (allowed.length === 0) return;
  for (const { text, platform } of accounts) {
    if (!fits(row, text)) tooLong(writing, fieldOf(path).label, row.max ?? 0);
    else
      writeLinked(writing, person, row.type, {
        [row.name]: text,
        ...(platform !== undefined && platformRow ? { [platformRow.name]: platform } : {}),
      });
  }
}

function writeLinked(
  writing: Writing,
  person: Resource,
  type: string,
  attributes: Attributes,
): void {
  const relationship = linkTo(type);
  if (relationship === undefined || Object.keys(attributes).length === 0) return;
  const resource = resourceOf(writing, type);
  Object.assign(resource.attributes, attributes);
  link(person, relationship, resource);
}
