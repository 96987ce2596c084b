/** The evidence from the names of two persons. */
import {
  compareMiddle,
  compareNames,
  isAlike,
  isWhole,
  type NameLikeness,
} from './compare-name.js';
import type { ComparedPerson } from './compared-person.js';
import type { ComparedName } from './name.js';
import type { Rarity } from './rarity.js';
import type { Against, Likeness, Sides } from './reason.js';
import { isBetter, NOTHING, type Weighed } from './weighed.js';

/**
 * Bits of names that are similar and not the same: their share of true pairs, over that of strangers. Proposed for this
 * toolkit, 2026-11-24.
 */
const GIVEN_BITS: Readonly<Partial<Record<NameLikeness['given'], number>>> = {
  'short-form': 4,
  initial: 2,
  middle: 3,
  'one-letter': 5,
  'letters-swapped': 6,
  'few-letters': 4,
  swapped: 5,
  differs: -5,
};
const FAMILY_BITS: Readonly<Partial<Record<NameLikeness['family'], number>>> = {
  'one-letter': 7,
  'letters-swapped': 7,
  'few-letters': 6,
  swapped: 5,
  differs: -4,
};

/** Most bits for a part of a double-barrelled surname, however rare. */
const MOST_OF_A_PART = 7;

export interface WeighedName extends Weighed, Omit<NameLikeness, 'isSwapped' | 'shared'> {
  readonly givenBits: number;
  readonly familyBits: number;
  readonly said: Sides | undefined;
  /** False if only the middle names are not the same: another pair of names may be. */
  readonly isExact: boolean;
}

/** Weighs the two most similar names, if each person has several. */
export function weighNames(a: ComparedPerson, b: ComparedPerson, rarity: Rarity): WeighedName {
  let best: WeighedName | undefined;
  for (const one of a.names)
    for (const other of b.names) {
      const alike = compareNames(one.name, other.name);
      const { given, family, shared } = alike;
      const givenBits =
        shared.given === undefined ? (GIVEN_BITS[given] ?? 0) : rarity('given', shared.given);
      const familyBits = bitsOfFamily(alike, rarity);
      const bits = givenBits + familyBits;
      const said = { found: one.value, held: other.value };
      const middle = middleOf(alike, one.name, other.name);
      const isExact = middle === undefined;
      if (best?.said && !isBetter({ bits, said, isExact }, { ...best, said: best.said })) continue;
      const words = saidOfNames(alike, middle, said);
      best = { given, family, givenBits, familyBits, bits, said, isExact, ...words };
    }
  return (
    best ?? {
      ...NOTHING,
      given: 'unknown',
      family: 'unknown',
      givenBits: 0,
      familyBits: 0,
      said: undefined,
      isExact: false,
    }
  );
}

/** Of names that are the same but for their middle names: how those are alike. */
function middleOf(
  { given, family, isSwapped }: NameLikeness,
  one: ComparedName,
  other: ComparedName,
): Likeness | undefined {
  const isSame = !isSwapped && isWhole(given) && isWhole(family);
  return isSame ? compareMiddle(one, other) : undefined;
}

function bitsOfFamily({ family, shared }: NameLikeness, rarity: Rarity): number {
  if (shared.family === undefined) return FAMILY_BITS[family] ?? 0;
  const rare = rarity('family', shared.family);
  return family === 'part' ? Math.min(rare, MOST_OF_A_PART) : rare;
}

function saidOfNames(
  { given, family, isSwapped }: NameLikeness,
  middle: Likeness | undefined,
  said: Sides,
): Pick<Weighed, 'reasons' | 'against'> {
  const against: Against[] = [
    ...(given === 'differs' ? [{ kind: 'forename', said } as const] : []),
    ...(family === 'differs' ? [{ kind: 'surname', said } as const] : []),
  ];
  const how: Likeness[] = [];
  if (isSwapped) how.push('swapped');
  else if (isAlike(given) && isAlike(family)) how.push(...new Set([given, family]));
  else if (isAlike(family) && given === 'unknown') how.push('surname-only');
  else if (isAlike(given) && family === 'unknown') how.push('forename-only');
  if (how.length === 0) return { reasons: [], against };
  const plain = how.filter((each) => each !== 'same');
  const strength = plain.every((each) => each === 'spelling') ? 'moderate' : 'weak';
  // A middle name that is left out makes the name no weaker: many systems do not ask for one.
  const told = middle === undefined ? plain : [...plain, middle];
  return {
    reasons: [{ kind: 'name', how: told.length > 0 ? told : how, strength, said: [said] }],
    against,
  };
}
