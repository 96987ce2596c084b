/** A place in the sealed copy of a vault, in its own module: the page that needs it needs no database. */
import * as v from 'valibot';

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Start of a piece: the part, and the offset into it. */
export const CopyPlace = v.strictObject({ part: Whole, at: Whole });
export type CopyPlace = v.InferOutput<typeof CopyPlace>;
