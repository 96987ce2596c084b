/**
 * A blind rating: the rater hands over a salted commitment first and the answers later, so that neither can fit theirs
 * to the other's. The commitment includes the rater and the subject, so a copied commitment opens for nobody else.
 */
import { canonical } from '../shared/canonical.js';
import type { Digest } from '../shared/host.js';
import type { RecordId } from '../shared/primitives.js';
import type { Answers } from './instrument.js';

export interface BlindRating {
  /** The same for both raters of one round. */
  readonly round: RecordId;
  readonly subjectId: RecordId;
  readonly ratedBy: RecordId;
  readonly instrument: string;
  readonly version: string;
  readonly answers: Answers;
}

/** Bytes of salt: without it, the answers could be found by trying all of them. */
export const RATING_SALT_BYTES = 32;

/** The digested text starts with this, so that no digest of anything else passes for one. */
const CONTEXT = 'cyber-prevent/blind-rating/1';

/** SHA-256 over salt and rating, hexadecimal; it reveals nothing of the answers without the salt. */
export async function commitmentTo(
  { round, subjectId, ratedBy, instrument, version, answers }: BlindRating,
  salt: string,
  digest: Digest,
): Promise<string> {
  return digest(
    canonical({ context: CONTEXT, salt, round, subjectId, ratedBy, instrument, version, answers }),
  );
}

/** True if the rating matches the commitment. */
export async function isAsCommitted(
  rating: BlindRating,
  salt: string,
  commitment: string,
  digest: Digest,
): Promise<boolean> {
  return (
    salt.length === RATING_SALT_BYTES * 2 &&
    (await commitmentTo(rating, salt, digest)) === commitment
  );
}
