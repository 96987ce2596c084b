/**
 * How much it says that two persons share a value: the rarer it is among those held, the more. In bits: each halves how
 * often it would happen by chance. Nothing of it is shown; it puts candidates in order and says how strong one is.
 */

export const RARITY_KINDS = [
  'given',
  'family',
  'born',
  'reference',
  'handle',
  'email',
  'phone',
  'postcode',
  'word',
] as const;
export type RarityKind = (typeof RARITY_KINDS)[number];

/**
 * Share of all people who have any one value of the kind, as supposed before anybody is held, and the least that is ever
 * supposed: two strangers do now and then share the rarest surname. Proposed for this toolkit, 2026-11-24; the shares of
 * names are orders of magnitude, that of days is one in twenty years of them.
 */
const SHARES: Readonly<Record<RarityKind, readonly [usual: number, least: number]>> = {
  given: [1 / 400, 1 / 2000],
  family: [1 / 2000, 1 / 20_000],
  born: [1 / 7000, 1 / 10_000],
  reference: [1 / 100_000, 1 / 1_000_000],
  handle: [1 / 100_000, 1 / 1_000_000],
  email: [1 / 100_000, 1 / 1_000_000],
  phone: [1 / 20_000, 1 / 50_000],
  postcode: [1 / 2000, 1 / 10_000],
  word: [1 / 100, 1 / 5000],
};

/** Held persons whose values weigh as much as what was supposed before. */
const SUPPOSED = 100;

/**
 * @param holders - persons held who have the value, the one compared among them
 * @param all - persons held
 */
export function rarityOf(kind: RarityKind, holders: number, all: number): number {
  const [usual, least] = SHARES[kind];
  const others = Math.max(0, holders - 1);
  const share = (others + SUPPOSED * usual) / (Math.max(0, all - 1) + SUPPOSED);
  return -Math.log2(Math.min(1, Math.max(share, least)));
}

/** Bits that a shared value of the kind is worth. */
export type Rarity = (kind: RarityKind, key: string) => number;

/** While nobody is held. */
export const USUAL_RARITY: Rarity = (kind) => rarityOf(kind, 1, 1);
