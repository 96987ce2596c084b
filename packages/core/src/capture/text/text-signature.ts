/** The signature under a message: the writer, their role, and their contact details. */
import { splitPerson } from '../read/split-person.js';
import { EMAIL, NAME, PHONE } from '../read/text-pattern.js';
import type { TextFact } from './text-fact.js';

const CLOSING =
  /^\s*(?:(?:with )?(?:kind|best|warm|many|with)?\s*(?:regards|wishes|thanks)|yours (?:sincerely|faithfully|truly)|sincerely|thank you|cheers|regards|thanks)[\s,.!]*$/i;
/** Words for a number of the organisation, not of the writer. */
const HOUSE = /\b(?:switchboard|main|reception|office|fax|general|enquiries|out of hours)\b/i;
const STANDS_ALONE = new RegExp(`^(${NAME})(?:\\s*[|,–-]\\s*(.*))?$`, 'u');
const RANKED =
  /^(?:PCSO|PC|T?DC|DS|PS|D?Sgt|Sergeant|D?CI|DI|D?Insp|Inspector|Supt|Constable)\.?\s/;
const NUMBER = new RegExp(PHONE);
const ADDRESS = new RegExp(EMAIL, 'i');
const MOST_LINES = 8;
/** Fewest letters of a message before its signature. */
const TELLING = 40;

export interface Signature {
  /** Offset of the closing words, or of the name if there are none. */
  readonly from: number;
  readonly facts: readonly TextFact[];
}

/** The first signature in a text; undefined if none is clear. */
export function signatureOf(text: string): Signature | undefined {
  const lines = placed(text);
  const closing = lines.findIndex(({ text: line }) => CLOSING.test(line));
  if (closing >= 0) {
    const first = lines
      .slice(closing + 1, closing + 4)
      .find(({ text: line }) => line.trim() !== '');
    const found = first && readBlock(lines, lines.indexOf(first), true);
    return found && { from: lines[closing]?.at ?? 0, facts: found };
  }
  // Without closing words only an officer's rank, or contact details below the name, makes a signature.
  for (let at = 0; at < lines.length; at += 1) {
    // A name at the very beginning is a heading of the text.
    if ((lines[at]?.at ?? 0) < TELLING && !RANKED.test(lines[at]?.text.trim() ?? '')) continue;
    const facts = readBlock(lines, at, false);
    if (facts) return { from: lines[at]?.at ?? 0, facts };
  }
  return undefined;
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
  const [, name, beside] = (head && STANDS_ALONE.exec(head.text.trim())) ?? [];
  if (!head || name === undefined) return undefined;
  const block: PlacedLine[] = [];
  for (const line of lines.slice(start + 1, start + 1 + MOST_LINES)) {
    if (line.text.trim() === '' && block.length > 0) break;
    block.push(line);
  }
  const facts: TextFact[] = [
    { path: 'referrer.name', raw: name, at: head.at + head.text.indexOf(name) },
  ];
  const pieces = [
    ...(beside === undefined ? [] : [{ text: beside, at: head.at + head.text.indexOf(beside) }]),
    ...block,
  ];
  for (const piece of pieces) facts.push(...besideName(piece));
  const isReached = facts.some(
    ({ path }) => path === 'referrer.phone' || path === 'referrer.email',
  );
  const isClear = isClosed || RANKED.test(name);
  return isClear
    ? facts.length > 1
      ? facts
      : undefined
    : isReached && isLast(lines, start)
      ? facts
      : undefined;
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
