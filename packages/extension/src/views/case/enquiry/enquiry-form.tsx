import type { RecordId } from '@cyber-prevent/core';
import { useApp } from '../../../app/app.js';
import { t } from '../../../locales/late.js';
import { useRecords } from '../../act/use-records.js';
import { enquiryWords } from './enquiry-words.js';

/** Line over a form that came back: the enquiry that it answers. */
export function EnquiryForm({ enquiry }: { enquiry: RecordId }) {
  const { lists } = useApp().services;
  const held = useRecords('enquiry')?.find(({ id }) => id === enquiry);
  if (!held) return null;
  return <p class="govuk-inset-text">{t('attach.form', { enquiry: enquiryWords(held, lists) })}</p>;
}
