/** Values that a record can give, taken from all records of its subject. */
import {
  civilDay,
  type FillKind,
  isStandingIdentifier,
  type RecordId,
  type RecordKind,
  referralAsKnown,
  type StoredRecord,
  withMoment,
} from '@cyber-prevent/core';
import type { FillRecords } from '@cyber-prevent/core/fill';

/** Returns undefined if the record is not stored, or no longer. */
export function fillRecords(
  held: readonly StoredRecord[],
  of: FillKind,
  record: RecordId,
): FillRecords | undefined {
  const [subject] = recordsOfKind(held, 'subject');
  const own = held.find(({ id, kind }) => id === record && kind === of);
  if (!subject || !own) return undefined;
  const referrals = recordsOfKind(held, 'referral').toSorted((a, b) =>
    a.value.receivedOn < b.value.receivedOn ? 1 : -1,
  );
  const referral = of === 'referral' ? referrals.find(({ id }) => id === record) : referrals[0];
  const referrer = recordsOfKind(held, 'referrer').find(
    ({ id }) => id === referral?.value.referrerId,
  );
  const intervention = recordsOfKind(held, 'intervention').find(({ id }) => id === record);
  return {
    subject: subject.value,
    onlineIdentifiers: recordsOfKind(held, 'onlineIdentifier')
      .map(({ value }) => value)
      .filter((each) => each.subjectId === subject.id && isStandingIdentifier(each))
      .map(withMoment),
    relatedPersons: recordsOfKind(held, 'relatedPerson').map(({ value }) => value),
    // Words of a matter that ended would accuse somebody again in the other system.
    ...(referral
      ? {
          referral: referralAsKnown(referral, recordsOfKind(held, 'offence'), subject.value),
        }
      : {}),
    ...(referrer ? { referrer: referrer.value } : {}),
    ...(intervention ? { intervention: intervention.value } : {}),
    sources: Object.fromEntries(held.map(({ id, sources }) => [id, sources])),
    madeOn: new Map(held.map(({ id, createdAt }) => [id, civilDay(createdAt)])),
  };
}

export function recordsOfKind<K extends RecordKind>(
  held: readonly StoredRecord[],
  kind: K,
): readonly StoredRecord<K>[] {
  return held.filter((record): record is StoredRecord<K> => record.kind === kind);
}
