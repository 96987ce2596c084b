/** Why somebody is here: the latest referral, who made it, what was decided on it, and what was given since. */
import { standingDecision } from '../../casework/act/decision-of.js';
import { referralAsKnown } from '../../casework/act/offence-state.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { latestBy, type OwnRecords } from './own-records.js';

export interface WhyHere {
  readonly referral: StoredRecord<'referral'>;
  /** Absent if the referral names none, or the record is no longer held. */
  readonly referrer?: StoredRecord<'referrer'>;
  /** The decision in force on the referral; absent while it waits for one. */
  readonly decision?: StoredRecord<'decision'>;
  /** The latest caution or order that was given. */
  readonly given?: StoredRecord<'order'>;
  /** Number of referrals before this one. */
  readonly earlier: number;
}

/** Undefined if the subject has no referral. */
export function whyHere(own: OwnRecords, records: readonly StoredRecord[]): WhyHere | undefined {
  const referrals = own('referral');
  const referral = latestBy(referrals, ({ value }) => value.receivedOn);
  if (!referral) return undefined;
  const referrer = referrerOf(records, referral.value.referrerId);
  const decision = standingDecision(
    own('decision').filter(({ value }) => value.referralId === referral.id),
  );
  const given = latestBy(
    own('order').filter(({ value }) => value.givenOn !== undefined),
    ({ value }) => value.givenOn ?? '',
  );
  const subject = records.find(
    (record): record is StoredRecord<'subject'> =>
      record.kind === 'subject' && record.id === referral.value.subjectId,
  );
  return {
    // Words of a matter that ended would accuse somebody again.
    referral: {
      ...referral,
      value: referralAsKnown(referral, own('offence'), subject?.value),
    },
    ...(referrer ? { referrer } : {}),
    ...(decision ? { decision } : {}),
    ...(given ? { given } : {}),
    earlier: referrals.length - 1,
  };
}

/** A referrer names no subject: only the one that the subject's own referral names is theirs. */
export function referrerOf(
  records: readonly StoredRecord[],
  id: RecordId | undefined,
): StoredRecord<'referrer'> | undefined {
  return records.find(
    (record): record is StoredRecord<'referrer'> => record.kind === 'referrer' && record.id === id,
  );
}
