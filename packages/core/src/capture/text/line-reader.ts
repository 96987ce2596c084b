/** Lines of a text, each under its label and its heading; the lines without a label are notes. */
import { ON_LABEL, WROTE_LABEL, wroteLine } from '../../page/label/line/wrote-line.js';
import { ownerOfHeading, type PersonFact } from '../field/label-dictionary.js';
import { factOfLabel } from '../name/fact-of-label.js';
import { surePath } from '../name/suggest-path.js';
import {
  contactHeading,
  isLetterheadAlone,
  isLetterheadContact,
  isWayOfContact,
  letterheadLines,
  sectionOf,
  withoutNumber,
} from './line-owner.js';
import { isGreeting } from './message.js';
import { beginsSignature, isBareContact, TELLING } from './signed-line.js';
import { filledCells, headsOf, isRow, pairsOfRow } from './text-row.js';
import { isClosing, isNameOf } from './text-signature.js';

/** Label for text without one. */
export const NOTE = 'Text';
/** Label for a message that another one quotes. */
export const EARLIER = 'Earlier message';

export interface ReadLines {
  readonly label: string;
  readonly owner: readonly string[];
  readonly lines: string[];
  /** Set if it is under the heads of columns. */
  readonly row?: { readonly table: number; readonly index: number };
}

/** Facts in the signature of a message, which are its writer's. */
const WRITERS: ReadonlySet<PersonFact | undefined> = new Set([
  'phones',
  'emails',
  'address',
  'addressLine',
  'postcode',
  'role',
  'organisation',
  undefined,
] as const);

export class LineReader {
  readonly found: ReadLines[] = [];
  readonly headings: string[] = [];
  readonly #outer: readonly string[];
  #owner: readonly string[];
  #open: ReadLines | undefined;
  #heads: readonly string[] | undefined;
  #rowCount = 0;
  #writer = '';
  #isSigned = false;
  /** Heading over the ways to reach the person whom the line above them names. */
  #contact: string | undefined;
  #letterhead = 0;
  /** Letters of the message so far that are under no label. */
  #told = 0;
  /** Set once a label of the message gave a fact about a person. */
  #isForm = false;

  /** @param owner - headings over the whole text */
  constructor(owner: readonly string[]) {
    this.#outer = owner;
    this.#owner = owner;
  }

  /** Begins a message: no label, heading or column of the one before goes on. @param from - as its header has it */
  begin(from = ''): void {
    this.#open = undefined;
    this.#heads = undefined;
    this.#owner = this.#outer;
    this.#isSigned = false;
    this.#writer = from;
    this.#contact = undefined;
    this.#told = 0;
    this.#isForm = false;
  }

