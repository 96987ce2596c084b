/** Two persons compared: every reason why they may be one, all that speaks against it, and what it comes to. */
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
  /** The same with all that a household shares counted in full: of a table that has nobody’s twin. */
  readonly tableBits: number;
  /** The strongest that it may be called, whatever the evidence: `undefined` when it is not to be offered at all. */
  readonly most: Strength | undefined;
}

/**
 * What a household shares says that they live together, not that they are one: where forenames differ, a surname with
 * an address or a telephone number is at most worth the first, a surname alone the second.
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
    both === NOTHING ? born : against(born),
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

/** Compares two persons apart from any others: how rare a value is, is supposed. */
export function compare(found: MatchPerson, held: MatchPerson): Likening {
  const { reasons, against } = weigh(comparedPerson(found), comparedPerson(held), USUAL_RARITY);
  return { reasons, against };
}

function against(weighed: Weighed): Weighed {
  return { ...weighed, reasons: [] };
}

/**
 * The strongest that it may be called. A name alone is never strong; with another forename or another date of birth it
 * is moderate at most, so that twins and cousins of one name are looked at and not taken for one; with both it is weak.
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
