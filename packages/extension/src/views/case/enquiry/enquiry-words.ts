import { type CodeLists, codeLabel, type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';

/** “Enquiry of 24 November 2026: School, ENQ/1”. */
export function enquiryWords(
  { value: { receivedOn, route, reference } }: StoredRecord<'enquiry'>,
  lists: CodeLists,
): string {
  const slots = { date: writtenDate(receivedOn), who: codeLabel(lists, 'referral-route', route) };
  return reference
    ? t('attach.enquiry.of-reference', { ...slots, reference })
    : t('attach.enquiry.of', slots);
}
