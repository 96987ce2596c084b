import { codeLabel, firstWords, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { useRecords } from '../../act/use-records.js';

/** “Enquiry of 24 November 2026: Testford Academy, ENQ/1. “Would you take a boy?””, with the school or team that asks. */
export function useEnquiryWords(): (enquiry: StoredRecord<'enquiry'>) => string {
  const { lists } = useApp().services;
  const referrers = useRecords('referrer');
  return ({ value: { receivedOn, route, referrerId, reference, asked } }) => {
    const { organisation, name } = referrers?.find(({ id }) => id === referrerId)?.value ?? {};
    const slots = {
      date: writtenDate(receivedOn),
      who: organisation ?? name ?? codeLabel(lists, 'referral-route', route),
      words: firstWords(asked),
    };
    return reference
      ? t('attach.enquiry.of-reference', { ...slots, reference })
      : t('attach.enquiry.of', slots);
  };
}
