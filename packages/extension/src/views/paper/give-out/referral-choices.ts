/** The referrals that can go into a file, each with whom it is about. */
import { type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import type { Choice } from '../../../components/choice.js';
import { t } from '../../../locales/late.js';
import { ofKind } from '../../act/use-gathered.js';
import { withBirth } from '../../desk/told-apart.js';

export interface OfferedReferral {
  readonly id: RecordId;
  readonly referral: StoredRecord<'referral'>;
  readonly subject: StoredRecord<'subject'>;
}

export interface ReferralChoices {
  /** By person, the latest referral of each first. */
  readonly offered: readonly OfferedReferral[];
  /** The latest referral of each person. */
  readonly latest: ReadonlySet<RecordId>;
  /** Number of those that were declined, which are not offered. */
  readonly declinedCount: number;
}

export function referralChoices(records: readonly StoredRecord[]): ReferralChoices {
  const referrals = ofKind(records, 'referral');
  const byPerson = new Map<RecordId, StoredRecord<'referral'>[]>();
  let declinedCount = 0;
  for (const referral of referrals) {
    const { status, subjectId } = referral.value;
    if (status === 'declined') {
      declinedCount += 1;
      continue;
    }
    const own = byPerson.get(subjectId);
    if (own) own.push(referral);
    else byPerson.set(subjectId, [referral]);
  }
  const latest = new Set<RecordId>();
  const offered = ofKind(records, 'subject').flatMap((subject) => {
    const own = (byPerson.get(subject.id) ?? []).toSorted((one, other) =>
      one.value.receivedOn < other.value.receivedOn ? 1 : -1,
    );
    const [first] = own;
    if (first) latest.add(first.id);
    return own.map((referral): OfferedReferral => ({ id: referral.id, referral, subject }));
  });
  return { offered, latest, declinedCount };
}

/** Made for those on screen alone: twenty thousand labels would be one long task. */
export function referralChoice({ id, referral, subject }: OfferedReferral): Choice {
  return {
    value: id,
    label: t('give-out.referral', {
      person: withBirth(subject.value),
      reference: referral.value.reference ?? t('subjects.reference.none'),
      date: writtenDate(referral.value.receivedOn),
    }),
  };
}
