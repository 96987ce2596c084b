/** What can be done about a damaged vault, in the order in which it is offered. */

export type Offer = 'try-again' | 'recover' | 'restore' | 'fresh';

/** What was tried, or cannot be done: for the time that a page is open. */
export type Settled = ReadonlySet<Offer>;

export interface Offers {
  /** In order; a fresh start is always the last. */
  readonly shown: readonly Offer[];
  /** What must be tried or ruled out before a fresh start. */
  readonly toSettle: readonly Offer[];
}

/** @param canRestore - whether there is a screen that restores a backup */
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
