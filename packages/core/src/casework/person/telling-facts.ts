/** Facts of a person that tell them from somebody whose name and date of birth read alike, or whose name is not known. */
import { saysNotKnown } from '../../capture/read/not-known.js';
import { identifierType, PLATFORM_ACCOUNT } from '../../match/identifier.js';
import { isStandingIdentifier, type OnlineIdentifier } from '../../record/online-identifier.js';
import { latestInUse, type Subject } from '../../record/subject.js';
import type { StoredRecord } from '../../store/log/port.js';

export interface TellingFacts {
  /** True if the name only says that the name is not known. */
  readonly isUnnamed?: true;
  /** The handle that is most surely theirs; never one that is doubted. */
  readonly handle?: string;
  /** The school or employer that they have now. */
  readonly school?: string;
}

/**
 * Gathers the facts from what is on record now.
 *
 * @param identifiers - theirs alone
 */
export function tellingFacts(
  subject: Pick<Subject, 'name' | 'schools'>,
  identifiers: readonly StoredRecord<'onlineIdentifier'>[],
): TellingFacts {
  const handle = identifiers
    .filter(
      ({ value }) =>
        value.confidence !== 'doubted' &&
        isStandingIdentifier(value) &&
        identifierType(value) === PLATFORM_ACCOUNT,
    )
    .toSorted((one, other) => (sureness(one) < sureness(other) ? -1 : 1))[0]?.value.asSeen;
  const school = latestInUse(subject.schools)?.name;
  return {
    ...(isUnnamed(subject.name) ? { isUnnamed: true } : {}),
    ...(handle === undefined ? {} : { handle }),
    ...(school === undefined ? {} : { school }),
  };
}

/** True for “Unknown”, “Name not known” and “Unknown male”, which any number of people may share. */
export function isUnnamed(name: string): boolean {
  const bare = name.trim().replace(NAME_FIRST, '');
  const isNone = (text: string): boolean => saysNotKnown(text);
  return isNone(name) || isNone(bare) || bare.split(/\s+/).every(isNone) || NOBODY.test(bare);
}

const NAME_FIRST = /^(?:full\s+)?name[\s:,-]+/i;
const NOBODY =
  /^(?:no name|unnamed|nameless|anonymous)$|^(?:unknown|unnamed|unidentified)\s+(?:male|female|boy|girl|man|woman|child|juvenile|youth|young person|person|pupil|student|subject|suspect|user)$/i;

/** The surest first; of equals the one noted first. The id decides last, so that the choice stays. */
function sureness({ id, value }: StoredRecord<'onlineIdentifier'>): string {
  const rank = SURE.indexOf(value.confidence);
  return `${rank < 0 ? SURE.length : rank} ${value.firstSeenOn} ${id}`;
}

const SURE: readonly OnlineIdentifier['confidence'][] = ['confirmed', 'likely', 'possible'];
