/** Subject of the record being decided on, for the line above the heading: the decision may destroy it. */
import type { StoredRecord } from '@cyber-prevent/core';
import { ofKind } from '../../act/use-gathered.js';

/**
 * Name of the subject; for an enquiry, which names nobody, its title.
 *
 * @param nameOf - tells them from a namesake
 * @param titleOf - tells an enquiry from another of that day
 */
export function captionOf(
  records: readonly StoredRecord[],
  nameOf: (subject: StoredRecord<'subject'>) => string,
  titleOf?: (enquiry: StoredRecord<'enquiry'>) => string,
): string | undefined {
  const [subject] = ofKind(records, 'subject');
  if (subject) return nameOf(subject);
  const [enquiry] = ofKind(records, 'enquiry');
  return enquiry && titleOf?.(enquiry);
}
