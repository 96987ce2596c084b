/** What goes to a colleague of one subject. */
import {
  RECORD_KINDS,
  type RecordId,
  type RecordStore,
  type StoredRecord,
  staysHere,
} from '@cyber-prevent/core';

/**
 * The subject, every record that names it, and what those rest on: their captures and referrers, and the enquiry that a
 * referral came of, with what was decided and promised on it.
 */
export async function recordsAbout(
  store: Pick<RecordStore, 'get' | 'query'>,
  subject: RecordId,
): Promise<ReadonlySet<RecordId>> {
  const own = await store.get('subject', subject);
  if (!own) return new Set();
  const about: StoredRecord[] = [own];
  for (const kind of RECORD_KINDS.filter((each) => !staysHere(each)))
    about.push(...(await store.query(kind, { subjectId: subject } as object)));
  const referrals = await store.query('referral', { subjectId: subject });
  const enquiries = new Set(referrals.flatMap(({ value }) => value.enquiryId ?? []));
  for (const enquiryId of enquiries) about.push(...(await aboutEnquiry(store, enquiryId)));
  const rests = about.flatMap(({ value, sources }) => [
    ...('referrerId' in value && value.referrerId ? [value.referrerId] : []),
    ...Object.values(sources)
      .flat()
      .map(({ capture }) => capture),
  ]);
  return new Set([...about.map(({ id }) => id), ...(rests as RecordId[])]);
}

async function aboutEnquiry(
  store: Pick<RecordStore, 'get' | 'query'>,
  enquiryId: RecordId,
): Promise<readonly StoredRecord[]> {
  const enquiry = await store.get('enquiry', enquiryId);
  return [
    ...(enquiry ? [enquiry] : []),
    ...(await store.query('decision', { enquiryId })),
    ...(await store.query('promise', { enquiryId })),
  ];
}

/** The requests to colleagues about a subject, and the assessments that a second officer confirmed with them. */
export async function requestsAbout(
  store: Pick<RecordStore, 'query'>,
  subject: RecordId,
): Promise<ReadonlySet<RecordId>> {
  const requests = await store.query('colleagueRequest', { subjectId: subject });
  const assessments = await store.query('assessment', { subjectId: subject });
  const about = new Set(requests.map(({ value }) => value.about));
  const confirmed = assessments.filter(({ id }) => about.has(id));
  return new Set([...requests, ...confirmed].map(({ id }) => id));
}
