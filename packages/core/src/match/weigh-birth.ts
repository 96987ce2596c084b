/** The evidence from the dates of birth of two persons. */
import { compareDates } from './compare-date.js';
import { isAlike, isWhole } from './compare-name.js';
import type { ComparedPerson } from './compared-person.js';
import type { Rarity } from './rarity.js';
import type { Likeness, Sides } from './reason.js';
import type { WeighedName } from './weigh-name.js';
import { isBetter, NOTHING, type Weighed } from './weighed.js';

const DATE_BITS = {
  'day-and-month': 6,
  'digits-swapped': 5.5,
  'one-digit': 4,
  'one-part': -1,
  differs: -5.5,
} as const;

export interface WeighedBirth extends Weighed {
  readonly how: ReturnType<typeof compareDates> | 'unknown';
}

interface ComparedBirths {
  readonly how: ReturnType<typeof compareDates>;
  readonly bits: number;
  readonly said: Sides;
}

/**
 * Weighs the likeliest two dates. Every other date of either person is compared as well, and what it says is listed: one
 * of several that is the same does not hide another that differs.
 */
export function weighBirth(a: ComparedPerson, b: ComparedPerson, rarity: Rarity): WeighedBirth {
  const compared = a.born.flatMap((one) =>
    b.born.map((other): ComparedBirths & { readonly sides: readonly string[] } => {
      const how = compareDates(one.key, other.key);
      const bits = how === 'same' ? rarity('born', one.key) : DATE_BITS[how];
      return {
        how,
        bits,
        said: { found: one.value, held: other.value },
        sides: [`a ${one.key}`, `b ${other.key}`],
      };
    }),
  );
  const [best, ...others] = compared.toSorted((one, other) => (isBetter(one, other) ? -1 : 1));
  if (!best) return { ...NOTHING, how: 'unknown' };
  const shown = [best];
  const seen = new Set(best.sides);
  for (const each of others) {
    if (each.sides.every((side) => seen.has(side))) continue;
    shown.push(each);
    for (const side of each.sides) seen.add(side);
  }
  return {
    how: best.how,
    bits: best.bits,
    reasons: shown.flatMap(({ how, said }) =>
      how === 'differs' || how === 'one-part'
        ? []
        : [{ kind: 'birth-date' as const, how: [how], strength: 'weak' as const, said: [said] }],
    ),
    against: shown.flatMap(({ how, said }) =>
      how === 'same' ? [] : [{ kind: 'birth-date' as const, said }],
    ),
  };
}

/** Combines the two into one reason, since together they say more than either. */
export function surnameAndBirthDate(name: WeighedName, born: WeighedBirth): Weighed {
  const same = born.reasons.filter(({ how }) => how.includes('same')).flatMap(({ said }) => said);
  if (same.length === 0 || !isWhole(name.family) || !name.said) return NOTHING;
  const strength = isAlike(name.given) ? 'strong' : name.given === 'unknown' ? 'moderate' : 'weak';
  return {
    reasons: [
      {
        kind: 'surname-and-birth-date',
        how: [name.family === 'same' ? 'same' : (name.family as Likeness)],
        strength,
        said: [name.said, ...same],
      },
    ],
    against: [],
    bits: 0,
  };
}
