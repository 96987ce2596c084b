import { enquiryState, type RecordId } from '@cyber-prevent/core';
import { Select } from '../../../components/select.js';
import { t } from '../../../locales/late.js';
import { useRecords } from '../../act/use-records.js';
import { useEnquiryWords } from './enquiry-words.js';

export interface EnquiryChoiceProps {
  id: string;
  /** Empty for none. */
  value: string;
  onValue: (enquiry: RecordId | undefined) => void;
  error?: string | undefined;
}

/** Choice of the enquiry that the draft belongs to, among those whose form was sent. Not shown if there are none. */
export function EnquiryChoice({ id, value, onValue, error }: EnquiryChoiceProps) {
  const enquiryWords = useEnquiryWords();
  const enquiries = useRecords('enquiry');
  const decisions = useRecords('decision');
  const referrals = useRecords('referral');
  if (!enquiries || !decisions || !referrals) return null;
  const waiting = enquiries.filter(
    (enquiry) =>
      // A chosen enquiry stays in sight, even in another state: the save reports the error.
      enquiry.id === value || enquiryState(enquiry, decisions, referrals) === 'form-sent',
  );
  if (waiting.length === 0) return null;
  return (
    <Select
      id={id}
      label={t('attach.enquiry')}
      hint={t('attach.enquiry.hint')}
      error={error}
      choices={waiting.map((enquiry) => ({
        value: enquiry.id as string,
        label: enquiryWords(enquiry).whole,
      }))}
      none={t('attach.enquiry.none')}
      value={value}
      onValue={(id) => onValue(id === '' ? undefined : (id as RecordId))}
      inFull
    />
  );
}
