import { codeLabel, enquiryState, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../app/app.js';
import { Select } from '../../components/select.js';
import { t } from '../../locales/late.js';
import { useRecords } from '../act/use-records.js';

export interface EnquiryChoiceProps {
  id: string;
  /** Empty for none. */
  value: string;
  onValue: (enquiry: string) => void;
  error?: string | undefined;
}

/** Which enquiry the draft belongs to, among those whose form was sent. Without one it is not asked. */
export function EnquiryChoice({ id, value, onValue, error }: EnquiryChoiceProps) {
  const { lists } = useApp().services;
  const enquiries = useRecords('enquiry');
  const decisions = useRecords('decision');
  const referrals = useRecords('referral');
  if (!enquiries || !decisions || !referrals) return null;
  const waiting = enquiries.filter(
    (enquiry) =>
      // One that was chosen stays in sight, whatever became of it: the save says what is wrong.
      enquiry.id === value || enquiryState(enquiry, decisions, referrals) === 'form-sent',
  );
  if (waiting.length === 0) return null;
  return (
    <Select
      id={id}
      label={t('attach.enquiry')}
      hint={t('attach.enquiry.hint')}
      error={error}
      choices={waiting.map((enquiry) => {
        const { receivedOn, route, reference } = enquiry.value;
        const slots = {
          date: writtenDate(receivedOn),
          who: codeLabel(lists, 'referral-route', route),
        };
        return {
          value: enquiry.id as string,
          label: reference
            ? t('attach.enquiry.of-reference', { ...slots, reference })
            : t('attach.enquiry.of', slots),
        };
      })}
      none={t('attach.enquiry.none')}
      value={value}
      onValue={onValue}
    />
  );
}
