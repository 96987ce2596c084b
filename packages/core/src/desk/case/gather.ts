/** Gathers a subject's records from a store. The view is logged before the records are returned. */
import { organisationsOfCase } from '../../casework/organisation/of-case.js';
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';

/** Kinds that name a subject. */
const ABOUT_SUBJECTS = RECORD_KINDS.filter((kind) =>
  Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId'),
);

/**
 * Returns every current record of the subject, with the referrers, captures and enquiries that they name and the
 * organisations that they are joined to; empty if the subject is not held.
 *
 * @param reason - a code of the list `reason`; the store keeps a consultation entry before it answers
 * @param kinds - leaves out kinds that are not needed, so that the log does not list them as viewed; absent: every kind
 * @throws {PreventError} the `CP_STORE_…` codes of the port
 */
export async function gatherCase(
  store: RecordStore,
  subjectId: RecordId,
  reason: string,
  kinds: readonly RecordKind[] = ABOUT_SUBJECTS,
): Promise<readonly StoredRecord[]> {
  const ids = await idsOfCase(store, subjectId, kinds);
  return ids.length === 0 ? [] : store.consult(ids, reason);
}

/** Terms on which the records of many people are gathered. */
export interface GatheringTerms {
  /** Called before each portion, with the people gathered so far and all; the gathering ends with it if it rejects. */
  readonly pause?: (done: number, of: number) => Promise<void>;
}

/**
 * Returns the records of each person as `gatherCase` does, one after the other, each record once. The view is logged
 * portion by portion, before the records of that portion are returned.
 *
 * @throws {PreventError} the `CP_STORE_…` codes of the port
 */
export async function gatherCases(
  store: RecordStore,
  subjects: readonly RecordId[],
  reason: string,
  kinds: readonly RecordKind[],
  { pause = async () => undefined }: GatheringTerms = {},
): Promise<readonly StoredRecord[]> {
  const found = new Map<RecordId, StoredRecord>();
  for (let from = 0; from < subjects.length; from += PORTION) {
    await pause(from, subjects.length);
    const portion = subjects.slice(from, from + PORTION);
    const ids = await Promise.all(portion.map((subject) => idsOfCase(store, subject, kinds)));
    const fresh = [...new Set(ids.flat())].filter((id) => !found.has(id));
    if (fresh.length === 0) continue;
    for (const record of await store.consult(fresh, reason)) found.set(record.id, record);
  }
  return [...found.values()];
}

/** People whose records are looked up, and logged, together. */
const PORTION = 25;

/** The ids of everything that belongs to a case; none if the subject is not held. */
async function idsOfCase(
  store: RecordStore,
  subjectId: RecordId,
  kinds: readonly RecordKind[],
): Promise<readonly RecordId[]> {
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
  // A record withdrawn or disposed of since can no longer be viewed.
  const rest = await Promise.all([
    ...[...new Set(captures)].map((id) => store.get('sourceCapture', id)),
    ...[...new Set(referrers)].map((id) => id && store.get('referrer', id)),
  ]);
  const all = [...known, ...rest, ...others.flat()].flatMap((record) => record ?? []);
  const joined = kinds.includes('organisationLink') ? await organisationsOfCase(store, all) : [];
  const ids = [...all, ...joined].map(({ id }) => id);
  return [...new Set(ids)];
}

/**
 * Returns an enquiry with the decisions and promises on it, its referrer, and the referral made from it or its refusal;
 * empty if it is not held. The person named in a referral is left out: viewing the enquiry is not viewing the person.
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

/** The anonymous enquiry that led to a referral, with the decisions and promises on it. */
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
