/** Assessments and ratings, as the desk shows them. */
import { dayOf, happened } from '../act/happened.js';
import { defineKinds } from '../act/kind-row.js';
import { assessmentDue } from './assessment-due.js';

export const ASSESS_KINDS = defineKinds({
  assessment: {
    due: assessmentDue,
    happened: ({ value: { assessedOn, instrumentTitle, signedAt } }) => [
      happened(
        assessedOn,
        signedAt === undefined ? `${instrumentTitle}, not signed` : instrumentTitle,
      ),
    ],
    diary: 'each',
  },
  rating: {
    due: 'nothing',
    happened: ({ value: { committedAt } }) => [happened(dayOf(committedAt))],
    diary: 'none',
  },
  sealedRating: {
    due: 'nothing',
    // Its answers are sealed; the rating itself shows that it was made.
    happened: 'no-day',
    diary: 'none',
  },
});
