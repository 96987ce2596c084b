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
  /** Name of the referrer, for a promise to them. */
  readonly referrer?: string | undefined;
  /** If nobody is named yet: the day the enquiry was received. */
  readonly enquiryOn?: PlainDate | undefined;
}

/** Undefined if the promise, or the record it is made on, is not stored. */
export async function aboutOf(
  store: RecordStore,
  route: RouteOf<'promise'>,
): Promise<PromiseAbout | undefined> {
  const [about, referrer] = await Promise.all([
    ownAbout(store, route),
    referrerOf(store, route).catch(() => undefined),
  ]);
  const isTo = about?.promise?.value.to === 'referrer';
  return about && isTo && referrer !== undefined ? { ...about, referrer } : about;
}

/** Name of the referrer of the referral or enquiry. */
async function referrerOf(
  store: RecordStore,
  { on, record }: RouteOf<'promise'>,
): Promise<string | undefined> {
  if (on === 'subject') return undefined;
  const made = await store.get(on, record);
  const id = made?.value.referrerId;
  const referrer = id && (await store.get('referrer', id));
  return referrer ? (referrer.value.name ?? referrer.value.organisation) : undefined;
}

async function ownAbout(
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

/** The person on the button that settles it; an enquiry has none. */
export function settleWords(about: PromiseAbout | undefined, name: string | undefined): string {
  if (name !== undefined) return t('promise.settle.save.of', { name });
  return about?.enquiryOn
    ? t('promise.settle.save.enquiry', { date: writtenDate(about.enquiryOn) })
    : t('promise.settle.save');
}

/** Subject of the promise, for the line above the heading. */
export function captionOf(
  { subject, enquiryOn }: PromiseAbout,
  names: ReadonlyMap<RecordId, string>,
): string | undefined {
  if (subject) return names.get(subject);
  return enquiryOn && t('enquiry.title', { date: writtenDate(enquiryOn) });
}
