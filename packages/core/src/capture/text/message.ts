/**
 * Messages in a text: the one that the officer received, and those that it forwards or quotes, each after the one that
 * has it.
 */
import { wroteLine } from '../../page/label/line/wrote-line.js';
import { labelWords } from '../field/fold-label.js';
import { headerPart } from './header-label.js';
import { isClosing } from './text-signature.js';

/** Reason that a message is inside the one before it; `received` for the first. */
export type Nesting = 'received' | 'forwarded' | 'answered' | 'unclear';

export interface Message {
  readonly nesting: Nesting;
  /** Subject, sender and recipients, as its header has them. */
  readonly subject?: string;
  readonly from?: string;
  readonly to?: string;
  /** Letters by its own writer, before the signature. */
  readonly letters: number;
}

/** Lines of one message: its answers between the lines that it quotes are further parts. */
export interface MessagePart {
  /** Position of the message among the messages. */
  readonly message: number;
  readonly start: number;
  /** The first line after the part. */
  readonly end: number;
  /** First line after the header, or after the words that introduce the message. */
  readonly body: number;
}

export interface Thread {
  readonly messages: readonly Message[];
  readonly parts: readonly MessagePart[];
  /** The lines without marks of quotation. */
  readonly lines: readonly string[];
}

const QUOTED = /^[ \t]*((?:>[ \t]?)+)/;
const HEADER = /^\s*\**([\p{L}][\p{L} -]{1,20}?)\s*:\**\s*(\S.*?)\s*$/u;
/** Most lines of one header. */
const MOST_HEADER = 12;

const FORWARD_MARK =
  /^[\s*_-]*(?:begin forwarded message|forwarded message|forwarded by|start of forwarded message)\b.{0,60}$/i;
/** True for a line over a message that was passed on. */
export function isForwardMark(line: string): boolean {
  return FORWARD_MARK.test(line);
}

const OTHER_MARK = /^[\s*_-]*original (?:message|appointment)[\s*_-]*$/i;
const RULE = /^\s*_{8,}\s*$/;

const FORWARDED = /^\s*(?:fwd?)\s*:/i;
const ANSWERED = /^\s*re\s*:/i;
/** Fewest letters of a message that says something itself; a shorter one passes another on. */
const TELLING = 100;

/**
 * Position of the message that is the referral: the innermost of those that were passed on. A message that answers
 * another is not passed through, so an older conversation is never read as a referral.
 */
export function referralAmong(messages: readonly Message[]): number {
  let at = 0;
  for (;;) {
    const outer = messages[at];
    const inner = messages[at + 1];
    if (!outer || !inner || !isPassedOn(outer, inner, messages[0])) return at;
    at += 1;
  }
}

/** True for a message that the one before it answers, and only quotes. */
export function isQuoted(inner: Message, outer: Message): boolean {
  return inner.nesting === 'answered' || ANSWERED.test(outer.subject ?? '');
}

function isPassedOn(outer: Message, inner: Message, first: Message | undefined): boolean {
  // The officer's own team wrote it.
  if (inner.from !== undefined && isAmong(inner.from, first?.to)) return false;
  if (inner.nesting !== 'unclear') return inner.nesting === 'forwarded';
  if (FORWARDED.test(outer.subject ?? '')) return true;
  return !ANSWERED.test(outer.subject ?? '') && outer.letters < TELLING;
}

const ADDRESS = /[^\s<>()[\];,"']+@[^\s<>()[\];,"']+/;

function isAmong(sender: string, recipients = ''): boolean {
  const address = ADDRESS.exec(sender)?.[0];
  return address !== undefined && recipients.toLowerCase().includes(address.toLowerCase());
}

/** The messages of a text; a text that is no message is one without a header. */
export function threadIn(text: readonly string[]): Thread {
  const lines = text.map((line) => line.replace(QUOTED, ''));
  const depths = text.map((line) => (QUOTED.exec(line)?.[1] ?? '').replace(/[^>]/g, '').length);
  const found: Found[] = [{ nesting: 'received', start: 0, depth: 0, own: [] }];
  const parts: { message: number; start: number; body: number }[] = [
    { message: 0, start: 0, body: 0 },
  ];
  /** True until a message says its first word. */
  let isOpening = true;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const depth = depths[at] ?? 0;
    const part = parts.at(-1);
    const current = found[part?.message ?? 0];
    if (!part || !current) break;
    const opening = openingAt(lines, at, depth > current.depth);
    if (!opening) {
      if (depth < current.depth) {
        const message = found.findLastIndex((each) => each.depth <= depth);
        parts.push({ message: Math.max(message, 0), start: at, body: at });
      }
      found[parts.at(-1)?.message ?? 0]?.own.push(line);
      isOpening = false;
      continue;
    }
    if (!isOpening) {
      parts.push({ message: found.length, start: at, body: at });
      found.push({ nesting: 'unclear', start: at, depth, own: [] });
      isOpening = true;
    }
    const message = found.at(-1);
    const own = parts.at(-1);
    if (!message || !own) break;
    message.depth = depth;
    message.header = { ...message.header, ...opening.header };
    if (opening.nesting && (message.nesting !== 'forwarded' || opening.nesting === 'forwarded'))
      message.nesting = opening.nesting;
    at = opening.end - 1;
    own.body = opening.end;
    // A line that only is deeper is the message itself.
    if (opening.isBody) {
      message.own.push(line);
      isOpening = false;
    }
  }
  return {
    lines,
    messages: found.map(
      ({ nesting, header, own }): Message => ({ nesting, ...header, letters: lettersOf(own) }),
    ),
    parts: parts.map((part, nth) => ({ ...part, end: parts[nth + 1]?.start ?? lines.length })),
  };
}

