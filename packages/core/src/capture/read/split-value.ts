/**
 * The facts in one text: a list under one label is several rows, and a line about a person is a name and the words next
 * to it.
 */
import { type FieldPath, fieldOf } from '../field/field-path.js';
import { isDirectoryName } from './directory-name.js';
import { withoutSeen } from './read-handle.js';
import { isCapitals } from './read-name.js';
import { readValue } from './reader.js';
import { separate, type ValuePart } from './separate.js';
import { splitContact } from './split-contact.js';
import { splitPerson, splitSubject } from './split-person.js';
import { splitSchool } from './split-school.js';

/** Longest list: longer text is an account, and is not worth searching for one. */
const MAX_LENGTH = 4_000;
const LINES = /\r?\n|;/g;
const LIST = /\r?\n|\s\/\s|[;,](?!\s*\(?(?:first|last) seen)/g;
const DATES = /\r?\n|[;,]|\s(?:and|&)\s/g;
/** Most words of a piece: a longer one is a sentence, and its commas do not separate a list. */
const MOST_WORDS = 6;

/** Cuts a text by what its path can hold; a text that is one value is returned whole. */
export function splitValue(path: FieldPath, raw: string): readonly ValuePart[] {
  const { read, many = false } = fieldOf(path);
  // The commas of a directory's entry part places, and not facts.
  if (raw.length > MAX_LENGTH || isDirectoryName(raw)) return [{ path, raw }];
  if (path === 'referrer.name' || path === 'relatedPersons[].name') return splitPerson(path, raw);
  if (path === 'subject.name') return splitSubject(raw);
  if (read === 'phone' || read === 'email') return splitContact(path, raw);
  if (path === 'subject.school') return splitSchool(raw);
  if (!many) return [{ path, raw }];
  if (read === 'ukDate')
    return listed(path, raw, DATES, (piece) => readValue(read, piece, { path }).ok);
  if (path === 'subject.aliases[]') return aliases(raw);
  const isShort = (piece: string) => withoutSeen(piece).split(/\s+/).length <= MOST_WORDS;
  if (read === 'handle') return listed(path, raw, LIST, isShort);
  return listed(path, raw, LINES, () => true);
}

/** Parts of a list of aliases: a nickname that names its platform is an online identifier, in any field. */
function aliases(raw: string): readonly ValuePart[] {
  const pieces =
    /^[^,]+,[^,]+$/.test(raw) && isCapitals(raw.split(',', 1)[0] ?? '')
      ? [raw]
      : separate(raw, LIST);
  if (pieces.length === 0) return [{ path: 'subject.aliases[]', raw }];
  return pieces.map((piece) => {
    const handle = readValue('handle', piece);
    const isHandle = handle.ok && handle.value.platform !== undefined;
    return {
      path: isHandle ? 'subject.onlineIdentifiers[].asSeen' : 'subject.aliases[]',
      raw: piece,
    };
  });
}

function listed(
  path: FieldPath,
  raw: string,
  separator: RegExp,
  fits: (piece: string) => boolean,
): readonly ValuePart[] {
  const pieces = separate(raw, separator);
  if (pieces.length < 2 || !pieces.every(fits)) return [{ path, raw }];
  return pieces.map((piece) => ({ path, raw: piece }));
}