  /** Takes a message whole, with its marks of quotation. */
  quote(lines: readonly string[]): void {
    this.found.push({ label: EARLIER, owner: this.#outer, lines: [...lines] });
  }

  /** Takes the lines over a message: its header, or the words that say who wrote it and when. */
  introduce(lines: readonly string[]): void {
    const wrote = wroteLine(lines.map((line) => line.trim()).join(' '));
    if (!wrote) {
      this.read(lines);
      this.#isForm = false;
      return;
    }
    this.found.push({ label: ON_LABEL, owner: this.#outer, lines: [wrote.sent] });
    this.found.push({ label: WROTE_LABEL, owner: this.#outer, lines: [wrote.from] });
  }

  read(lines: readonly string[]): void {
    this.#letterhead = letterheadLines(lines);
    for (const [at, line] of lines.entries()) this.#readLine(line, lines, at);
  }

  #readLine(line: string, lines: readonly string[], at: number): void {
    const next = lines[at + 1] ?? '';
    if (isRow(line)) {
      this.#readRow(line, next);
      return;
    }
    this.#heads = undefined;
    const isSigned = isClosing(line) || isNameOf(line, this.#writer);
    if (isSigned || beginsSignature(lines, at, this.#told)) this.#sign();
    const split = splitLine(line);
    const heading = headingOf(line, split, next);
    this.#isSigned &&= !isForm(split, heading, lines.slice(at + 1), this.#writer);
    const isOfHouse =
      (at < this.#letterhead && isLetterheadContact(line)) ||
      (this.#owner === this.#outer && isLetterheadAlone(line, lines.slice(0, at)));
    const isNobodys = split !== undefined && this.#isNobodys(split, lines, at);
    if (isNobodys && this.#open !== undefined && !isNote(this.#open)) this.#open = undefined;
    if (this.#isSigned || isOfHouse || isNobodys) this.#note(line);
    else if (heading !== undefined) this.#head(heading);
    else if (split) this.#label(split);
    else this.#note(line);
  }

  #head(heading: string): void {
    this.headings.push(heading);
    this.#owner = [heading];
    this.#open = undefined;
    this.#contact = undefined;
  }

  #label({ label, value }: Split): void {
    this.#isForm ||= isOfPerson(label);
    const isTheirs = this.#contact !== undefined && isWayOfContact(label);
    if (!isTheirs) this.#contact = contactHeading(label, value);
    const owner = this.#contact === undefined ? this.#owner : [...this.#owner, this.#contact];
    this.#open = { label, owner, lines: value === '' ? [] : [value] };
    this.found.push(this.#open);
  }

  /** True for a telephone or an address below a letter that gives no other fact about a person under a label. */
  #isNobodys({ label }: Split, lines: readonly string[], at: number): boolean {
    if (this.#told < TELLING || this.#isForm || this.#owner !== this.#outer) return false;
    if (this.#contact !== undefined || !isBareContact(label)) return false;
    const end = lines.findIndex((line, nth) => nth > at && line.trim() === '');
    return !lines
      .slice(at + 1, end < 0 ? undefined : end)
      .some((line) => isOfPerson(splitLine(line)?.label ?? ''));
  }

  #note(line: string): void {
    this.#told += line.trim().length;
    if (line.trim() === '') {
      // An empty line ends a value, but not the paragraphs of a note.
      if (this.#open !== undefined && !isNote(this.#open)) this.#open = undefined;
      else if (this.#open !== undefined && this.#open.lines.length > 0) this.#open.lines.push('');
      return;
    }
    if (this.#open === undefined) {
      this.#open = { label: this.#account() ?? NOTE, owner: this.#outer, lines: [] };
      this.found.push(this.#open);
    }
    this.#open.lines.push(line);
  }

  /** The heading over the lines, if it asks for the account: *What happened*. */
  #account(): string | undefined {
    const heading = this.#owner === this.#outer ? undefined : this.#owner.at(-1);
    if (heading === undefined) return undefined;
    return surePath({ label: heading, owner: [] }) === 'referral.narrative' ? heading : undefined;
  }

  #readRow(line: string, next: string): void {
    this.#open = undefined;
    const named = headsOf(line, isKnown);
    // Heads without a row below them are ordinary words.
    if (named && isRow(next, named.length)) {
      this.#heads = named;
      return;
    }
    const pairs = pairsOfRow(line, this.#heads, isKnown);
    for (const { label, value } of pairs ?? filledCells(line).map(alone))
      this.found.push({
        label,
        owner: this.#owner,
        lines: [value],
        ...(pairs && this.#heads ? { row: { table: 0, index: this.#rowCount } } : {}),
      });
    this.#rowCount += 1;
  }

  /** The rest is the writer's signature: a telephone in it is the writer's, whatever its label. */
  #sign(): void {
    this.#isSigned = true;
    if (this.#open !== undefined && !isNote(this.#open)) this.#open = undefined;
  }
}

/** A cell without a label. */
function alone(value: string): { readonly label: string; readonly value: string } {
  return { label: NOTE, value };
}

function isKnown(label: string): boolean {
  return surePath({ label, owner: [] }) !== undefined || factOfLabel(label) !== undefined;
}

/** True for a label of a fact that a signature does not have. */
function isOfPerson(label: string): boolean {
  return !WRITERS.has(factOfLabel(label));
}

/** True where facts about a person begin again below a signature: not those of the writer, who may give a name too. */
function isForm(
  split: Split | undefined,
  heading: string | undefined,
  below: readonly string[],
  writer: string,
): boolean {
  const said = heading === undefined ? split : splitLine(below[0] ?? '');
  if (said === undefined) return false;
  const fact = factOfLabel(said.label);
  if (WRITERS.has(fact)) return false;
  if (fact !== 'name' || heading !== undefined) return true;
  const end = below.findIndex((line) => line.trim() === '');
  const facts = below
    .slice(0, end < 0 ? undefined : end)
    .map((line) => factOfLabel(splitLine(line)?.label ?? ''));
  const isWriters = isNameOf(said.value, writer) || facts.includes('role');
  return !isWriters || !facts.every((each) => WRITERS.has(each));
}

interface Split {
  readonly label: string;
  readonly value: string;
}

/** `Label: value`, `Label ..... value`, `Label = value`, or a tab in between; the label is a few words. */
const LINE =
  /^\s*([\p{L}][\p{L}\p{N} _./&'’()-]{0,58}?\??)\s*(?:\.{3,}\s*:?|[-=]>|→|[:=](?!\/\/)|\t+)[ \t]*(.*)$/u;
const MOST_WORDS = 7;

function splitLine(line: string): Split | undefined {
  const [, label = '', value = ''] = LINE.exec(line.slice(0, 2_000)) ?? [];
  if (label === '' || label.split(/\s+/).length > MOST_WORDS) return undefined;
  // 10:30 has no label in front of its colon; the pattern leaves out https://x.
  if (/\d$/.test(label) && /^\d/.test(value)) return undefined;
  return { label: label.trim(), value: value.trimEnd() + line.slice(2_000) };
}

const LONGEST_HEADING = 60;
/** Enough for a heading of sixty characters with a rule drawn on both sides. */
const LONGEST_HEADING_LINE = 400;

/**
 * The heading in a line that names the owner of the facts below: `Referring officer`, `== Parent ==`, or `Parent:`
 * before a line with a label.
 */
function headingOf(line: string, split: Split | undefined, next = ''): string | undefined {
  // "Dear team" is over a letter, and names the owner of nothing in it.
  if (line.length > LONGEST_HEADING_LINE || isGreeting(line)) return undefined;
  const section = split && sectionOf(split.label, split.value);
  if (section !== undefined) return section;
  const bare = withoutNumber(line.replace(/^[\s#=*_-]+|[\s#=*_:-]+$/g, ''));
  if (bare === '' || bare.length > LONGEST_HEADING || (split && split.value !== ''))
    return undefined;
  const isKnown = ownerOfHeading(bare) !== undefined;
  const isMarked = /^\s*(#{1,6} |==|\*\*)/.test(line);
  if (!isKnown && !isMarked) return undefined;
  return isMarked || splitLine(next) !== undefined || !split ? bare : undefined;
}

/** True for a value that may extend over several paragraphs. */
function isNote({ label, owner }: ReadLines): boolean {
  return label === NOTE || surePath({ label, owner }) === 'referral.narrative';
}
