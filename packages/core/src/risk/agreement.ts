/** The agreement of two people who rated separately: percentage agreement and Cohen's kappa. */
import { isMissing, own } from './answer.js';
import type { Answers, Instrument } from './instrument.js';

export interface Agreement {
  /** Items that both answered: the basis of the figures. */
  readonly comparedCount: number;
  readonly agreedCount: number;
  /** Items left out because one or both did not know or did not ask: not knowing is not a rating. */
  readonly leftOutCount: number;
  /** Share of the compared items with the same answer, 0 to 100; undefined when there are none. */
  readonly percentage: number | undefined;
  /** Share expected by chance, 0 to 1, from how often each used each answer; undefined when there are none. */
  readonly expected: number | undefined;
  /** Cohen's kappa, -1 to 1; undefined if it has no value. */
  readonly kappa: number | undefined;
  /** The reason kappa has no value: nothing to compare, or both gave one and the same answer throughout. */
  readonly noKappa?: 'nothing-compared' | 'no-variation';
  readonly differences: readonly {
    readonly item: string;
    readonly first: string;
    readonly second: string;
  }[];
}

/** A rating of one thing by two people. */
export type RatedPair = readonly [first: string, second: string];

/** Percentage agreement and kappa of pairs of ratings, unweighted (Cohen 1960): every difference counts the same. */
export function cohensKappa(
  pairs: readonly RatedPair[],
): Pick<
  Agreement,
  'comparedCount' | 'agreedCount' | 'percentage' | 'expected' | 'kappa' | 'noKappa'
> {
  const comparedCount = pairs.length;
  const agreedCount = pairs.filter(([first, second]) => first === second).length;
  if (comparedCount === 0)
    return {
      comparedCount,
      agreedCount,
      percentage: undefined,
      expected: undefined,
      kappa: undefined,
      noKappa: 'nothing-compared',
    };
  const count = (rater: 0 | 1, answer: string): number =>
    pairs.filter((pair) => pair[rater] === answer).length;
  // Uses whole numbers until the last step, so that a chance of exactly 1 is recognised.
  const byChance = [...new Set(pairs.flat())].reduce(
    (sum, answer) => sum + count(0, answer) * count(1, answer),
    0,
  );
  const squared = comparedCount ** 2;
  const figures = {
    comparedCount,
    agreedCount,
    percentage: (100 * agreedCount) / comparedCount,
    expected: byChance / squared,
  };
  if (byChance === squared) return { ...figures, kappa: undefined, noKappa: 'no-variation' };
  return {
    ...figures,
    kappa: (agreedCount * comparedCount - byChance) / (squared - byChance),
  };
}

/** Two ratings of one subject by one instrument. */
export function agreement(instrument: Instrument, first: Answers, second: Answers): Agreement {
  const pairs = instrument.items.map(({ id }) => ({
    id,
    pair: [own(first, id), own(second, id)] as const,
  }));
  const compared = pairs.flatMap(({ id, pair: [one, other] }) =>
    one === undefined || other === undefined || isMissing(one) || isMissing(other)
      ? []
      : [{ id, pair: [one, other] as const }],
  );
  return {
    ...cohensKappa(compared.map(({ pair }) => pair)),
    leftOutCount: pairs.length - compared.length,
    differences: compared.flatMap(({ id, pair: [one, other] }) =>
      one === other ? [] : [{ item: id, first: one, second: other }],
    ),
  };
}
