/** Subject of the record being decided on, for the line above the heading: the decision may destroy it. */
import { type StoredRecord, writtenDate } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { ofKind } from '../../act/use-gathered.js';

/**
 * Name of the subject; for an enquiry, which names nobody, the day it was received.
 *
 * @param nameOf - tells them from a namesake
 */
export function captionOf(
  records: readonly StoredRecord[],
  nameOf: (subject: StoredRecord<'subject'>) => string,
): string | undefined {
  const [subject] = ofKind(records, 'subject');
  if (subject) return nameOf(subject);
  const [enquiry] = ofKind(records, 'enquiry');
  return enquiry && t('enquiry.title', { date: writtenDate(enquiry.value.receivedOn) });
}
