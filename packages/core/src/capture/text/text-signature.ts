/** The signature under a message: the writer, their role, and their contact details. */
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import { splitPerson } from '../read/split-person.js';
import { DATE, EMAIL, NAME, PHONE } from '../read/text-pattern.js';
import type { TextFact } from './text-fact.js';
import { isPersonsName } from './text-people.js';

const CLOSING =
  /^\s*(?:(?:with|many|and|our|my|all|the|very|kind(?:est)?|best|warm(?:est)?|thanks|thank you)[\s,&]+){0,5}(?:regards|wishes|thanks(?: (?:again|so much|in advance|for your (?:help|time|support))){0,2}|thank you(?: (?:again|so much|in advance|for your (?:help|time|support))){0,2}|the best|best|yours(?: (?:sincerely|faithfully|truly))?|sincerely|cheers|cofion(?: (?:gorau|cynnes))?|diolch(?: yn fawr)?)[\s,.!]*$/i;
/** True for the words before a signature, alone in their line. */
export function isClosing(line: string): boolean {
  return CLOSING.test(line);
}

/** Words for a number of the organisation, not of the writer. */
const HOUSE =
  /\b(?:switchboard|main|reception|office|fax|general|enquiries|out of hours|emergency|helpline|hotline|duty)\b/i;
const STANDS_ALONE = new RegExp(
  `^(${NAME})(?:\\s*\\(([^()]{1,30})\\))?(?:\\s*[|,–-]\\s*(.*))?$`,
  'u',
);
const RANKED =
  /^(?:PCSO|PC|T?DC|DS|PS|D?Sgt|Sergeant|D?CI|DI|D?Insp|Inspector|Supt|Constable)\.?\s/;
/** Letters after a name, which are no part of it. */
const DEGREES =
  /(?:\s+(?:B(?:A|Sc|Ed|Eng)|M(?:A|Sc|Ed|BA|BE)|PhD|EdD|PGCE|QTS|QTLS|NPQ[A-Z]{0,3}|Hons|OBE|FRSA))+$/;
const NUMBER = new RegExp(PHONE);
const ADDRESS = new RegExp(EMAIL, 'i');
const MOST_LINES = 10;
/** Most words of a line with contact details. */
const MOST_WORDS = 10;
const LONGEST_NAME = 60;
const QUOTED = /^[ \t]*(?:>[ \t]?)+/gm;
/** Fewest letters of a message before its signature. */
const TELLING = 40;

export interface Signature {
  /** Offset of the closing words, or of the name if there are none. */
  readonly from: number;
  readonly facts: readonly TextFact[];
  /** Set if closing words, or the sender's name, are above it. */
  readonly isClosed: boolean;
}

/**
 * The first signature in a text; undefined if none is clear.
 *
 * @param sender - of the message, as its header has them: their name alone in a line begins a signature too
 */
export function signatureOf(text: string, sender = ''): Signature | undefined {
  const placedLines = placed(text.replace(QUOTED, blank));
  const closings = placedLines.flatMap(({ text: line }, at) =>
    CLOSING.test(line) || isNameOf(line, sender) ? [at] : [],
  );
  const [begin = placedLines.length] = closings;
  const lines = placedLines.map(({ text: line, at }, nth) => ({
    text: nth > begin ? line.replace(LABEL, blank) : line,
    at,
  }));
  for (const closing of closings) {
    const head = nameBelow(lines, closing, sender);
    const facts = head === undefined ? undefined : readBlock(lines, head, true);
    if (facts) return { from: lines[closing]?.at ?? 0, facts, isClosed: true };
  }
  const [first] = closings;
  if (first !== undefined) {
    // The sender, by a first name or by nothing but a role.
    const facts = sender === '' ? [] : linesOf(lines, first, true).flatMap(besideName);
    return facts.length > 0 ? { from: lines[first]?.at ?? 0, facts, isClosed: true } : undefined;
  }
  // Without closing words only an officer's rank, or contact details below the name, makes a signature.
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at]?.text.trim() ?? '';
    // A name at the very beginning is a heading of the text.
    if (((lines[at]?.at ?? 0) < TELLING && !RANKED.test(line)) || OF_PUPIL.test(line)) continue;
    const facts = readBlock(lines, at, false);
    if (facts) return { from: lines[at]?.at ?? 0, facts, isClosed: false };
  }
  return undefined;
}

/** Words beside the name of somebody whom a text is about, and of no writer. */
const OF_PUPIL = new RegExp(
  `\\b(?:dob|d\\.o\\.b|date of birth|born|aged? \\d|(?:year|yr|form) ?\\d{1,2}|can be (?:reached|contacted|found))\\b|${DATE}`,
  'i',
);

/** Labels that some signatures have, like a form. */
const LABEL =
  /^\s*(?:full name|name|role|job title|position|title|post|organisation|school)\s*:\s*/i;

function blank(text: string): string {
  return ' '.repeat(text.length);
}

/** Lines below closing words in which the writer's name is looked for. */
const NAME_WITHIN = 5;

