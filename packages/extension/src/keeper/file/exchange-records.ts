/** The records of one subject that go to a colleague. */
import {
  organisationsOfCase,
  RECORD_KINDS,
  type RecordId,
  type RecordStore,
  type StoredRecord,
  staysHere,
} from '@cyber-prevent/core';

type Source = Pick<RecordStore, 'get' | 'query'>;

/**
 * The subject, every record that names it, and the records they depend on: their captures and referrers, the
 * enquiry behind a referral, with its decisions and promises, and the organisations that they are joined to.
 */
async function recordsAbout(store: Source, subject: RecordId): Promise<ReadonlySet<RecordId>> {
  const own = await store.get('subject', subject);
  if (!own) return new Set();
  const about: StoredRecord[] = [own];
  for (const kind of RECORD_KINDS.filter((each) => !staysHere(each)))
    about.push(...(await store.query(kind, { subjectId: subject } as object)));
  const referrals = await store.query('referral', { subjectId: subject });
  const enquiries = new Set(referrals.flatMap(({ value }) => value.enquiryId ?? []));
  for (const enquiryId of enquiries) about.push(...(await aboutEnquiry(store, enquiryId, subject)));
  const rests = about.flatMap(({ value, sources }) => [
    ...('referrerId' in value && value.referrerId ? [value.referrerId] : []),
    ...Object.values(sources)
      .flat()
      .map(({ capture }) => capture),
  ]);
  const referrers = await Promise.all((rests as RecordId[]).map((id) => store.get('referrer', id)));
  const joined = await organisationsOfCase(store, [
    ...about,
    ...referrers.flatMap((each) => each ?? []),
  ]);
  return new Set([...[...about, ...joined].map(({ id }) => id), ...(rests as RecordId[])]);
}

/** Records that name another subject are left out: one enquiry may have led to several. */
async function aboutEnquiry(
  store: Source,
  enquiryId: RecordId,
  subject: RecordId,
): Promise<readonly StoredRecord[]> {
  const enquiry = await store.get('enquiry', enquiryId);
  const made = [
    ...(await store.query('decision', { enquiryId })),
    ...(await store.query('promise', { enquiryId })),
  ];
  return [
    ...(enquiry ? [enquiry] : []),
    ...made.filter(({ value }) => (value.subjectId ?? subject) === subject),
  ];
}

/** The requests to colleagues about a subject, and the assessments that a second officer confirmed with them. */
async function requestsAbout(store: Source, subject: RecordId): Promise<ReadonlySet<RecordId>> {
  const requests = await store.query('colleagueRequest', { subjectId: subject });
  const assessments = await store.query('assessment', { subjectId: subject });
  const about = new Set(requests.map(({ value }) => value.about));
  const confirmed = assessments.filter(({ id }) => about.has(id));
  return new Set([...requests, ...confirmed].map(({ id }) => id));
}

/** The case without its assessments and the comments on them: a rater who has read one does not rate blind. */
async function unassessed(store: Source, subject: RecordId): Promise<ReadonlySet<RecordId>> {
  const all = await recordsAbout(store, subject);
  const assessments = await store.query('assessment', { subjectId: subject });
  const requests = await store.query('colleagueRequest', { subjectId: subject });
  const tellings = await store.query('telling', { subjectId: subject });
  const about = new Set(assessments.map(({ id }) => id));
  const said = [
    ...requests.filter(({ value }) => value.about !== undefined && about.has(value.about)),
    ...tellings.filter(({ value }) => value.assessmentId !== undefined),
  ];
  const left = new Set([...about, ...said.map(({ id }) => id)]);
  return new Set([...all].filter((id) => !left.has(id)));
}

/** The ratings that two officers committed to, and opened: no other part of the case goes with them. */
async function ratingsAbout(store: Source, subject: RecordId): Promise<ReadonlySet<RecordId>> {
  return new Set((await store.query('rating', { subjectId: subject })).map(({ id }) => id));
}

/** The records of a subject that go into a file, by the chosen extent. */
export const recordsIn = {
  cases: recordsAbout,
  requests: requestsAbout,
  ratings: ratingsAbout,
  unassessed,
} as const;
