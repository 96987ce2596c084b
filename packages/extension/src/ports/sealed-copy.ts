/** The sealed copy of a vault, as it goes from the keeper to a page piece by piece. */
import * as v from 'valibot';

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Start of a piece: the part, and the offset into it. */
export const CopyPlace = v.strictObject({ part: Whole, at: Whole });
export type CopyPlace = v.InferOutput<typeof CopyPlace>;

export interface CopyPiece {
  /** Whole lines, including line ends. */
  readonly text: string;
  /** Start of the next piece; absent after the last. */
  readonly next?: CopyPlace;
}
