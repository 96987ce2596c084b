/** Why two persons may be one, and what speaks against it: typed data, with what each side says. */
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
 * How the two are alike.
 *
 * - `same`: as they are compared, without capitals, spaces or punctuation.
 * - `spelling`: but for accents, apostrophes or spaces.
 * - `one-letter`, `few-letters`, `letters-swapped`: one letter, up to two, or two neighbours change places.
 * - `short-form`: Bill for William. `initial`: J for Jack. `middle`: one’s forename is the other’s middle name.
 * - `order`, `part`: the parts of a double-barrelled name in another order, or only some of them.
 * - `swapped`: the surname of one is the forename of the other.
 * - `surname-only`, `forename-only`: the other half is not known of one of them.
 * - `day-and-month`, `one-digit`, `digits-swapped`: of a date.
 * - `other-platform`: the same handle elsewhere, or it is not known where. `capitals`: where capitals matter.
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

/** What either side says. */
export interface Sides {
  readonly found: MatchValue;
  readonly held: MatchValue;
}

export interface Reason {
  readonly kind: ReasonKind;
  /** Never empty; of a name one for each half. */
  readonly how: readonly Likeness[];
  readonly strength: Strength;
  /** One pair; of surname and date of birth two. */
  readonly said: readonly Sides[];
}

export const AGAINST_KINDS = ['forename', 'surname', 'birth-date'] as const;

/** Both sides say it, and they differ. */
export interface Against {
  readonly kind: (typeof AGAINST_KINDS)[number];
  readonly said: Sides;
}

export interface Likening {
  /** The strongest first. */
  readonly reasons: readonly Reason[];
  readonly against: readonly Against[];
}

/** The same reason, seen from the other side. */
export function turned({ reasons, against }: Likening): Likening {
  return {
    reasons: reasons.map((reason) => ({ ...reason, said: reason.said.map(turnedSides) })),
    against: against.map((each) => ({ ...each, said: turnedSides(each.said) })),
  };
}

function turnedSides({ found, held }: Sides): Sides {
  return { found: held, held: found };
}
