/** The promise that a form is about and its person, as lists show them, so that it is not a look at the record. */
import type { RecordId, RecordStore, StoredRecord } from '@cyber-prevent/core';
import type { RouteOf } from '../../../app/route.js';
import { t } from '../../../locales/late.js';
import { personAmong } from '../../act/typed-about.js';
import type { EnquiryWords } from '../../case/enquiry/enquiry-words.js';

export interface PromiseAbout {
  /** The promise being settled. */
  readonly promise?: StoredRecord<'promise'>;
  readonly subject?: RecordId | undefined;
  /** Name of the referrer, for a promise to them. */
  readonly referrer?: string | undefined;
  /** The enquiry that it is on, if it is on one. Its person is named once a referral was made from it. */
  readonly enquiry?: StoredRecord<'enquiry'> | undefined;
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
    const named = promise ? {} : { subject: (await personOfEnquiry(store, record)) ?? undefined };
    return enquiry || promise ? { ...held, ...named, enquiry } : undefined;
  }
  if (on === 'subject') {
    const found = await store.get('subject', record);
    return found || promise ? { ...held, subject: found?.id } : undefined;
  }
  const referral = await store.get('referral', record);
  return referral || promise ? { ...held, subject: referral?.value.subjectId } : undefined;
}

/** The person named by the referral that was made from the enquiry; null while there is none. */
export async function personOfEnquiry(
  store: Pick<RecordStore, 'query'>,
  enquiryId: RecordId,
): Promise<RecordId | null> {
  return personAmong(await store.query('referral', { enquiryId }));
}

/** The person or the enquiry on the button that settles it. */
export function settleWords(
  enquiry: Pick<EnquiryWords, 'said'> | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return t('promise.settle.save.of', { name });
  return enquiry
    ? t('promise.settle.save.enquiry', { enquiry: enquiry.said })
    : t('promise.settle.save');
}

/** Subject of the promise, for the line above the heading. */
export function captionOf(
  { subject }: PromiseAbout,
  names: ReadonlyMap<RecordId, string>,
  enquiry: Pick<EnquiryWords, 'title'> | undefined,
): string | undefined {
  const name = subject && names.get(subject);
  return name && enquiry
    ? t('find.choice.and', { said: enquiry.title, part: name })
    : (name ?? enquiry?.title);
}
