/** Rounds of blind ratings: who has committed, who has opened, and so the officer's next step. */
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { otherOf } from './rate-blind.js';

type Rating = StoredRecord<'rating'>;

/**
 * - `rate`: a colleague has committed, and this officer has not rated yet.
 * - `wait-commitment`: this officer has committed, and no other commitment is in.
 * - `open`: both are in, and this officer's is still sealed.
 * - `wait-opening`: this officer's is open, and the other's is still sealed.
 * - `compare`: both are open.
 */
export type RatingStep = 'rate' | 'wait-commitment' | 'open' | 'wait-opening' | 'compare';

export interface RatingRound {
  readonly round: RecordId;
  readonly instrument: string;
  readonly version: string;
  /** Rating of the officer who asks. */
  readonly own?: Rating;
  readonly other?: Rating;
  readonly step: RatingStep;
}

/** Each round of these ratings, as it is for the officer; the latest first. */
export function ratingRounds(
  ratings: readonly Rating[],
  officer: RecordId,
): readonly RatingRound[] {
  return [...new Set(ratings.map(({ value }) => value.round))]
    .flatMap((round): readonly RatingRound[] => {
      const all = ratings.filter(({ value }) => value.round === round);
      const own = all.find(
        ({ value, updatedBy }) => value.ratedBy === officer && updatedBy === officer,
      );
      const other = own
        ? otherOf(own, all)
        : all.find(({ value, updatedBy }) => value.ratedBy === updatedBy);
      const named = own ?? other;
      if (!named) return [];
      const { instrument, instrumentVersion: version } = named.value;
      return [
        {
          round,
          instrument,
          version,
          ...(own ? { own } : {}),
          ...(other ? { other } : {}),
          step: stepOf(own, other),
        },
      ];
    })
    .toSorted((a, b) => (latestIn(a) < latestIn(b) ? 1 : -1));
}

function stepOf(own: Rating | undefined, other: Rating | undefined): RatingStep {
  if (!own) return 'rate';
  if (!other) return 'wait-commitment';
  if (own.value.openedAt === undefined) return 'open';
  return other.value.openedAt === undefined ? 'wait-opening' : 'compare';
}

function latestIn({ own, other }: RatingRound): string {
  return [own, other].map((each) => each?.value.committedAt ?? '').toSorted()[1] ?? '';
}
