/** Two officers rate one subject separately: each commits first, and opens only when both commitments are in. */
import type { RecordOf } from '../../record/kind.js';
import { type Agreement, agreement } from '../../risk/agreement.js';
import {
  type BlindRating,
  commitmentTo,
  isAsCommitted,
  RATING_SALT_BYTES,
} from '../../risk/blind-rating.js';
import { answerIssues } from '../../risk/check-answers.js';
import type { Answers, Instrument } from '../../risk/instrument.js';
import { supersession } from '../../risk/superseded.js';
import type { Digest, Host } from '../../shared/host.js';
import { failed, type Issue, passed, type Result } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import type { CaseCommit } from '../act/context.js';
import { makes, sets } from '../act/entry.js';
import { SUBJECT_UNKNOWN } from '../act/subject-unknown.js';
import { answersOf } from './assess.js';

export interface RatingContext {
  readonly host: Host;
  /** The officer who acts. */
  readonly officer: RecordId;
  readonly subject: StoredRecord<'subject'> | undefined;
  readonly instrument: Instrument;
  /** Instruments by id: they show whether the instrument is in use. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  /** The other officer’s commitment, if it came first; absent: this begins a round. */
  readonly answering?: StoredRecord<'rating'>;
  /** Stored ratings of the subject: nobody rates twice in one round. */
  readonly ratings?: readonly StoredRecord<'rating'>[];
}

/**
 * Commits to a rating before the other officer’s is seen, so that neither can be fitted to the other.
 *
 * @returns one commit of two records: the commitment, which is handed over, and its sealed answers, which are not
 */
export async function commitRating(
  answers: Answers,
  context: RatingContext,
): Promise<Result<CaseCommit>> {
  const { host, officer, subject, instrument, instruments, answering, ratings = [] } = context;
  if (!subject) return failed(SUBJECT_UNKNOWN);
  const other = answering?.value;
  if (other && !isSameTask(other, subject.id, instrument)) return failed(OTHER_TASK);
  const inRound = ratings.filter(({ value }) => value.round === other?.round);
  if (other?.ratedBy === officer || inRound.some(({ value }) => value.ratedBy === officer))
    return failed(RATED_ALREADY);
  const wrong = answerIssues(instrument, answers, (item) => `answers.${item}`);
  const stale = supersession(instrument, instruments, host.clock.today());
  if (stale || wrong.length > 0) return failed(...(stale ? [stale] : []), ...wrong);
  const given = Object.entries(answers).flatMap(([item, answer]) =>
    answer === undefined ? [] : [{ item, answer }],
  );
  const salt = host.random.salt(RATING_SALT_BYTES);
  const rating: BlindRating = {
    round: other?.round ?? host.random.id(),
    subjectId: subject.id,
    ratedBy: officer,
    instrument: instrument.id,
    version: instrument.version,
    answers: answersOf(given),
  };
  const id = host.random.id();
  const made: RecordOf<'rating'> = {
    id,
    subjectId: subject.id,
    round: rating.round,
    instrument: instrument.id,
    instrumentVersion: instrument.version,
    ratedBy: officer,
    commitment: await commitmentTo(rating, salt, host.digest),
    committedAt: host.clock.now(),
  };
  const sealed = {
    id: host.random.id(),
    subjectId: subject.id,
    ratingId: id,
    salt,
    answers: given,
  };
  return passed({
    commit: {
      changes: [makes('rating', made), makes('sealedRating', sealed)],
      reason: 'case-work',
    },
    id,
  });
}

/**
 * Opens the officer's own rating. Refused until the other commitment is in: the other officer could fit theirs to it.
 */
export function openRating(
  own: StoredRecord<'rating'>,
  sealed: StoredRecord<'sealedRating'> | undefined,
  ratings: readonly StoredRecord<'rating'>[],
  { host, officer }: Pick<RatingContext, 'host' | 'officer'>,
): Result<CaseCommit> {
  if (own.value.openedAt !== undefined) return failed(OPENED_ALREADY);
  if (own.value.ratedBy !== officer || sealed?.value.ratingId !== own.id) return failed(NOT_OWN);
  if (otherOf(own, ratings) === undefined) return failed(WAITING);
  const { salt, answers } = sealed.value;
  return passed({
    commit: {
      changes: [sets(own, { salt, answers, openedAt: host.clock.now() })],
      reason: 'case-work',
    },
    id: own.id,
  });
}

/** The other officer’s rating of the same round, made with their own key; undefined until it is in. */
export function otherOf(
  own: StoredRecord<'rating'>,
  ratings: readonly StoredRecord<'rating'>[],
): StoredRecord<'rating'> | undefined {
  return ratings.find(
    ({ value, id, updatedBy }) =>
      id !== own.id &&
      updatedBy === value.ratedBy &&
      value.round === own.value.round &&
      value.ratedBy !== own.value.ratedBy &&
      value.subjectId === own.value.subjectId &&
      value.instrument === own.value.instrument &&
      value.instrumentVersion === own.value.instrumentVersion,
  );
}

/** The agreement between the two, once both are open and match their commitments. */
export async function compareRatings(
  one: StoredRecord<'rating'>,
  other: StoredRecord<'rating'>,
  instrument: Instrument,
  digest: Digest,
): Promise<Result<Agreement>> {
  if (
    otherOf(one, [other]) === undefined ||
    !isSameTask(one.value, one.value.subjectId, instrument)
  )
    return failed(OTHER_TASK);
  const opened: Answers[] = [];
  for (const { value, updatedBy } of [one, other]) {
    const { salt, answers, commitment, round, subjectId, ratedBy } = value;
    if (salt === undefined || answers === undefined) return failed(WAITING);
    const rating = {
      ...{ round, subjectId, ratedBy, answers: answersOf(answers) },
      ...{ instrument: value.instrument, version: value.instrumentVersion },
    };
    const isGood = updatedBy === ratedBy && (await isAsCommitted(rating, salt, commitment, digest));
    if (!isGood) return failed(NOT_AS_COMMITTED);
    opened.push(rating.answers);
  }
  const [first = {}, second = {}] = opened;
  return passed(agreement(instrument, first, second));
}

function isSameTask(
  { subjectId, instrument: id, instrumentVersion }: RecordOf<'rating'>,
  subject: RecordId,
  instrument: Instrument,
): boolean {
  return subjectId === subject && id === instrument.id && instrumentVersion === instrument.version;
}

const RATED_ALREADY: Issue = {
  code: 'rated-already',
  severity: 'error',
  message: 'You have rated in this round already. The other rating is for another officer.',
};

const OTHER_TASK: Issue = {
  code: 'rating-of-other',
  severity: 'error',
  message:
    'The other rating is of another subject, by another instrument or version, or of another round. Begin a round together.',
};

const OPENED_ALREADY: Issue = {
  code: 'rating-open',
  severity: 'error',
  message: 'This rating is open already',
};

const NOT_OWN: Issue = {
  code: 'rating-not-own',
  severity: 'error',
  message: 'Only the officer who made this rating can open it, where it was made',
};

const WAITING: Issue = {
  code: 'rating-waiting',
  severity: 'error',
  message:
    'The other officer’s part is not in yet. Nothing opens until both have committed to their ratings.',
};

const NOT_AS_COMMITTED: Issue = {
  code: 'rating-not-as-committed',
  severity: 'error',
  message: 'A rating is not the one that was committed to, so the two are not compared',
};
