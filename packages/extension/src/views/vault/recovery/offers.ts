/** Options for a damaged vault, in the order in which they are offered. */

export type Offer = 'try-again' | 'recover' | 'restore' | 'fresh';

/** Options that were tried or are impossible, for as long as the page is open. */
export type Settled = ReadonlySet<Offer>;

export interface Offers {
  /** In order; a fresh start is always the last. */
  readonly shown: readonly Offer[];
  /** Options to try or rule out before a fresh start. */
  readonly toSettle: readonly Offer[];
}

/** @param canRestore - true if there is a screen that restores a backup */
export function offersFor(settled: Settled, canRestore: boolean): Offers {
  const before: readonly Offer[] = [
    'try-again',
    'recover',
    ...(canRestore ? (['restore'] as const) : []),
  ];
  return {
    shown: [...before, 'fresh'],
    toSettle: before.filter((offer) => !settled.has(offer)),
  };
}
