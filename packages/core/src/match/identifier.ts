/** An identifier of any type, in the form by which two of them are compared. */
import { readPhone } from '../capture/read/read-phone.js';
import {
  deviceIn,
  domainIn,
  emailAddressIn,
  ipAddressIn,
  pgpKeyIn,
  walletIn,
  webAddressIn,
} from '../record/identifier-form.js';
import { isStandingIdentifier, type OnlineIdentifier } from '../record/online-identifier.js';
import usual from './data/identifier-form.json' with { type: 'json' };
import { comparedHandle } from './handle.js';
import type { MatchKind, MatchValue } from './person.js';

/** The parts of an identifier that are compared. */
export interface IdentifierForm {
  /** A code of `identifier-type`; absent for a platform account. */
  readonly type?: string | undefined;
  readonly platform?: string | undefined;
  readonly asSeen: string;
}

/** The type of an identifier whose record says none: all were platform accounts. */
export const PLATFORM_ACCOUNT = 'platform-account';

/** Type of the identifier, a code of `identifier-type`. */
export function identifierType({ type }: { readonly type?: string | undefined }): string {
  return type || PLATFORM_ACCOUNT;
}

const CANONICAL: Readonly<Record<string, (text: string) => string | undefined>> = {
  email: emailAddressIn,
  telephone: (text) => {
    const read = readPhone(text, {});
    return read.ok ? read.value.value : undefined;
  },
  'ip-address': ipAddressIn,
  domain: domainIn,
  'web-address': webAddressIn,
  device: deviceIn,
  wallet: walletIn,
  'pgp-key': pgpKeyIn,
};

/**
 * The one form of an identifier: a proposal that an officer may correct.
 *
 * @returns undefined if the text has none, as a telephone number that cannot be read
 */
export function canonicalIdentifier(form: IdentifierForm): string | undefined {
  const asSeen = form.asSeen.trim();
  if (asSeen === '') return undefined;
  const read = CANONICAL[identifierType(form)];
  return read ? read(asSeen) : comparedHandle(asSeen, form.platform || undefined)?.exact;
}

/**
 * Key of an identifier: two that have it in common are one. A platform that is not known is one of its own. The canonical
 * form of an email address keeps its capitals; no provider tells two people apart by them.
 */
export function identifierKey(form: IdentifierForm): string {
  const platform = CANONICAL[identifierType(form)] ? '' : (form.platform ?? '');
  const exact = canonicalIdentifier(form) ?? form.asSeen.trim();
  const compared = identifierType(form) === 'email' ? exact.toLowerCase() : exact;
  return JSON.stringify([identifierType(form), platform, compared]);
}

/** True if the form is not one that its type, or its platform, usually has. */
export function isUnusualForm(form: IdentifierForm): boolean {
  const asSeen = form.asSeen.trim();
  const exact = canonicalIdentifier(form);
  if (CANONICAL[identifierType(form)]) return exact === undefined;
  const known = (usual.forms as Readonly<Record<string, string>>)[form.platform ?? ''];
  return known !== undefined && !new RegExp(known, 'i').test(exact ?? asSeen);
}

/**
 * Kinds of value that a person is told by. The others are shared by many people, so they liken nobody: an IP address is
 * somebody else’s an hour later, and a domain or a page is everybody’s.
 */
const TELLING: Readonly<Record<string, MatchKind>> = {
  [PLATFORM_ACCOUNT]: 'handle',
  email: 'email',
  telephone: 'phone',
  device: 'handle',
  wallet: 'handle',
  'pgp-key': 'handle',
};

/** The value that a person is looked for by; undefined if an identifier of this type likens nobody, or it ended. */
export function identifierValue(
  form: IdentifierForm & Partial<Pick<OnlineIdentifier, 'endedOn'>>,
): MatchValue | undefined {
  const kind = TELLING[identifierType(form)];
  if (kind === undefined || !isStandingIdentifier(form)) return undefined;
  const isAccount = identifierType(form) === PLATFORM_ACCOUNT;
  return {
    kind,
    text: isAccount ? form.asSeen : (canonicalIdentifier(form) ?? form.asSeen),
    ...(isAccount && form.platform ? { platform: form.platform } : {}),
  };
}
