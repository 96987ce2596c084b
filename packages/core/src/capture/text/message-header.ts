/**
 * A message that carries a referral: its sender is the referrer, and the day on which the officer's team received it is
 * the day of the referral.
 */

import { STAMP_LABEL } from '../../page/label/line/thread-stamp.js';
import { ON_LABEL, WROTE_LABEL } from '../../page/label/line/wrote-line.js';
import type { FieldPath } from '../field/field-path.js';
import type { JoinedValue } from '../name/join-lines.js';
import { readValue } from '../read/reader.js';
import { headerPart } from './header-label.js';
import { EARLIER } from './line-reader.js';
import {
  isForwardMark,
  isQuoted,
  isSender,
  lettersOf,
  type Message,
  type Nesting,
  referralAmong,
} from './message.js';
import { isAboutSomebody } from './title-name.js';

/** Sender of an automatic message: the person behind it is named elsewhere. */
const ROBOT = /\b(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|notifications?|alerts?)\b/i;
/** Mailbox of an office. */
const OFFICE =
  /\b(?:admin(?:istration)?|desk|enquir(?:y|ies)|help-?desk|info|mailbox|office|portal|reception|recording|referrals?|service|support|system|team|unit)\b/i;

function isPerson(sender: string): boolean {
  const name = sender.replace(/\s*[<[(].*$/, '');
  return !ROBOT.test(sender) && !OFFICE.test(name === '' ? sender : name);
}

/**
 * The values with the sender and the day named, if the page is a message about somebody and does not give them
 * elsewhere.
 */
export function withMessageHeader(joined: readonly JoinedValue[]): readonly JoinedValue[] {
  const open = joined.filter(({ path, freeText }) => path === undefined && !freeText);
  const stamped = open.find(({ label, value }) => label === STAMP_LABEL && value.visible);
  if (stamped && !open.some(({ label }) => headerPart(label) === 'from' && label !== STAMP_LABEL))
    return withStarter(joined, stamped);
  const messages = messagesOf(joined);
  const [received] = messages;
  if (!received || !(isAboutSomebody(joined) || isTelling(joined))) return joined;
  const sender = senderOf(joined, messages);
  const sent = dayOf(received);
  return joined.map((each): JoinedValue => {
    if (each === sender) return asTold(each, 'referrer.name', each !== received.sender);
    if (each === sent && !isGiven(joined, 'referral.receivedOn'))
      return asTold(each, 'referral.receivedOn', false);
    return each;
  });
}

/**
 * The values with those of a message that the referral only quotes named nothing: they may be about another person. A
 * header among the lines of the text is one of a message inside it; another one is the next message of a conversation.
 */
export function withoutQuoted(joined: readonly JoinedValue[]): readonly JoinedValue[] {
  const messages = messagesOf(joined);
  const referral = referralAmong(messages);
  const [outer, inner] = [messages[referral], messages[referral + 1]];
  const isEarlier =
    outer && inner && (isQuoted(inner, outer) || inner.sender.value.method === 'text-run');
  if (!isEarlier && !joined.some(({ label }) => label === EARLIER)) return joined;
  const from = isEarlier ? joined.indexOf(inner.first) : Number.POSITIVE_INFINITY;
  const frame = inner?.sender.value.place.frame.join('.');
  return joined.map((each, at): JoinedValue => {
    const isInside = at >= from && each.value.place.frame.join('.') === frame;
    if ((!isInside && each.label !== EARLIER) || each.namedBy === 'adapter') return each;
    return { ...each, path: undefined, isEarlier: true };
  });
}

/** A message of a page, with its values. */
interface PageMessage extends Message {
  /** The first value of its header. */
  readonly first: JoinedValue;
  readonly sender: JoinedValue;
  readonly sent: JoinedValue | undefined;
}

/** The messages with a sender, the one that the officer sees first. */
function messagesOf(joined: readonly JoinedValue[]): readonly PageMessage[] {
  const isHeader = ({ path, freeText, isEarlier, value, label }: JoinedValue): boolean =>
    path === undefined && !freeText && !isEarlier && !value.row && headerPart(label) !== undefined;
  const headers = joined.filter(isHeader);
  if (!headers.some(({ label }) => headerPart(label) === 'from')) return [];
  // Mail programs keep a second, folded header.
  const isSeen = headers.some(({ label, value }) => headerPart(label) === 'from' && value.visible);
  const found: Found[] = [];
  let open: Found = { header: new Map(), own: [] };
  for (const each of joined) {
    const part =
      isHeader(each) && (!isSeen || each.value.visible) ? headerPart(each.label) : undefined;
    if (part === undefined) {
      if (each.path === undefined || each.path === 'referral.narrative')
        open.own.push(...each.text.split('\n'));
      continue;
    }
    // The lines of a header are in any order, and a text ends it.
    const isWritten = each.label === ON_LABEL || each.label === WROTE_LABEL;
    if (open.own.length > 0 || open.header.has(part)) {
      if (part !== 'from' && open.own.length === 0 && !isWritten) continue;
      open = { header: new Map(), own: [], isForwarded: isForwardMark(open.own.at(-1) ?? '') };
    }
    open.header.set(part, each);
    if (part === 'from') found.push(open);
  }
  const [alone, ...others] = found;
  // A page may show the day away from the sender.
  if (alone && others.length === 0)
    for (const each of headers) {
      const part = headerPart(each.label);
      if (part && !alone.header.has(part)) alone.header.set(part, each);
    }
  return found.flatMap(({ header, own, isForwarded }, nth): readonly PageMessage[] => {
    const sender = header.get('from');
    if (!sender || !isMessage(header, sender)) return [];
    const subject = header.get('subject')?.text ?? sender.value.owner.findLast(isSubjectHeading);
    const to = header.get('to')?.text;
    return [
      {
        nesting: nestingOf(nth, sender, isForwarded),
        from: sender.text,
        ...(subject === undefined ? {} : { subject }),
        ...(to === undefined ? {} : { to }),
        letters: lettersOf(own),
        first: [...header.values()][0] ?? sender,
        sender,
        sent: header.get('sent'),
      },
    ];
  });
}

/** True for the subject of a message in a heading: `FW: Crime report`. */
function isSubjectHeading(heading: string): boolean {
  return /^(?:fwd?|re)\s*:\s*\S/i.test(heading);
}

function nestingOf(nth: number, { label }: JoinedValue, isForwarded = false): Nesting {
  if (isForwarded) return 'forwarded';
  if (nth === 0) return 'received';
  return label === WROTE_LABEL ? 'answered' : 'unclear';
}

interface Found {
  readonly header: Map<string, JoinedValue>;
  readonly own: string[];
  /** Set below a line that says so. */
  readonly isForwarded?: boolean;
}

/** "From" and "Subject", or "From" and a date: one alone may be the start of a period. */
function isMessage(
  header: ReadonlyMap<string, JoinedValue>,
  { text, label }: JoinedValue,
): boolean {
  if (label === WROTE_LABEL) return true;
  return isSender(text) && (header.has('sent') || header.has('subject') || header.has('to'));
}

/** The person who sent the referral. A message that was passed on is its first sender's, not the forwarder's. */
function senderOf(
  joined: readonly JoinedValue[],
  messages: readonly PageMessage[],
): JoinedValue | undefined {
  const isKnown = joined.some(
    ({ path, freeText, label }) =>
      path === 'referrer.name' && (!freeText || headerPart(label) === 'from'),
  );
  if (isKnown) return undefined;
  const upTo = messages.slice(0, referralAmong(messages) + 1);
  return upTo.findLast(({ sender }) => isPerson(sender.text))?.sender;
}

/** Day of the message, unless it is known only as one that was passed on: then nothing says when it came here. */
function dayOf({ nesting, sent, sender }: PageMessage): JoinedValue | undefined {
  const isDay =
    sent !== undefined &&
    nesting !== 'forwarded' &&
    readValue('ukDate', sent.text).ok &&
    sent.value.place.frame.join('.') === sender.value.place.frame.join('.');
  return isDay ? sent : undefined;
}

/** The value with its path. What stands inside a message, or in the words over it, is only offered. */
function asTold(each: JoinedValue, path: FieldPath, isInside: boolean): JoinedValue {
  const isInText = isInside || each.label === ON_LABEL || each.label === WROTE_LABEL;
  return { ...each, path, ...(isInText ? { freeText: true } : {}) };
}

function isGiven(joined: readonly JoinedValue[], path: FieldPath): boolean {
  return joined.some((each) => each.path === path && !each.freeText);
}

function isTelling(joined: readonly JoinedValue[]): boolean {
  return joined.some(({ path }) => path === 'referral.narrative');
}

/** Offers the person who began a thread about somebody as a possible referrer: never taken by itself. */
function withStarter(joined: readonly JoinedValue[], stamped: JoinedValue): readonly JoinedValue[] {
  const isKnown = joined.some(({ path }) => path === 'referrer.name');
  if (isKnown || !isTelling(joined) || ROBOT.test(stamped.text)) return joined;
  return joined.map(
    (each): JoinedValue =>
      each === stamped ? { ...each, path: 'referrer.name', freeText: true } : each,
  );
}
