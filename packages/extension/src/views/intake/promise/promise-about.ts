/** Which promise a form is about and on whom: what lists say of both, so that it is no look at the record. */
import {
  type PlainDate,
  type RecordId,
  type RecordStore,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import type { RouteOf } from '../../../app/router.js';
import { t } from '../../../locales/late.js';

export interface PromiseAbout {
  /** The promise that is settled. */
  readonly promise?: StoredRecord<'promise'>;
  readonly subject?: RecordId | undefined;
  /** Where nobody is named yet: the day that the enquiry came. */
  readonly enquiryOn?: PlainDate | undefined;
}

/** Undefined where the promise, or what it is made on, is not held. */
export async function aboutOf(
  store: RecordStore,
  { on, record, promise: id }: RouteOf<'promise'>,
): Promise<PromiseAbout | undefined> {
  const promise = id && (await store.get('promise', id));
  if (id && !promise) return undefined;
  const held = promise ? { promise } : {};
  const subject = promise?.value.subjectId;
  if (subject) return { ...held, subject };
  if (on === 'enquiry') {
    const enquiry = await store.get('enquiry', record);
    return enquiry || promise ? { ...held, enquiryOn: enquiry?.value.receivedOn } : undefined;
  }
  if (on === 'subject') {
    const found = await store.get('subject', record);
    return found || promise ? { ...held, subject: found?.id } : undefined;
  }
  const referral = await store.get('referral', record);
  return referral || promise ? { ...held, subject: referral?.value.subjectId } : undefined;
}

/** Whose promise it is, for the line above the heading. */
export function captionOf(
  { subject, enquiryOn }: PromiseAbout,
  names: ReadonlyMap<RecordId, string>,
): string | undefined {
  if (subject) return names.get(subject);
  return enquiryOn && t('enquiry.title', { date: writtenDate(enquiryOn) });
}
