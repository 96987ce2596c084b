/** The evidence from the addresses of two persons. */
import type { ComparedAddress, ComparedPerson } from './compared-person.js';
import { editDistance } from './edit-distance.js';
import type { Rarity } from './rarity.js';
import type { Sides } from './reason.js';
import { isBetter, NOTHING, type Weighed } from './weighed.js';

/** Weighs shared address words by how rare each is: a house number says little, a street a good deal. */
export function weighAddresses(a: ComparedPerson, b: ComparedPerson, rarity: Rarity): Weighed {
  let best: (WeighedAddress & { said: Sides }) | undefined;
  for (const one of a.addresses)
    for (const other of b.addresses) {
      // Pairs words in one order, whichever person is sought.
      const [first, second] = one.value.text < other.value.text ? [one, other] : [other, one];
      const weighed = weighAddress(first, second, rarity);
      const said = { found: one.value, held: other.value };
      if (best && !isBetter({ bits: weighed.bits, said }, best)) continue;
      best = { ...weighed, said };
    }
  if (!best) return NOTHING;
  const { how, said, bits } = best;
  const reason = how && ({ kind: 'address', how: [how], strength: 'weak', said: [said] } as const);
  return { reasons: reason ? [reason] : [], against: [], bits };
}

/** Most bits for shared words of an address: they occur together, so each says less than it would alone. */
const MOST_OF_WORDS = 9;
/** Bits for two addresses with nothing in common: people move, so they say only a little. */
const OTHER_ADDRESS = -2;

interface WeighedAddress {
  readonly bits: number;
  /** `part` if one of them is a postcode alone; absent if they are two addresses. */
  readonly how?: 'same' | 'part';
}

function weighAddress(
  one: ComparedAddress,
  other: ComparedAddress,
  rarity: Rarity,
): WeighedAddress {
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
  if (!isSamePostcode && count === 0) return { bits: OTHER_ADDRESS };
  // The name of the town alone makes no address of a shared postcode, and neighbours share all but the number.
  const isShared = isSamePostcode ? count * 2 >= shorter : count > 1 && count * 2 > longer;
  const isSame = isShared && isOneNumber(one.words, other.words);
  const how = isSamePostcode && shorter === 0 ? 'part' : 'same';
  const postcode = isSamePostcode ? rarity('postcode', one.postcode ?? '') : 0;
  return {
    bits: postcode + Math.min(bits / 2, MOST_OF_WORDS),
    ...(isSame ? { how } : {}),
  };
}

/** True unless each gives a number, of a house or a flat, that the other does not. */
function isOneNumber(one: readonly string[], other: readonly string[]): boolean {
  const [few = [], more = []] = [one, other]
    .map((words) => words.filter((word) => /\d/.test(word)))
    .toSorted((a, b) => a.length - b.length);
  return few.every((number) => more.includes(number));
}
