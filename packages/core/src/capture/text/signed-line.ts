/** Lines that only a signature has: a name with a role, a place of work or a telephone below it, after some telling. */
import { labelWords } from '../field/fold-label.js';
import { ownerOfHeading } from '../field/label-dictionary.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { namesNobody } from '../read/split-person.js';
import { EMAIL, NAME, PHONE } from '../read/text-pattern.js';

/** Fewest letters of a message before its signature. */
export const TELLING = 40;
const LONGEST = 90;
const MOST_WORDS = 5;
const SENTENCE = /[.!?:;]\s*$/;

/** A name with what stands beside it: `Helen Marchbank BSc (Hons)`, `Helen Marchbank | DSL | Thornfield Academy`. */
const NAME_FIRST = new RegExp(
  `^(${NAME})((?:\\s*\\([^()]{1,30}\\)|\\s+[A-Z]\\p{L}{1,4}(?=[\\s(]|$))*)(?:\\s*[|,–-]\\s*(.*))?$`,
  'u',
);
/** One to five words with capitals: `Helen`, `H. Marchbank`. */
const CAPITALS = /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+\p{Lu}[\p{L}\p{M}.’'-]*){0,4}$/u;

const RELATIONS: ReadonlySet<string> = new Set(dictionary.composite.relations);
const REACHES = new RegExp(`(?:${PHONE}|${EMAIL})`, 'i');
/** Labels of a way to reach somebody that do not say whom. */
const BARE =
  /^(?:(?:work|office|direct|school|contact|my|best)\s+)?(?:t|m|e|d|w|p|tel|telephone|tele?phone (?:number|no)|tel (?:number|no)|phone|phone (?:number|no)|mobile|mob|mobile (?:number|no)|cell|landline|direct|direct (?:line|dial|number)|ddi?|ext|extension|line|number|no|e-?mail|e-?mail address|contact(?: (?:number|no|details|tel))?)\.?$/i;

/** True for a label such as *Tel* or *Email*, which does not say whose it is. */
export function isBareContact(label: string): boolean {
  return BARE.test(label.trim());
}

/** True for a line with a telephone or an address under a bare label, or alone. */
function isContact(line: string): boolean {
  const found = REACHES.exec(line);
  if (!found) return false;
  const label = line.slice(0, found.index).replace(/[\s:.,|–-]+$/, '');
  return label.trim() === '' || isBareContact(label);
}

/** True for words of a role or of a place of work and nothing else: `DSL, Thornfield Academy`. */
function isWork(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > LONGEST || SENTENCE.test(text) || /\d{3}/.test(text))
    return false;
  const pieces = text.split(/\s*[|,]\s*|\s[-–]\s/).filter((piece) => piece !== '');
  const words = labelWords(pieces[0] ?? '');
  return (
    pieces.every((piece) => piece.split(/\s+/).length <= MOST_WORDS * 2) &&
    namesNobody(words.split(' ')) &&
    !RELATIONS.has(words)
  );
}

/**
 * True if a signature begins in a line.
 *
 * @param told - letters of the message before it
 */
export function beginsSignature(lines: readonly string[], at: number, told: number): boolean {
  const line = (lines[at] ?? '').trim();
  if (line === '' || line.length > LONGEST * 2 || SENTENCE.test(line)) return false;
  const next = (lines[at + 1] ?? '').trim();
  const [, name, , beside = ''] = NAME_FIRST.exec(line) ?? [];
  if (name !== undefined && beside === '' && isRole(next)) return true;
  if (told < TELLING) return false;
  if (name !== undefined && (isWork(beside) || isWork(next))) return true;
  const below = next === '' ? (lines[at + 2] ?? '').trim() : next;
  const isName = name !== undefined || (CAPITALS.test(line) && ownerOfHeading(line) === undefined);
  return isName && beside === '' && isContact(below);
}

function isRole(line: string): boolean {
  if (line.length > LONGEST || /[:=\t]/.test(line)) return false;
  const owner = ownerOfHeading(line);
  return owner === 'referrer' || owner === 'otherPerson';
}
