/** One cell can hold several numbers and addresses, not all of one person: `07700 900415 (mum's: 07700 900416)`. */
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { readValue } from './reader.js';
import { separate, type ValuePart } from './separate.js';

const SEPARATOR = /\r?\n|[;,|]| \/ |\s(?:and|or|&)\s/g;
const BRACKET = /\(([^()]*)\)/g;
const RELATIONS = new Set(dictionary.composite.relations.map(labelWords));

/** Paths of a number and an email address, by the path of the text that contains them. */
const PAIRS: Partial<Record<FieldPath, readonly [phone: FieldPath, email: FieldPath]>> = {
  'subject.phones[]': ['subject.phones[]', 'subject.emails[]'],
  'subject.emails[]': ['subject.phones[]', 'subject.emails[]'],
  'referrer.phone': ['referrer.phone', 'referrer.email'],
  'referrer.email': ['referrer.phone', 'referrer.email'],
  'relatedPersons[].phones[]': ['relatedPersons[].phones[]', 'relatedPersons[].emails[]'],
  'relatedPersons[].emails[]': ['relatedPersons[].phones[]', 'relatedPersons[].emails[]'],
};

/** The parts of a text under a telephone or email label; the whole text if none of it could be read. */
export function splitContact(path: FieldPath, raw: string): readonly ValuePart[] {
  const pair = PAIRS[path];
  if (!pair || readValue(pair[0] === path ? 'phone' : 'email', raw).ok) return [{ path, raw }];
  const parts: ValuePart[] = [];
  let rest = raw;
  for (const [bracket, inside = ''] of raw.matchAll(BRACKET)) {
    const part = otherPersons(inside.trim());
    if (!part) continue;
    parts.push(part);
    // The bracket is done; a line break replaces it, so that the remaining pieces are still exact parts of the text.
    rest = rest.replace(bracket, '\n');
  }
  const own = separate(rest, SEPARATOR).map(
    (piece) => otherPersons(piece) ?? { path: contactPath(pair, piece), raw: piece },
  );
  const read = own.filter((part) => part.path !== undefined);
  if (read.length === 0 && parts.length === 0) return [{ path, raw }];
  // A piece that could not be read stays under the label's own path, with an issue.
  return [...own.map((part) => ({ ...part, path: part.path ?? path })), ...parts];
}

/** The kind of contact that a text is by itself, or undefined. */
export function contactPath(
  [phone, email]: readonly [FieldPath, FieldPath],
  text: string,
): FieldPath | undefined {
  if (readValue('phone', text).ok) return phone;
  return readValue('email', text).ok ? email : undefined;
}

/** A number that names another owner: `mum's: 07700 900416`, `Father 07700 900416`. */
function otherPersons(text: string): (ValuePart & { readonly path: FieldPath }) | undefined {
  const [, word = '', rest = ''] =
    /^([\p{L}’']+(?: [\p{L}’']+)?)\s*[:=-]?\s+(\S.*)$/u.exec(text) ?? [];
  const person = labelWords(word).replace(/ (?:is|on|tel|mobile|phone|number)$/, '');
  if (!RELATIONS.has(person)) return undefined;
  const path = contactPath(['relatedPersons[].phones[]', 'relatedPersons[].emails[]'], rest);
  return path && { path, raw: rest, person };
}
