/** Reasons why two persons may be one, and evidence against it: typed data, with the values of each side. */
import type { MatchValue } from './person.js';

export const STRENGTHS = ['strong', 'moderate', 'weak'] as const;
export type Strength = (typeof STRENGTHS)[number];

export const REASON_KINDS = [
  'reference',
  'handle',
  'email',
  'phone',
  'surname-and-birth-date',
  'name',
  'birth-date',
  'address',
] as const;
export type ReasonKind = (typeof REASON_KINDS)[number];

/**
 * The likeness of the two.
 *
 * - `same`: when compared without capitals, spaces or punctuation.
 * - `spelling`: apart from accents, apostrophes or spaces.
 * - `one-letter`, `few-letters`, `letters-swapped`: one letter, up to two, or two neighbours swapped.
 * - `short-form`: Bill for William. `initial`: J for Jack. `middle`: one’s forename is the other’s middle name.
 * - `shorter`: one leaves out a middle name. `other-middle`: a middle name differs.
 * - `order`, `part`: the parts of a double-barrelled name in another order, or only some of them.
 * - `swapped`: the surname of one is the forename of the other.
 * - `surname-only`, `forename-only`: the other half is unknown for one of them.
 * - `day-and-month`, `one-digit`, `digits-swapped`: of a date.
 * - `other-platform`: the same handle on another or an unknown platform. `capitals`: differs where they matter.
 */
export const LIKENESSES = [
  'same',
  'spelling',
  'one-letter',
  'few-letters',
  'letters-swapped',
  'short-form',
  'initial',
  'middle',
  'shorter',
  'other-middle',
  'order',
  'part',
  'swapped',
  'surname-only',
  'forename-only',
  'day-and-month',
  'one-digit',
  'digits-swapped',
  'other-platform',
  'capitals',
] as const;
export type Likeness = (typeof LIKENESSES)[number];

/** The value on either side. */
export interface Sides {
  readonly found: MatchValue;
  readonly held: MatchValue;
}

export interface Reason {
  readonly kind: ReasonKind;
  /** One likeness, or one for each half of a name; never empty. */
  readonly how: readonly Likeness[];
  readonly strength: Strength;
  /** One pair; for surname and date of birth, the names and each date that is the same. */
  readonly said: readonly Sides[];
}

export const AGAINST_KINDS = ['forename', 'surname', 'birth-date'] as const;

/** A value that both sides have and that differs; of several dates of birth, one for each that differs. */
export interface Against {
  readonly kind: (typeof AGAINST_KINDS)[number];
  readonly said: Sides;
}

export interface Likening {
  /** Strongest first. */
  readonly reasons: readonly Reason[];
  readonly against: readonly Against[];
}

/** The same reasons, seen from the other side. */
export function turned({ reasons, against }: Likening): Likening {
  return {
    reasons: reasons.map((reason) => ({ ...reason, said: reason.said.map(turnedSides) })),
    against: against.map((each) => ({ ...each, said: turnedSides(each.said) })),
  };
}

function turnedSides({ found, held }: Sides): Sides {
  return { found: held, held: found };
}
