/** The evidence of one kind of value when two persons are compared. */
import type { MatchValue } from './person.js';
import type { Against, Likeness, Reason, Sides, Strength } from './reason.js';

/** The reasons, and bits for the match (below zero: against it). */
export interface Weighed {
  readonly reasons: readonly Reason[];
  readonly against: readonly Against[];
  readonly bits: number;
}

export const NOTHING: Weighed = { reasons: [], against: [], bits: 0 };

/** Most reasons of one kind returned: the third shared telephone number says no more than the first. */
export const MOST_OF_A_KIND = 3;

/** A value that each side has: the likeness, and its worth. */
export type Pair = readonly [how: Likeness, strength: Strength, bits: number];
export interface FoundPair {
  readonly pair: Pair;
  readonly found: MatchValue;
  readonly held: MatchValue;
}

/** Every similar pair, the strongest evidence first. */
export function pairs<T extends { readonly value: MatchValue }>(
  a: readonly T[],
  b: readonly T[],
  alike: (one: T, other: T) => Pair | undefined,
): readonly FoundPair[] {
  const found: FoundPair[] = [];
  for (const one of a)
    for (const other of b) {
      const pair = alike(one, other);
      if (pair) found.push({ pair, found: one.value, held: other.value });
    }
  return found.sort((x, y) => y.pair[2] - x.pair[2] || (isBefore(x, y) ? -1 : 1));
}

interface SaidBits {
  readonly bits: number;
  readonly said: Sides;
  /** Of two of equal bits this is the better; absent: neither is. */
  readonly isExact?: boolean;
}

/** True if it is stronger evidence than the best so far. */
export function isBetter(one: SaidBits, best: SaidBits): boolean {
  if (one.bits !== best.bits) return one.bits > best.bits;
  if (one.isExact !== best.isExact) return one.isExact === true;
  return isBefore(one.said, best.said);
}

/** Orders two of equal evidence, in the same way from either side. */
function isBefore(one: Sides, other: Sides): boolean {
  return keyOf(one) < keyOf(other);
}

function keyOf({ found, held }: Sides): string {
  return [found, held]
    .map((value) => JSON.stringify(value))
    .sort()
    .join('\n');
}
