import type { RecordId } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { useRecords } from '../../act/use-records.js';
import { useEnquiryWords } from './enquiry-words.js';

/** Line over a form that came back: the enquiry that it answers. */
export function EnquiryForm({ enquiry }: { enquiry: RecordId }) {
  const enquiryWords = useEnquiryWords();
  const held = useRecords('enquiry')?.find(({ id }) => id === enquiry);
  if (!held) return null;
  return <p class="govuk-inset-text">{t('attach.form', { enquiry: enquiryWords(held).whole })}</p>;
}
