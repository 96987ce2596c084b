/** Compares two persons: every reason why they may be one, everything against it, and the result. */
import { isAlike } from './compare-name.js';
import { type ComparedPerson, comparedPerson } from './compared-person.js';
import type { MatchPerson } from './person.js';
import { type Rarity, USUAL_RARITY } from './rarity.js';
import { type Likening, type Reason, type ReasonKind, STRENGTHS, type Strength } from './reason.js';
import { weighAddresses } from './weigh-address.js';
import { surnameAndBirthDate, type WeighedBirth, weighBirth } from './weigh-birth.js';
import { type WeighedName, weighNames } from './weigh-name.js';
import { weighEmails, weighHandles, weighKeyed } from './weigh-own.js';
import { NOTHING, type Weighed } from './weighed.js';

export interface Weight extends Likening {
  /** Evidence, in bits; never shown. */
  readonly bits: number;
  /** The evidence with everything that a household shares counted in full, for a table without twins. */
  readonly tableBits: number;
  /** The strongest label allowed, for any evidence: `undefined` if it must not be offered at all. */
  readonly most: Strength | undefined;
}

/**
 * Bits allowed for things that a household shares, which are evidence of living together and not of being one person.
 * If forenames differ, a surname with an address or a telephone number is worth at most the first, a surname alone the
 * second.
 */
const MOST_OF_A_HOUSEHOLD = 6;
const MOST_OF_A_SURNAME = 2;

export function weigh(a: ComparedPerson, b: ComparedPerson, rarity: Rarity): Weight {
  const name = weighNames(a, b, rarity);
  const born = weighBirth(a, b, rarity);
  const references = weighKeyed('reference', 'strong', a.references, b.references, (key) =>
    rarity('reference', key),
  );
  const phones = weighKeyed('phone', 'moderate', a.phones, b.phones, (key) => rarity('phone', key));
  const emails = weighEmails(a, b, rarity);
  const handles = weighHandles(a, b, rarity);
  const address = weighAddresses(a, b, rarity);
  const own = [references, handles, emails];

  const isOther = name.given === 'differs';
  const shared = Math.max(0, name.familyBits) + phones.bits + Math.max(0, address.bits);
  const isHome = phones.bits > 0 || address.reasons.length > 0;
  const most = isHome ? MOST_OF_A_HOUSEHOLD : MOST_OF_A_SURNAME;
  const household = isOther ? Math.min(shared, most) : shared;
  const rest =
    Math.min(0, name.familyBits) +
    Math.min(0, address.bits) +
    name.givenBits +
    born.bits +
    own.reduce((sum, each) => sum + each.bits, 0);
  const both = surnameAndBirthDate(name, born);
  const parts = [
    references,
    handles,
    emails,
    phones,
    both,
    name,
    both === NOTHING ? born : withoutSame(born),
    address,
  ];
  const reasons = parts
    .flatMap((part) => part.reasons)
    .toSorted((one, other) => STRENGTHS.indexOf(one.strength) - STRENGTHS.indexOf(other.strength));
  return {
    reasons,
    against: parts.flatMap((part) => part.against),
    bits: household + rest,
    tableBits: shared + rest,
    most: mostOf(reasons, name, born),
  };
}

/** Compares two persons apart from any others, with assumed rarities. */
export function compare(found: MatchPerson, held: MatchPerson): Likening {
  const { reasons, against } = weigh(comparedPerson(found), comparedPerson(held), USUAL_RARITY);
  return { reasons, against };
}

/** The dates that are only alike: those that are the same are in the reason of surname and date. */
function withoutSame(born: Weighed): Weighed {
  return { ...born, reasons: born.reasons.filter(({ how }) => !how.includes('same')) };
}

/**
 * The strongest label allowed. A name alone is never strong. With another forename or another date of birth it is
 * moderate at most, so that twins and cousins of one name are considered and not taken for one. With both it is weak.
 */
function mostOf(
  reasons: readonly Reason[],
  name: WeighedName,
  born: WeighedBirth,
): Strength | undefined {
  const kinds = new Set(reasons.map(({ kind }) => kind));
  const isOwn = OWN.some((kind) => kinds.has(kind));
  const isPlaced = kinds.has('address');
  const isDated = born.how !== 'unknown' && born.reasons.length > 0;
  const isNamed = isAlike(name.given) && isAlike(name.family);
  const isHalfNamed = isAlike(name.given) || isAlike(name.family);
  if (!isOwn && !isNamed && !(isDated && (isHalfNamed || isPlaced))) return undefined;
  const otherDate = born.how === 'differs' || born.how === 'one-part';
  if (name.given === 'differs' && otherDate) return isOwn ? 'weak' : undefined;
  if (!isOwn && !isNamed && !isPlaced && born.how !== 'same') return 'weak';
  if (name.given === 'differs' || otherDate) return 'moderate';
  if (name.family === 'differs' && !isOwn) return 'moderate';
  return isOwn || isDated || isPlaced ? 'strong' : 'moderate';
}

const OWN: readonly ReasonKind[] = ['reference', 'handle', 'email', 'phone'];
