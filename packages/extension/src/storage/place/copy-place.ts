/** A place in the sealed copy of a vault, by itself: what a page must know of it needs no database. */
import * as v from 'valibot';

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Where a piece begins: the part, and how far into it. */
export const CopyPlace = v.strictObject({ part: Whole, at: Whole });
export type CopyPlace = v.InferOutput<typeof CopyPlace>;
