/**
 * The facts that a decision on a referral rests on, gathered from the records of its own person: anything about somebody
 * else is left out. Worked out each time and stored nowhere.
 */
import { birthsOf } from '../../record/births.js';
import type { RecordKind } from '../../record/kind.js';
import type { StoredRecord } from '../../store/log/port.js';

/** Facts that may be missing, in the order shown. A missing fact is not known, and never a no. */
export const UNKNOWN_FACTS = ['account', 'law', 'referrer', 'born', 'told', 'willing'] as const;
export type UnknownFact = (typeof UNKNOWN_FACTS)[number];

export interface ReferralFacts {
  readonly referral: StoredRecord<'referral'>;
  /** Absent if the referral names none, or the record is no longer held. */
  readonly referrer?: StoredRecord<'referrer'>;
  /** Other referrals of the same person, the latest first. */
  readonly others: readonly StoredRecord<'referral'>[];
  /** Notes of who was told or not told, the latest first. */
  readonly tellings: readonly StoredRecord<'telling'>[];
  /** The latest answer about taking part. */
  readonly participation?: StoredRecord<'participation'>;
  readonly hasOpenConcern: boolean;
  readonly unknown: readonly UnknownFact[];
}

/**
 * Gathers the facts for a decision on a referral.
 *
 * @param records - everything of the person, as `gatherCase` gives it
 */
export function referralFacts(
  referral: StoredRecord<'referral'>,
  records: readonly StoredRecord[],
): ReferralFacts {
  const { subjectId, referrerId, narrative, narrativeOmission, suspectedOffences, lawMentioned } =
    referral.value;
  const own = <K extends RecordKind>(kind: K): readonly StoredRecord<K>[] =>
    records.filter(
      (record): record is StoredRecord<K> =>
        record.kind === kind && 'subjectId' in record.value && record.value.subjectId === subjectId,
    );
  const subject = records.find(
    (record): record is StoredRecord<'subject'> =>
      record.kind === 'subject' && record.id === subjectId,
  );
  // A referrer names no subject: only the one that this referral names has to do with it.
  const referrer = records.find(
    (record): record is StoredRecord<'referrer'> =>
      record.kind === 'referrer' && record.id === referrerId,
  );
  const tellings = latestFirst(own('telling'), ({ value }) => value.on);
  const [participation] = latestFirst(own('participation'), ({ value }) => value.saidOn);
  const isKnown: Readonly<Record<UnknownFact, boolean>> = {
    // An account that was read and left out is a gap, whatever else is named.
    account:
      Boolean(narrative?.trim()) ||
      (narrativeOmission === undefined && suspectedOffences.length > 0),
    law: lawMentioned.length > 0,
    referrer: referrer !== undefined,
    // Several dates are none: nobody has said which is right.
    born: subject !== undefined && birthsOf(subject.value).length === 1,
    told: tellings.length > 0,
    willing: participation !== undefined,
  };
  return {
    referral,
    ...(referrer ? { referrer } : {}),
    others: latestFirst(
      own('referral').filter(({ id }) => id !== referral.id),
      ({ value }) => value.receivedOn,
    ),
    tellings,
    ...(participation ? { participation } : {}),
    hasOpenConcern: own('safeguardingConcern').some(({ value }) => value.closedOn === undefined),
    unknown: UNKNOWN_FACTS.filter((fact) => !isKnown[fact]),
  };
}

/** By the day given, and within a day by when it was recorded. */
function latestFirst<K extends RecordKind>(
  records: readonly StoredRecord<K>[],
  dayOf: (record: StoredRecord<K>) => string,
): readonly StoredRecord<K>[] {
  const when = (record: StoredRecord<K>) => `${dayOf(record)} ${record.createdAt} ${record.id}`;
  return records.toSorted((a, b) => (when(a) < when(b) ? 1 : -1));
}
