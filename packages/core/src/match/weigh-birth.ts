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

export function weighBirth(a: ComparedPerson, b: ComparedPerson, rarity: Rarity): WeighedBirth {
  let best: (WeighedBirth & { readonly said: Sides }) | undefined;
  for (const one of a.born)
    for (const other of b.born) {
      const how = compareDates(one.key, other.key);
      const bits = how === 'same' ? rarity('born', one.key) : DATE_BITS[how];
      const said = { found: one.value, held: other.value };
      if (best && !isBetter({ bits, said }, best)) continue;
      best =
        how === 'differs' || how === 'one-part'
          ? { how, bits, said, reasons: [], against: [{ kind: 'birth-date', said }] }
          : {
              how,
              bits,
              said,
              reasons: [{ kind: 'birth-date', how: [how], strength: 'weak', said: [said] }],
              against: how === 'same' ? [] : [{ kind: 'birth-date', said }],
            };
    }
  return best ?? { ...NOTHING, how: 'unknown' };
}

/** Combines the two into one reason, since together they say more than either. */
export function surnameAndBirthDate(name: WeighedName, born: WeighedBirth): Weighed {
  const [reason] = born.reasons;
  if (born.how !== 'same' || !isWhole(name.family) || !name.said || !reason) return NOTHING;
  const strength = isAlike(name.given) ? 'strong' : name.given === 'unknown' ? 'moderate' : 'weak';
  return {
    reasons: [
      {
        kind: 'surname-and-birth-date',
        how: [name.family === 'same' ? 'same' : (name.family as Likeness)],
        strength,
        said: [name.said, ...reason.said],
      },
    ],
    against: [],
    bits: 0,
  };
}
