/** A message that carries a referral: its sender is the referrer, and its date is the day of the referral. */

import { STAMP_LABEL } from '../../page/label/thread-stamp.js';
import type { FieldPath } from '../field/field-path.js';
import { labelWords } from '../field/fold-label.js';
import dictionary from '../field/label-dictionary.json' with { type: 'json' };
import type { JoinedValue } from '../name/join-lines.js';
import { readValue } from '../read/reader.js';
import { isAboutSomebody } from './title-name.js';

const FROM = new Set(dictionary.message.from.map(labelWords));
const SENT = new Set(dictionary.message.sent.map(labelWords));
const SUBJECT = new Set(dictionary.message.subject.map(labelWords));
/** Sender of an automatic message: the person behind it is named elsewhere. */
const ROBOT = /\b(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|notifications?)\b/i;

/**
 * The values with the sender and the day named, if the page is a message about somebody and does not give them
 * elsewhere.
 */
export function withMessageHeader(joined: readonly JoinedValue[]): readonly JoinedValue[] {
  const open = joined.filter(({ path, freeText }) => path === undefined && !freeText);
  const stamped = open.find(({ label, value }) => label === STAMP_LABEL && value.visible);
  if (stamped && !open.some(({ label }) => FROM.has(labelWords(label)) && label !== STAMP_LABEL))
    return withStarter(joined, stamped);
  const from = inView(open.filter(({ label }) => FROM.has(labelWords(label))));
  if (!from || !isAboutSomebody(joined)) return joined;
  const sent = inView(open.filter((each) => isSent(each, from)));
  const has = (path: FieldPath) => joined.some((each) => each.path === path && !each.freeText);
  // "From" and "Subject", or "From" and a date: one alone may be the start of a period.
  const isMessage =
    sent !== undefined ||
    joined.some(({ label }) => SUBJECT.has(labelWords(label)) || SENT.has(labelWords(label)));
  if (!isMessage) return joined;
  return joined.map((each): JoinedValue => {
    if (each === from && !has('referrer.name') && !ROBOT.test(each.text))
      return { ...each, path: 'referrer.name' };
    if (each === sent && !has('referral.receivedOn'))
      return { ...each, path: 'referral.receivedOn' };
    return each;
  });
}

/** Offers the person who began a thread about somebody as a possible referrer: never taken by itself. */
function withStarter(joined: readonly JoinedValue[], stamped: JoinedValue): readonly JoinedValue[] {
  const isTold = joined.some(({ path }) => path === 'referral.narrative');
  const isKnown = joined.some(({ path }) => path === 'referrer.name');
  if (isKnown || !isTold || ROBOT.test(stamped.text)) return joined;
  return joined.map(
    (each): JoinedValue =>
      each === stamped ? { ...each, path: 'referrer.name', freeText: true } : each,
  );
}

export function isFrom(label: string): boolean {
  return FROM.has(labelWords(label));
}

/** The first that the officer sees; mail programs keep a second, folded header. */
function inView(values: readonly JoinedValue[]): JoinedValue | undefined {
  return values.find(({ value }) => value.visible) ?? values[0];
}

function isSent({ label, text, value }: JoinedValue, from: JoinedValue): boolean {
  return (
    SENT.has(labelWords(label)) &&
    readValue('ukDate', text).ok &&
    value.place.frame.join('.') === from.value.place.frame.join('.')
  );
}
