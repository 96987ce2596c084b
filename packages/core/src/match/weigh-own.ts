/** The evidence from the references, numbers, email addresses and handles of two persons. */
import { type ComparedPerson, type Keyed, localPart } from './compared-person.js';
import { editDistance } from './edit-distance.js';
import type { Rarity } from './rarity.js';
import type { Strength } from './reason.js';
import {
  type FoundPair,
  MOST_OF_A_KIND,
  NOTHING,
  type Pair,
  pairs,
  type Weighed,
} from './weighed.js';

export function weighKeyed(
  kind: 'reference' | 'phone',
  strength: Strength,
  a: readonly Keyed[],
  b: readonly Keyed[],
  bitsOf: (key: string) => number,
): Weighed {
  const held = new Map(b.map(({ key, value }) => [key, value]));
  const both = a
    .filter(({ key }) => held.has(key))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, MOST_OF_A_KIND);
  return {
    reasons: both.map(({ key, value }) => ({
      kind,
      how: ['same'],
      strength,
      said: [{ found: value, held: held.get(key) ?? value }],
    })),
    against: [],
    bits: Math.max(0, ...both.map(({ key }) => bitsOf(key))),
  };
}

/** Weighs email addresses: the same, a possible typing error, or the same name before the sign. */
export function weighEmails(a: ComparedPerson, b: ComparedPerson, rarity: Rarity): Weighed {
  const found = pairs(a.emails, b.emails, (one, other): Pair | undefined => {
    if (one.key === other.key) return ['same', 'strong', rarity('email', one.key)];
    const [name, otherName] = [localPart(one.key), localPart(other.key)];
    if (Math.min(name.length, otherName.length) < 6) return undefined;
    if (name === otherName) return ['part', 'weak', 8];
    const apart = editDistance(one.key, other.key, 2);
    if (apart > 2) return undefined;
    return [apart === 1 ? 'one-letter' : 'few-letters', 'weak', 8];
  });
  return weighPairs('email', found);
}

export function weighHandles(a: ComparedPerson, b: ComparedPerson, rarity: Rarity): Weighed {
  const found = pairs(a.handles, b.handles, (one, other): Pair | undefined => {
    const [x, y] = [one.handle, other.handle];
    if (x.key !== y.key) return undefined;
    if (x.platform === undefined || x.platform !== y.platform)
      return ['other-platform', 'weak', x.key.length > 4 ? 7 : 3];
    if (x.exact !== y.exact) return ['capitals', 'weak', 5];
    return ['same', 'strong', rarity('handle', x.key)];
  });
  return weighPairs('handle', found);
}

function weighPairs(kind: 'email' | 'handle', found: readonly FoundPair[]): Weighed {
  const [best] = found;
  if (!best) return NOTHING;
  // Leaves out look-alikes once there is an exact match.
  const shown = found.filter(({ pair }) => pair[1] === best.pair[1]).slice(0, MOST_OF_A_KIND);
  return {
    reasons: shown.map(({ pair: [how, strength], found: one, held }) => ({
      kind,
      how: [how],
      strength,
      said: [{ found: one, held }],
    })),
    against: [],
    bits: best.pair[2],
  };
}
