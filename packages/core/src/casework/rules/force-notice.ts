/** A force's own stationery and words for the notice of cease and desist, set by the force for all its officers. */
import * as v from 'valibot';
import { Line, Narrative } from '../../shared/primitives.js';

export const ForceNotice = v.strictObject({
  /** The lines at the head of the paper: the force, the team, its address. */
  letterhead: v.exactOptional(Narrative),
  /** Telephone number and hours for questions about the notice. */
  contact: v.exactOptional(Line),
  /** The notice of the force itself, where it has one. */
  own: v.exactOptional(v.strictObject({ title: Line, version: Line, words: Narrative })),
});
export type ForceNotice = v.InferOutput<typeof ForceNotice>;
