/** A field of each record that sets the date of a review. */
import * as v from 'valibot';
import { Narrative } from '../shared/primitives.js';
import type { Sensitivity } from '../shared/sensitivity.js';
import { field } from './field.js';

/** Asked where the review is later than the force’s own limit. */
export const lateReviewWhy = (sensitivity: Sensitivity) =>
  v.optional(
    field(Narrative, {
      label: 'Why the review is later than usual',
      called: 'why the review is later than usual',
      input: 'narrative',
      sensitivity,
    }),
  );
