/** Statistics of many presses: their summary, and the comparison between two sets. */

export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** By nearest rank, to a tenth of a millisecond; with few values the 95th percentile is the largest. */
export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    tenths(sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95) };
}

export function largest(values: readonly number[]): number {
  return tenths(Math.max(0, ...values));
}

/** The quotient of the two, to a hundredth. */
export function ratio(value: number, other: number): number {
  return Math.round((value / other) * 100) / 100;
}

export function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

/** By nearest rank. */
export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? Number.NaN;
}

/** The median of each round's own ratio: a busy moment affects both. To a hundredth. */
export function ratioOfRounds(values: readonly number[], others: readonly number[]): number {
  return ratio(middle(values.map((value, round) => value / (others[round] ?? Number.NaN))), 1);
}
