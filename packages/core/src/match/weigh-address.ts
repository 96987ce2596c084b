/** The evidence from the addresses of two persons. */
import type { ComparedAddress, ComparedPerson } from './compared-person.js';
import { editDistance } from './edit-distance.js';
import type { Rarity } from './rarity.js';
import type { Reason, Sides } from './reason.js';
import { isBetter, NOTHING, type Weighed } from './weighed.js';

/** Weighs shared address words by how rare each is: a house number says little, a street a good deal. */
export function weighAddresses(a: ComparedPerson, b: ComparedPerson, rarity: Rarity): Weighed {
  let best: { bits: number; isSame: boolean; said: Sides } | undefined;
  for (const one of a.addresses)
    for (const other of b.addresses) {
      // Pairs words in one order, whichever person is sought.
      const [first, second] = one.value.text < other.value.text ? [one, other] : [other, one];
      const { bits, isSame } = weighAddress(first, second, rarity);
      const said = { found: one.value, held: other.value };
      if (best && !isBetter({ bits, said }, best)) continue;
      best = { bits, isSame, said };
    }
  if (!best) return NOTHING;
  const reason: Reason = { kind: 'address', how: ['same'], strength: 'weak', said: [best.said] };
  return { reasons: best.isSame ? [reason] : [], against: [], bits: best.bits };
}

/** Most bits for shared words of an address: they occur together, so each says less than it would alone. */
const MOST_OF_WORDS = 9;
/** Bits for two addresses with nothing in common: people move, so they say only a little. */
const OTHER_ADDRESS = -2;

function weighAddress(
  one: ComparedAddress,
  other: ComparedAddress,
  rarity: Rarity,
): { readonly bits: number; readonly isSame: boolean } {
  const isSamePostcode = one.postcode !== undefined && one.postcode === other.postcode;
  const shared = one.words.filter((word) => other.words.includes(word));
  const left = other.words.filter((word) => !shared.includes(word));
  let bits = shared.reduce((sum, word) => sum + rarity('word', word), 0);
  let count = shared.length;
  for (const word of one.words) {
    if (shared.includes(word) || word.length < 5) continue;
    const at = left.findIndex((each) => each.length > 4 && editDistance(word, each, 1) === 1);
    const [near] = at === -1 ? [] : left.splice(at, 1);
    if (near === undefined) continue;
    bits += Math.min(rarity('word', word), rarity('word', near)) / 2;
    count += 1;
  }
  const longer = Math.max(one.words.length, other.words.length);
  const shorter = Math.min(one.words.length, other.words.length);
  const isSame = isSamePostcode ? count > 0 || shorter === 0 : count > 1 && count * 2 > longer;
  if (!isSamePostcode && count === 0) return { bits: OTHER_ADDRESS, isSame };
  const postcode = isSamePostcode ? rarity('postcode', one.postcode ?? '') : 0;
  return { bits: postcode + Math.min(bits / 2, MOST_OF_WORDS), isSame };
}
