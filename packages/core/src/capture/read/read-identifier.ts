/**
 * The type of an identifier by its form. An IP address is read only with the day, the time and the zone next to it:
 * `198.51.100.7 on 20/11/2026 at 14:05 UTC`.
 */
import {
  emailAddressIn,
  ipAddressIn,
  ipAddressOf,
  pgpKeyIn,
  walletIn,
  webAddressIn,
} from '../../record/identifier-form.js';
import { type GivenMoment, isClockTime, isZone } from '../../record/zone.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import { readUkDate } from './read-uk-date.js';

/** An identifier that is no account on a platform. */
export interface TypedIdentifier {
  /** A code of `identifier-type`. */
  readonly type: string;
  readonly asSeen: string;
  readonly seenAt?: GivenMoment;
}

const FIRST_WORD = /^\[?([\da-f:.[\]()]+?)\]?(?:[\s,;]|$)/i;
const TIME = /(?:^|[\sT])(\d{1,2}:\d\d(?::\d\d)?)/;
const ZONE = /(UTC|GMT|BST|Z|[+-]\d\d:?\d\d|[A-Z][A-Za-z_]+\/[A-Za-z_]+)\)?\.?$/;

/** An IP address without its moment. */
export const BARE_IP: Issue = {
  code: 'ip-without-time',
  message:
    'An IP address without a time and zone is not taken. Add the date, the time and the time zone after it, like 198.51.100.7 on 20/11/2026 at 14:05 UTC, or leave it.',
  severity: 'warning',
};

/**
 * Reads the type of an identifier that names no platform.
 *
 * @returns undefined for a name or an account; an issue for an IP address whose moment is not next to it
 */
export function readTyped(text: string): Result<TypedIdentifier> | undefined {
  const bare = text.trim();
  const address = FIRST_WORD.exec(bare)?.[1] ?? '';
  if (ipAddressIn(address) !== undefined) return withItsMoment(address, bare);
  const withPort = ipAddressOf(address);
  if (withPort !== undefined && address.includes(withPort)) return withItsMoment(withPort, bare);
  if (ipAddressOf(bare) !== undefined) return failed(BARE_IP);
  for (const [type, read] of FORMS)
    if (read(bare) !== undefined) return passed({ type, asSeen: bare });
  return undefined;
}

const hasScheme = (text: string): boolean => /^h(?:tt|xx)ps?\s*(?:\[:\]|:)/i.test(text);

const FORMS: readonly (readonly [type: string, read: (text: string) => string | undefined])[] = [
  ['email', emailAddressIn],
  ['web-address', (text) => (hasScheme(text) ? webAddressIn(text) : undefined)],
  ['wallet', walletIn],
  ['pgp-key', pgpKeyIn],
];

function withItsMoment(asSeen: string, text: string): Result<TypedIdentifier> {
  const rest = text
    .slice(text.indexOf(asSeen) + asSeen.length)
    .replace(/^\]/, '')
    .replace(/^:\d{1,5}(?=[\s,;(])/, '');
  const [found, at = ''] = TIME.exec(rest) ?? [];
  const zone = ZONE.exec(rest)?.[1];
  if (found === undefined || zone === undefined) return failed(BARE_IP);
  const before = rest.slice(0, rest.indexOf(found));
  const day = readUkDate(before.replace(/^[\s,;:(–-]+(?:on )?|(?:[\s,]+at|[\s,])*$/gi, ''), {});
  if (!day.ok || day.issues.length > 0) return failed(BARE_IP);
  const seenAt = { on: day.value.value, at: at.padStart(at.length < 6 ? 5 : 8, '0'), zone };
  return isClockTime(seenAt.at) && isZone(zone)
    ? passed({ type: 'ip-address', asSeen, seenAt })
    : failed(BARE_IP);
}
