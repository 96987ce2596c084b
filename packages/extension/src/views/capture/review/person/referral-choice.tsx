import { type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { Radios } from '../../../../components/radios.js';
import { t } from '../../../../locales/translate.js';

export interface ReferralChoiceProps {
  /** Id of the first choice, for an error summary. */
  id: string;
  referrals: readonly StoredRecord<'referral'>[];
  /** Id of the referral to add to, `new` for a new one, or empty while nobody has said. */
  value: string;
  onValue: (id: string) => void;
  error?: string | undefined;
}

const NEW = 'new';

/** True if a referral on record is chosen. */
export const isOnRecord = (into: string): boolean => into !== '' && into !== NEW;

/** Choice of referral for the draft of a known person: a new one, or one that exists. Neither is the usual one. */
export function ReferralChoice({ id, referrals, value, onValue, error }: ReferralChoiceProps) {
  if (referrals.length === 0) return null;
  return (
    <Radios
      id={id}
      label={t('seen.into')}
      error={error}
      choices={[
        { value: NEW, label: t('seen.into.new') },
        ...referrals.map(({ id: referral, value: { reference, receivedOn } }) => ({
          value: referral,
          label: reference ? t('seen.into.held', { reference }) : t('seen.into.held-none'),
          hint: t('seen.into.received', { date: writtenDate(receivedOn) }),
        })),
      ]}
      value={value}
      onValue={onValue}
    />
  );
}