function nameBelow(
  lines: readonly PlacedLine[],
  closing: number,
  sender: string,
): number | undefined {
  for (let at = closing; at <= closing + NAME_WITHIN && at < lines.length; at += 1) {
    const line = lines[at]?.text.trim() ?? '';
    if (at > closing || !CLOSING.test(line)) {
      const name = STANDS_ALONE.exec(line)?.[1];
      if (name !== undefined && isPersonsName(name)) return at;
    }
    // "Priya" above "Priya Shah"; anything else is no name.
    const isShort = line.split(/\s+/).length < 2 || CLOSING.test(line) || isNameOf(line, sender);
    if (!isShort) return undefined;
  }
  return undefined;
}

/** True for a sender's name, or one word of it, alone in a line. */
export function isNameOf(line: string, sender: string): boolean {
  if (sender === '' || line.length > LONGEST_NAME) return false;
  const said = labelWords(line).split(' ');
  const name = labelWords(sender.replace(/[<[(].*$/, '')).split(' ');
  const isWithin = said[0] !== '' && said.every((word) => name.includes(word));
  return isWithin && (said.length === 1 || said.length === name.length);
}

interface PlacedLine {
  readonly text: string;
  readonly at: number;
}

function placed(text: string): readonly PlacedLine[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const from = at;
    at += line.length + 1;
    return { text: line, at: from };
  });
}

function readBlock(
  lines: readonly PlacedLine[],
  start: number,
  isClosed: boolean,
): readonly TextFact[] | undefined {
  const head = lines[start];
  const [, whole, bracket, beside] = (head && STANDS_ALONE.exec(head.text.trim())) ?? [];
  if (!head || whole === undefined) return undefined;
  const name = whole.replace(DEGREES, '');
  const facts: TextFact[] = [
    { path: 'referrer.name', raw: name, at: head.at + head.text.indexOf(name) },
  ];
  const next = [bracket, beside].flatMap((text) =>
    text === undefined ? [] : [{ text, at: head.at + head.text.lastIndexOf(text) }],
  );
  for (const piece of [...next, ...linesOf(lines, start, isClosed)])
    facts.push(...besideName(piece));
  const isReached = facts.some(
    ({ path }) => path === 'referrer.phone' || path === 'referrer.email',
  );
  const isClear = isClosed || RANKED.test(name);
  if (isClear) return isClosed || facts.length > 1 ? facts : undefined;
  if (isReached && isLast(lines, start)) return facts;
  const isAtWork = facts.some(({ path }) => path === 'referrer.role');
  return isAtWork && isEnd(lines, start) ? facts : undefined;
}

/** True if nothing comes after a line but short lines that are no sentences. */
function isEnd(lines: readonly PlacedLine[], start: number): boolean {
  return lines
    .slice(start + 1)
    .every(({ text }) => text.trim().split(/\s+/).length <= MOST_WORDS && !SENTENCE.test(text));
}

/** The lines of a signature below its first. After an empty line only what can be nothing else still belongs to it. */
function linesOf(
  lines: readonly PlacedLine[],
  start: number,
  isClosed: boolean,
): readonly PlacedLine[] {
  const block: PlacedLine[] = [];
  let isParted = false;
  for (const line of lines.slice(start + 1, start + 1 + MOST_LINES)) {
    if (line.text.trim() === '') {
      if (block.length > 0) isParted = true;
      if (isParted && !isClosed) break;
      continue;
    }
    if ((isParted && !isContactLine(line)) || isSmallPrint(line)) break;
    block.push(line);
  }
  return block;
}

const SENTENCE = /[.!?]\s*$|\b(?:he|she|they|his|her|their|is|was|please)\b/i;
const OTHERS = new RegExp(`\\b(?:${dictionary.composite.relations.join('|')})\\b`, 'i');

/** True for sentences below a signature: a number in them is not the writer’s. */
function isSmallPrint({ text }: PlacedLine): boolean {
  return SENTENCE.test(text) && text.trim().split(/\s+/).length > MOST_WORDS;
}

function isContactLine(line: PlacedLine): boolean {
  const { text } = line;
  const isShort = text.trim().split(/\s+/).length <= MOST_WORDS;
  return isShort && !SENTENCE.test(text) && !OTHERS.test(text) && besideName(line).length > 0;
}

/** True if nothing comes after the block. */
function isLast(lines: readonly PlacedLine[], start: number): boolean {
  return lines.slice(start + MOST_LINES).every(({ text }) => text.trim() === '');
}

function besideName({ text, at }: PlacedLine): readonly TextFact[] {
  const facts: TextFact[] = [];
  const number = HOUSE.test(text) ? null : NUMBER.exec(text);
  if (number) facts.push({ path: 'referrer.phone', raw: number[0], at: at + number.index });
  const address = ADDRESS.exec(text);
  if (address) facts.push({ path: 'referrer.email', raw: address[0], at: at + address.index });
  if (number || address || text.trim().length > 90 || HOUSE.test(text)) return facts;
  for (const { path, raw } of splitPerson('referrer.name', `Name, ${text.trim()}`).slice(1))
    if (path === 'referrer.role' || path === 'referrer.organisation')
      facts.push({ path, raw, at: at + text.indexOf(raw) });
  return facts;
}