interface Found {
  nesting: Nesting;
  readonly start: number;
  depth: number;
  header?: Header;
  readonly own: string[];
}

type Header = Pick<Message, 'subject' | 'from' | 'to'>;

interface Opening {
  readonly nesting?: Nesting;
  readonly header?: Header;
  /** The first line after it. */
  readonly end: number;
  readonly isBody?: true;
}

function openingAt(lines: readonly string[], at: number, isDeeper: boolean): Opening | undefined {
  const line = lines[at] ?? '';
  if (FORWARD_MARK.test(line)) return { nesting: 'forwarded', end: at + 1 };
  if (OTHER_MARK.test(line)) return { end: at + 1 };
  // A line drawn over anything but a header is part of the message.
  if (RULE.test(line)) {
    const next = lines.findIndex((each, nth) => nth > at && each.trim() !== '');
    return next > at && headerAt(lines, next) ? { end: at + 1 } : undefined;
  }
  for (const count of [1, 2]) {
    const wrote = wroteLine(lines.slice(at, at + count).join(' '));
    if (wrote) return { nesting: 'answered', header: { from: wrote.from }, end: at + count };
  }
  const header = headerAt(lines, at);
  if (header) return header;
  return isDeeper ? { nesting: 'answered', end: at, isBody: true } : undefined;
}

/** The header that begins at a line, in any order of its lines; undefined for a period or any other list. */
function headerAt(lines: readonly string[], at: number): Opening | undefined {
  const said = new Map<string, string>();
  let end = at;
  for (; end < lines.length && end - at < MOST_HEADER; end += 1) {
    const [, label = '', value = ''] = HEADER.exec(lines[end] ?? '') ?? [];
    const part = label === '' ? undefined : headerPart(label);
    // A long list of recipients goes on below.
    const goesOn = end > at && label === '' && /@|^\s+\S/.test(lines[end] ?? '');
    if (!part && !goesOn) break;
    if (!part) continue;
    const key = part === 'to' ? labelWords(label) : part;
    if (said.has(key)) break;
    said.set(key, value);
  }
  const from = said.get('from');
  const subject = said.get('subject');
  const to = said.get('to');
  if (from === undefined || !isSender(from)) return undefined;
  const isMessage =
    subject !== undefined || said.has('sent') || (to !== undefined && from.includes('@'));
  if (!isMessage) return undefined;
  return {
    end,
    header: {
      from,
      ...(subject === undefined ? {} : { subject }),
      ...(to === undefined ? {} : { to }),
    },
  };
}

/** True for somebody who sends, and not the first day of a period. */
export function isSender(text: string): boolean {
  return (
    /^["“'‘<(]*\p{L}[\p{L}\p{M}.’' -]*\p{L}|@/u.test(text) &&
    !/^\D{0,12}\d{1,2}[/. ]\S{1,9}[/. ]\d{2,4}\b/.test(text)
  );
}

const GREETING =
  /^\s*(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|morning|afternoon|annwyl|helo)\b[^.!?]{0,40}|(?:all|both|team|everyone)[\s,]*)$/i;

/** True for a line that only greets. */
export function isGreeting(line: string): boolean {
  return GREETING.test(line);
}

/** Number of letters that a message has of its own: neither its greeting nor its signature nor the line over another counts. */
export function lettersOf(lines: readonly string[]): number {
  const closing = lines.findIndex(isClosing);
  return lines
    .slice(0, closing < 0 ? undefined : closing)
    .filter((line) => !isGreeting(line) && !isForwardMark(line) && !OTHER_MARK.test(line))
    .join(' ').length;
}

/** Quick test for a text that has another message in it. */
const MAY_QUOTE = />|wrote|forward|original|from|sender|sent by/i;

/**
 * A text with all but some of its messages blank, letter for letter.
 *
 * @param isKept - says by its position if a message is kept; the referral is `referral`
 */
function keeping(text: string, isKept: (message: number, referral: number) => boolean): string {
  if (!MAY_QUOTE.test(text)) return text;
  const lines = text.split('\n');
  const { messages, parts } = threadIn(lines);
  if (messages.length < 2) return text;
  const referral = referralAmong(messages);
  return parts
    .flatMap(({ message, start, end }) => {
      const own = lines.slice(start, end);
      return isKept(message, referral) ? own : own.map((line) => ' '.repeat(line.length));
    })
    .join('\n');
}

/** The text without the messages that the referral quotes: they may be about another person. */
export function withoutEarlier(text: string): string {
  return keeping(text, (message, referral) => message <= referral);
}

/** The referral alone, without those who passed it on. */
export function referralAlone(text: string): string {
  return keeping(text, (message, referral) => message === referral);
}
