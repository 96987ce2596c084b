/** Faults of an identifier as it would be kept: an IP address without its moment, a time that never was, an odd form. */
import { type IdentifierForm, identifierType, isUnusualForm } from '../../../match/identifier.js';
import { hasCredentials, ipAddressOf, isInsideAddress } from '../../../record/identifier-form.js';
import type { OnlineIdentifier } from '../../../record/online-identifier.js';
import type { SeenAt } from '../../../record/seen-at.js';
import { instantsOf, isOutOfSummer } from '../../../record/zone.js';
import type { Issue } from '../../../shared/issue.js';
import type { CaseContext } from '../../act/context.js';

/** Errors for what cannot be, and warnings for what seldom is. */
export function identifierIssues(
  value: Pick<OnlineIdentifier, 'type' | 'platform' | 'asSeen' | 'seenAt' | 'canonical'>,
  context: CaseContext,
): readonly Issue[] {
  return [
    ...(isBareIpAddress(value) ? [IP_WITHOUT_TIME] : []),
    ...(value.seenAt ? momentIssues(value.seenAt, context) : []),
    ...(isUnusualForm(value) ? [unusual(value)] : []),
    ...(identifierType(value) === 'ip-address' && isInsideAddress(value.asSeen) ? [INSIDE] : []),
    ...(identifierType(value) === 'web-address' && hasCredentials(value.asSeen)
      ? [WITH_PASSWORD]
      : []),
  ];
}

/** True for an IP address under another type: it would stand without the moment that it needs. */
export function isBareIpAddress(
  form: IdentifierForm & Partial<Pick<OnlineIdentifier, 'canonical'>>,
): boolean {
  const { asSeen, canonical = '' } = form;
  return (
    !HAS_MOMENT.has(identifierType(form)) &&
    [asSeen, canonical].some((text) => ipAddressOf(text) !== undefined)
  );
}

/** A page at an address is a page, whoever had the address when. */
const HAS_MOMENT: ReadonlySet<string> = new Set(['ip-address', 'web-address']);

function momentIssues(seenAt: SeenAt, { host }: CaseContext): readonly Issue[] {
  const instants = instantsOf(seenAt);
  if (instants === undefined) return [ZONE_UNKNOWN];
  const [first, second] = instants;
  if (first === undefined) return [NO_SUCH_TIME];
  return [
    ...(first > host.clock.now() ? [STILL_TO_COME] : []),
    ...(second === undefined ? [] : [cameTwice(first, second)]),
    ...(isOutOfSummer(seenAt) ? [NOT_SUMMER] : []),
  ];
}

/** An IP address under another type. */
export const IP_WITHOUT_TIME: Issue = {
  code: 'ip-without-time',
  severity: 'error',
  message:
    'An IP address without a time and zone is not taken. Select IP address as its type, and enter the date, the time and the time zone at which it was used.',
  at: 'asSeen',
};

const ZONE_UNKNOWN: Issue = {
  code: 'time-zone-unknown',
  severity: 'error',
  message: 'Enter a time zone, like UTC, GMT, BST, +01:00 or Europe/London. This one is not known.',
  at: 'seenAt.zone',
};

const NO_SUCH_TIME: Issue = {
  code: 'no-such-time',
  severity: 'error',
  message:
    'There was no such time: clocks went forward over it. Check the time, or give the zone as UTC, GMT or BST.',
  at: 'seenAt.at',
};

const STILL_TO_COME: Issue = {
  code: 'date-in-future',
  severity: 'error',
  message: 'The time it was used must be now or in the past',
  at: 'seenAt.at',
};

function cameTwice(first: string, second: string): Issue {
  const [one, other] = [first, second].map((at) =>
    at.slice('YYYY-MM-DDT'.length, -':00.000Z'.length),
  );
  return {
    code: 'time-came-twice',
    severity: 'warning',
    message: `This time came twice that night, at ${one} and at ${other} UTC, because clocks went back. Ask which it was, and give the zone as GMT or BST.`,
    at: 'seenAt.zone',
  };
}

const NOT_SUMMER: Issue = {
  code: 'not-summer-time',
  severity: 'warning',
  message: 'The United Kingdom was not on British Summer Time then. Check whether the time is GMT.',
  at: 'seenAt.zone',
};

const INSIDE: Issue = {
  code: 'ip-inside-network',
  severity: 'warning',
  message:
    'This address is used inside networks, and many have it at once, so by itself it shows nobody. Check whether another address is meant. It is kept as you entered it.',
  at: 'asSeen',
};

const WITH_PASSWORD: Issue = {
  code: 'address-with-password',
  severity: 'warning',
  message:
    'This web address contains a user name or a password. The canonical form leaves it out. Take it out of the address unless you need it.',
  at: 'asSeen',
};

function unusual(form: IdentifierForm): Issue {
  return {
    code: 'identifier-unusual',
    severity: 'warning',
    message:
      identifierType(form) === 'platform-account'
        ? 'This is not how accounts on that platform are usually written. Check it; it is kept as you entered it.'
        : 'This is not how an identifier of this type is usually written. Check it; it is kept as you entered it.',
    at: 'asSeen',
  };
}
