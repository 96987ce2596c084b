/** Gathers a subject's records out of a store, logged as looked at before they are given. */
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';

/** Kinds that name a subject. */
const ABOUT_SUBJECTS = RECORD_KINDS.filter((kind) =>
  Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId'),
);

/**
 * Every standing record of the subject, with the referrers, captures and enquiries that they name; none when the subject is not held.
 *
 * @param reason - a code of the list `reason`; the store keeps a consultation entry before it answers
 * @param kinds - leaves out what is not needed, so that the log does not say that it was looked at; absent: every kind
 * @throws {PreventError} the `CP_STORE_…` codes of the port
 */
export async function gatherCase(
  store: RecordStore,
  subjectId: RecordId,
  reason: string,
  kinds: readonly RecordKind[] = ABOUT_SUBJECTS,
): Promise<readonly StoredRecord[]> {
  const own = (
    await Promise.all(kinds.map((kind) => store.query(kind, { subjectId })))
  ).flat() as readonly StoredRecord[];
  const subject = await store.get('subject', subjectId);
  if (!subject) return [];
  const known = [subject, ...own];
  const captures = known.flatMap(({ sources }) =>
    Object.values(sources).flatMap((refs) => refs.map(({ capture }) => capture)),
  );
  const referrers = known.flatMap(({ value }) => ('referrerId' in value ? value.referrerId : []));
  const enquiries = known.flatMap(({ value }) => ('enquiryId' in value ? value.enquiryId : []));
  const others = await Promise.all(
    [...new Set(enquiries)].map((id) => (id ? aboutEnquiry(store, id) : [])),
  );
  // One that was withdrawn or disposed of since is no longer there to be looked at.
  const rest = await Promise.all([
    ...[...new Set(captures)].map((id) => store.get('sourceCapture', id)),
    ...[...new Set(referrers)].map((id) => id && store.get('referrer', id)),
  ]);
  const ids = [...known, ...rest, ...others.flat()].flatMap((record) => record?.id ?? []);
  return store.consult([...new Set(ids)], reason);
}

/**
 * An enquiry with what was decided and promised on it, whoever asks and the referral that came of it, or its refusal; none
 * when it is not held. The person whom a referral names is not among them: who looks at the enquiry does not look at the person.
 *
 * @param reason - a code of the list `reason`; the store keeps a consultation entry before it answers
 * @throws {PreventError} the `CP_STORE_…` codes of the port
 */
export async function gatherEnquiry(
  store: RecordStore,
  enquiryId: RecordId,
  reason: string,
): Promise<readonly StoredRecord[]> {
  const [about, referrals, refusals] = await Promise.all([
    aboutEnquiry(store, enquiryId),
    store.query('referral', { enquiryId }),
    store.query('refusal', { enquiryId }),
  ]);
  const enquiry = about.find((record) => record.kind === 'enquiry');
  if (!enquiry) return [];
  const { referrerId } = enquiry.value as StoredRecord<'enquiry'>['value'];
  const referrer = referrerId && (await store.get('referrer', referrerId));
  const came = [...referrals, ...refusals];
  const ids = [...about, ...(referrer ? [referrer] : []), ...came].map(({ id }) => id);
  return store.consult([...new Set(ids)], reason);
}

/** The anonymous enquiry that a referral came of, with what was decided and promised on it. */
async function aboutEnquiry(
  store: RecordStore,
  enquiryId: RecordId,
): Promise<readonly StoredRecord[]> {
  const [enquiry, decisions, promises] = await Promise.all([
    store.get('enquiry', enquiryId),
    store.query('decision', { enquiryId }),
    store.query('promise', { enquiryId }),
  ]);
  return [...(enquiry ? [enquiry] : []), ...decisions, ...promises];
}
