/** Numbers from many presses: what is said of them, and how one is set beside another. */

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

/** How many times the other, to a hundredth. */
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

/** The middle of the ratios of each round to its own: a busy moment falls on both. To a hundredth. */
export function ratioOfRounds(values: readonly number[], others: readonly number[]): number {
  return ratio(middle(values.map((value, round) => value / (others[round] ?? Number.NaN))), 1);
}
