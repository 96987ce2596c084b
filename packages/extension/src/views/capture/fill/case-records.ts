/** Values that a record can give, taken from all records of its subject. */
import {
  civilDay,
  type FillKind,
  isMatterOver,
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
    ...(of === 'referral' && referral ? { offences: sectionsOf(referral, held, subject) } : {}),
    ...(referrer ? { referrer: referrer.value } : {}),
    ...(intervention ? { intervention: intervention.value } : {}),
    sources: Object.fromEntries(held.map(({ id, sources }) => [id, sources])),
    madeOn: new Map(held.map(({ id, createdAt }) => [id, civilDay(createdAt)])),
  };
}

/** Offences of the referral with a section that it does not name in its own words; none of a matter that ended. */
function sectionsOf(
  { id, value: { lawMentioned } }: StoredRecord<'referral'>,
  held: readonly StoredRecord[],
  { value: subject }: StoredRecord<'subject'>,
): NonNullable<FillRecords['offences']> {
  const open = recordsOfKind(held, 'offence')
    .map(({ value }) => value)
    .filter(
      (offence) =>
        offence.referralId === id &&
        offence.section !== undefined &&
        !lawMentioned.includes(offence.asRead ?? '') &&
        !isMatterOver(offence, subject),
    );
  return [...new Map(open.map((offence) => [offence.section, offence])).values()];
}

export function recordsOfKind<K extends RecordKind>(
  held: readonly StoredRecord[],
  kind: K,
): readonly StoredRecord<K>[] {
  return held.filter((record): record is StoredRecord<K> => record.kind === kind);
}
