/**
 * The weight of a value that two persons share: the rarer it is among those held, the more it counts. In bits: each
 * halves the frequency by chance. None of it is shown; it sorts candidates and sets their strength.
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
 * Assumed share of all people who have any one value of the kind, before anybody is held, and the least ever assumed:
 * two strangers do sometimes share the rarest surname. Proposed for this toolkit, 2026-11-24. The shares of names are
 * orders of magnitude; that of days is one in twenty years of them.
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

/** Number of stored persons whose values weigh as much as the assumed share. */
const SUPPOSED = 100;

/**
 * @param holders - stored persons who have the value, including the one compared
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

/** The rarity while nobody is held. */
export const USUAL_RARITY: Rarity = (kind) => rarityOf(kind, 1, 1);
