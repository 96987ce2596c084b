/** The referrals that can go into a file, each with whom it is about. */
import { type RecordId, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import type { Choice } from '../../../components/choice.js';
import { t } from '../../../locales/late.js';
import { ofKind } from '../../act/use-gathered.js';
import { withBirth } from '../../desk/told-apart.js';

export interface ReferralChoices {
  /** By person, the latest referral of each first. */
  readonly choices: readonly (Choice & { readonly value: RecordId })[];
  /** The latest referral of each person. */
  readonly latest: readonly RecordId[];
  /** Number of those that were declined, which are not offered. */
  readonly declinedCount: number;
}

export function referralChoices(records: readonly StoredRecord[]): ReferralChoices {
  const referrals = ofKind(records, 'referral');
  const offered = referrals.filter(({ value }) => value.status !== 'declined');
  const byPerson = ofKind(records, 'subject').map((subject) => ({
    subject,
    own: offered
      .filter(({ value }) => value.subjectId === subject.id)
      .toSorted((one, other) => (one.value.receivedOn < other.value.receivedOn ? 1 : -1)),
  }));
  return {
    choices: byPerson.flatMap(({ subject, own }) =>
      own.map(({ id, value }) => ({
        value: id,
        label: t('give-out.referral', {
          person: withBirth(subject.value),
          reference: value.reference ?? t('subjects.reference.none'),
          date: writtenDate(value.receivedOn),
        }),
      })),
    ),
    latest: byPerson.flatMap(({ own }) => own.slice(0, 1).map(({ id }) => id)),
    declinedCount: referrals.length - offered.length,
  };
}
