/** Assessments and ratings, as the desk shows them. */
import { civilDay } from '../../shared/civil-day.js';
import { happened } from '../act/happened.js';
import type { KindRows } from '../act/kind-row.js';
import { assessmentDue } from './assessment-due.js';
import { assessments } from './list-rows.js';

export const ASSESS_KINDS = {
  assessment: {
    due: assessmentDue,
    happened: ({ value: { assessedOn, instrumentTitle, signedAt } }) => [
      happened(
        assessedOn,
        signedAt === undefined ? `${instrumentTitle}, not signed` : instrumentTitle,
      ),
    ],
    diary: 'each',
    activeOn: 'no-day',
    list: { name: 'assessments', projection: assessments },
  },
  rating: {
    due: 'nothing',
    happened: ({ value: { committedAt } }) => [happened(civilDay(committedAt))],
    diary: 'none',
    activeOn: 'no-day',
    found: 'apart',
  },
  sealedRating: {
    due: 'nothing',
    // Its answers are sealed; the rating itself shows that it was made.
    happened: 'no-day',
    diary: 'none',
    activeOn: 'no-day',
    found: 'apart',
  },
} as const satisfies Partial<KindRows>;
