/** Owners of the lines of a form, where a line above names them: a numbered section, a letterhead, a contact. */
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { factOfLabel } from '../name/fact-of-label.js';

/** `Section 1`, `Part B`: the label of a heading, and of no value. */
const SECTION = /^(?:section|part|annex|appendix)\s+(?:\d{1,2}|[A-Z]|[ivx]{1,4})$/i;
/** `Section A – `, `2.`, `C)`: what a form puts before the words of a heading. */
const NUMBERED =
  /^(?:(?:section|part|annex|appendix)\s+(?:\d{1,2}|[A-Z]|[ivx]{1,4})|\d{1,2}[.)]|[A-Z][.)])\s*[-–—:.]?\s+(?=\p{L})/iu;
/** Words of a law: `Section 1: Unauthorised access to computer material` is one. */
const OF_LAW = /\b(?:act|unauthori[sz]ed|misuse|impair\w*|intent|law|legislation)\b/i;
const LONGEST_SECTION = 60;

/** The words of a numbered section's heading, which are in the place of a value: `Section 1: Referrer`. */
export function sectionOf(label: string, value: string): string | undefined {
  const isHeading =
    SECTION.test(label) && value !== '' && value.length <= LONGEST_SECTION && !OF_LAW.test(value);
  return isHeading ? value.trim() : undefined;
}

/** A heading without the number of its section. */
export function withoutNumber(heading: string): string {
  return OF_LAW.test(heading) ? heading : heading.replace(NUMBERED, '');
}

/** Labels of a person to contact, without a word that says who that is. */
const CONTACT = /^(?:(?:main|first|best|primary|named|home|key) )?contact(?: (?:name|person|\d))?$/;
/** A title, or two words with capitals and a relation: a way of contact, *email* or *by phone*, is nobody. */
const SOMEBODY =
  /^(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.? \p{Lu}|\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)[^\d@]*$/u;
const RELATION = new RegExp(
  `(?<!\\p{L})(?:${dictionary.composite.relations.join('|')})(?!\\p{L})`,
  'iu',
);

/**
 * The heading that a line with somebody to contact is over the lines of contact below it: `Contact: Mrs Wren (mum)`;
 * undefined if the line names nobody.
 */
export function contactHeading(label: string, value: string): string | undefined {
  if (!CONTACT.test(labelWords(label)) || !SOMEBODY.test(value.trim())) return undefined;
  const relation = RELATION.exec(value)?.[0];
  return relation === undefined ? OTHER_CONTACT : `Contact (${relation.toLowerCase()})`;
}

/** A heading over somebody whose place in the matter is not said: what is below it is nobody's. */
const OTHER_CONTACT = 'Professional contact';

/** True for a label of a way to reach somebody, whoever it is. */
export function isWayOfContact(label: string): boolean {
  const fact = factOfLabel(label);
  return fact === 'phones' || fact === 'emails' || fact === 'relationship';
}

const LETTERHEAD = /^\s*(?:tel|telephone|phone|fax|e-?mail|web|website)\s*[.:]/i;
const ANY_LABEL = /^\s*\p{L}[\p{L} .’'/()-]{0,40}:\s*\S/u;
const SALUTATION = /^\s*(?:dear|to whom it may concern)\b/i;

/** Number of lines over a letter that are its letterhead; zero if a line there is of a form. */
export function letterheadLines(lines: readonly string[]): number {
  const dear = lines.findIndex((line) => SALUTATION.test(line));
  // The letterhead alone, where the letter below it was read apart.
  const isAlone = dear < 0 && ORGANISATION.test(lines.find((line) => line.trim() !== '') ?? '');
  const end = isAlone && !lines.some(isOfPerson) ? lines.length : dear;
  const over = end < 0 ? [] : lines.slice(0, end);
  const isLetterhead = over.some((line) => LETTERHEAD.test(line)) && over.length <= LONGEST_HEAD;
  const first = over.findIndex((line) => LETTERHEAD.test(line));
  // A form that begins with a name is about somebody.
  const isForm = over.slice(0, first).some((line) => isOfPerson(line));
  return isLetterhead && !isForm ? end : 0;
}

/** A line in capitals, which is over a letter. */
const ORGANISATION = /^\s*\p{Lu}[\p{Lu} &’'.,-]{5,60}$/u;
const LONGEST_HEAD = 20;

function isOfPerson(line: string): boolean {
  if (!ANY_LABEL.test(line)) return false;
  const fact = factOfLabel(line.split(':', 1)[0] ?? '');
  return fact === 'name' || fact === 'givenNames' || fact === 'familyName' || fact === 'bornOn';
}

const ADDRESS_TOO = /\be-?mail\s*:/i;

/** True for a line with a number and an address, where no line above it is of a person. */
export function isLetterheadAlone(line: string, above: readonly string[]): boolean {
  return LETTERHEAD.test(line) && ADDRESS_TOO.test(line.slice(6)) && !above.some(isOfPerson);
}

/** True for a line of a letterhead with the organisation's number or address. */
export function isLetterheadContact(line: string): boolean {
  return LETTERHEAD.test(line);
}
