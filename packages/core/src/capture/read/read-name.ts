/**
 * Names of people. Only three shapes show which part is the family name: `SURNAME, Forename`, `SURNAME^FORENAME` and
 * capitals. Any other name is kept as written: guessing gets `Khan Imran`, `van der Vael` and `O’Connell-Vael` wrong.
 */
import { failed, passed } from '../../shared/issue.js';
import { isParticle } from '../field/name-shape.js';
import { deviceName, isDeviceName } from './device-name.js';
import { isDirectoryName, personInDirectory } from './directory-name.js';
import { tidyLine } from './read-text.js';
import type { Reader } from './reader-type.js';

export interface NameParts {
  /** The whole name in the order in which it is said, capitals as written. */
  readonly full: string;
  readonly title?: string;
  readonly given?: string;
  readonly family?: string;
}

const TITLE = /^(mr|mrs|ms|miss|mx|dr|prof|rev|sir)\.?$/i;

export const readName: Reader = (text) => {
  // An entry of a directory has one person, if any; its other parts are places in it.
  const said = isDirectoryName(text) ? (personInDirectory(text) ?? '') : text;
  const { full } = nameParts(withoutFacts(said));
  if (!/\p{L}/u.test(full) || /@|:\/\/|\^/.test(full))
    return failed({
      code: 'name-unreadable',
      message: 'This does not read as a name. Enter the name.',
      severity: 'warning',
    });
  return passed({ value: full });
};

/** Facts about a person after the name: `, 14yo, DOB unknown`, ` DOB 3.3.85`, ` 13/9/12`. */
const FACTS =
  /\s*[,;([–-]?\s*(?:(?<![\p{L}\d])(?:d\.?o\.?b\b|date of birth|born(?= (?:on )?\d)|aged? \d)|(?<![\p{L}\d])\d{1,2}\s?(?:y\/?o|yrs?|years?)\b|(?<![\p{L}\d])\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|(?:[,;]|(?<=\s)\()\s*\d{1,2}\s*(?:[),;]|$)).*$/isu;

/** The name alone; a text that begins with facts stays whole. */
function withoutFacts(text: string): string {
  const name = text.replace(FACTS, '');
  return /\p{L}{2}/u.test(name) ? name : text;
}

/** Splits a name only where capitals show how: `VAEL, Morgan (M)` and `Mr J VAEL`. Otherwise only `full` is known. */
export function nameParts(text: string): NameParts {
  const tidy = tidyLine(text).replace(/\s*\((m|f|male|female|u|x)\)$/i, '');
  const device = isDeviceName(tidy) ? deviceName(tidy) : undefined;
  if (device) {
    const { title, given, family, suffix } = device;
    const said = [title, given, family, suffix].filter((part) => part !== undefined);
    return { full: said.join(' '), ...(title === undefined ? {} : { title }), given, family };
  }
  const inverted = /^([^,]+),\s*([^,]+)$/.exec(tidy);
  if (inverted?.[1] && inverted[2] && isCapitals(inverted[1])) {
    const family = inverted[1].trim();
    const words = inverted[2].trim().split(' ');
    const title = words.length > 1 && TITLE.test(words[0] ?? '') ? words.shift() : undefined;
    const given = words.join(' ');
    return {
      full: [title, given, family].filter((part) => part !== undefined).join(' '),
      ...(title === undefined ? {} : { title }),
      given,
      family,
    };
  }
  const words = tidy.split(' ');
  const title = words.length > 1 && TITLE.test(words[0] ?? '') ? words.shift() : undefined;
  const family = words.at(-1) ?? '';
  const given = words.slice(0, -1);
  // Capitals mean something only if the rest of the name is not in capitals too; an initial proves neither.
  const split =
    given.length > 0 &&
    family.length > 1 &&
    isCapitals(family) &&
    given.every((word) => word.length <= 2 || !isCapitals(word));
  return {
    full: tidy,
    ...(title === undefined ? {} : { title }),
    ...(split ? { given: given.join(' '), family } : {}),
  };
}

/** True of SURNAME, O’CONNELL-VAEL, McVAEL and ap DAFYDD: capitals, except the small letters of Mc, Mac and de. */
export function isCapitals(text: string): boolean {
  const bare = text
    .replace(/\b(?:Mc|Mac|Fitz)(?=\p{Lu})/gu, '')
    .replace(/(?<![\p{L}’'])\p{Ll}{1,5}(?=[ -])/gu, (word) => (isParticle(word) ? '' : word));
  return /\p{Lu}/u.test(bare) && !/\p{Ll}/u.test(bare);
}
