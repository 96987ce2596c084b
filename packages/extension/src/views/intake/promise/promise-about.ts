/** The promise that a form is about and its person, as lists show them, so that it is not a look at the record. */
import {
  type PlainDate,
  type RecordId,
  type RecordStore,
  type StoredRecord,
  writtenDate,
} from '@cyber-prevent/core';
import type { RouteOf } from '../../../app/route.js';
import { t } from '../../../locales/late.js';

export interface PromiseAbout {
  /** The promise being settled. */
  readonly promise?: StoredRecord<'promise'>;
  readonly subject?: RecordId | undefined;
  /** If nobody is named yet: the day the enquiry was received. */
  readonly enquiryOn?: PlainDate | undefined;
}

/** Undefined if the promise, or the record it is made on, is not stored. */
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

/** Subject of the promise, for the line above the heading. */
export function captionOf(
  { subject, enquiryOn }: PromiseAbout,
  names: ReadonlyMap<RecordId, string>,
): string | undefined {
  if (subject) return names.get(subject);
  return enquiryOn && t('enquiry.title', { date: writtenDate(enquiryOn) });
}
