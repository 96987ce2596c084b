/**
 * One officer's blind rating of a subject. It starts as a salted commitment, which reveals nothing of the answers, and
 * is opened only when the other officer's commitment is in. Until then the answers are in a {@link SealedRating}, which
 * is handed to nobody.
 */
import * as v from 'valibot';
import { Instant, Line, RecordId } from '../shared/primitives.js';
import { field } from './field.js';
import { ownId, refersTo } from './reference.js';

const Hex64 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Not 32 bytes in hexadecimal'));

const RatedAnswers = v.array(
  v.strictObject({
    item: field(Line, { label: 'Item', set: 'by-toolkit' }),
    answer: field(Line, { label: 'Answer', sensitivity: 'criminal', set: 'by-toolkit' }),
  }),
);

export const Rating = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  /** The same for both officers. */
  round: field(RecordId, { label: 'Round', set: 'by-toolkit' }),
  instrument: field(Line, { label: 'Instrument', set: 'by-toolkit' }),
  instrumentVersion: field(Line, { label: 'Version of the instrument', set: 'by-toolkit' }),
  ratedBy: field(RecordId, { label: 'Rated by', set: 'by-toolkit' }),
  commitment: field(Hex64, { label: 'Commitment', set: 'by-toolkit' }),
  committedAt: field(Instant, { label: 'Committed', input: 'date-time', set: 'by-toolkit' }),
  salt: v.optional(field(Hex64, { label: 'Salt', set: 'by-toolkit' })),
  answers: v.optional(
    field(RatedAnswers, { label: 'Answers', sensitivity: 'criminal', set: 'by-toolkit' }),
  ),
  openedAt: v.optional(field(Instant, { label: 'Opened', input: 'date-time', set: 'by-toolkit' })),
});
export type Rating = v.InferOutput<typeof Rating>;

/** The content of the commitment. It never leaves in an exchange file: see `staysHere`. */
export const SealedRating = v.strictObject({
  id: ownId(),
  subjectId: refersTo('subject', 'Subject'),
  ratingId: refersTo('rating', 'Rating'),
  salt: field(Hex64, { label: 'Salt', set: 'by-toolkit' }),
  answers: field(RatedAnswers, { label: 'Answers', sensitivity: 'criminal', set: 'by-toolkit' }),
});
export type SealedRating = v.InferOutput<typeof SealedRating>;
