/** One cell can hold several numbers and addresses, and not all of one person: `07700 900415 (mum's: 07700 900416)`. */
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { readValue } from './reader.js';
import { separate, type ValuePart } from './separate.js';

const SEPARATOR = /\r?\n|[;,|]| \/ |\s(?:and|or|&)\s/g;
const BRACKET = /\(([^()]*)\)/g;
const RELATIONS = new Set(dictionary.composite.relations.map(labelWords));

/** Where a number and an email address go, by the path whose text they stand in. */
const PAIRS: Partial<Record<FieldPath, readonly [phone: FieldPath, email: FieldPath]>> = {
  'subject.phones[]': ['subject.phones[]', 'subject.emails[]'],
  'subject.emails[]': ['subject.phones[]', 'subject.emails[]'],
  'referrer.phone': ['referrer.phone', 'referrer.email'],
  'referrer.email': ['referrer.phone', 'referrer.email'],
  'relatedPersons[].phones[]': ['relatedPersons[].phones[]', 'relatedPersons[].emails[]'],
  'relatedPersons[].emails[]': ['relatedPersons[].phones[]', 'relatedPersons[].emails[]'],
};

/** The parts of a text under a telephone or email label; the whole text when nothing in it could be read. */
export function splitContact(path: FieldPath, raw: string): readonly ValuePart[] {
  const pair = PAIRS[path];
  if (!pair || readValue(pair[0] === path ? 'phone' : 'email', raw).ok) return [{ path, raw }];
  const parts: ValuePart[] = [];
  let rest = raw;
  for (const [bracket, inside = ''] of raw.matchAll(BRACKET)) {
    const part = otherPersons(inside.trim());
    if (!part) continue;
    parts.push(part);
    // The bracket is spoken for; a line break stands in for it so that what is left is still cut from the text.
    rest = rest.replace(bracket, '\n');
  }
  const own = separate(rest, SEPARATOR).map(
    (piece) => otherPersons(piece) ?? { path: contactPath(pair, piece), raw: piece },
  );
  const read = own.filter((part) => part.path !== undefined);
  if (read.length === 0 && parts.length === 0) return [{ path, raw }];
  // What could not be read stays under the label's own path, and says so.
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

/** `mum's: 07700 900416`, `Father 07700 900416`: a number that says itself that it is somebody else's. */
function otherPersons(text: string): (ValuePart & { readonly path: FieldPath }) | undefined {
  const [, word = '', rest = ''] =
    /^([\p{L}’']+(?: [\p{L}’']+)?)\s*[:=-]?\s+(\S.*)$/u.exec(text) ?? [];
  const person = labelWords(word).replace(/ (?:is|on|tel|mobile|phone|number)$/, '');
  if (!RELATIONS.has(person)) return undefined;
  const path = contactPath(['relatedPersons[].phones[]', 'relatedPersons[].emails[]'], rest);
  return path && { path, raw: rest, person };
}
