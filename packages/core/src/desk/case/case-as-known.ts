/** A case as it was known on an earlier day. The view is logged before the records are returned. */
import type { Instant, RecordId } from '../../shared/primitives.js';
import { asKnownOn } from '../../store/log/as-known.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';

/**
 * Returns every record that was about the subject then, with the referrers, captures and enquiries that they named,
 * including those moved or withdrawn since. Records disposed of since are missing. The subject comes first, then the
 * oldest; empty if the subject was not known yet.
 *
 * @param at - the last moment that counts
 * @param reason - a code of the list `reason`; the store keeps a consultation entry before it answers
 * @throws {PreventError} the `CP_STORE_…` codes of the port
 */
export async function caseAsKnownOn(
  store: Pick<RecordStore, 'everAbout' | 'history' | 'query' | 'commit'>,
  subjectId: RecordId,
  at: Instant,
  reason: string,
): Promise<readonly StoredRecord[]> {
  const known = async (ids: Iterable<RecordId>): Promise<readonly StoredRecord[]> =>
    (
      await Promise.all([...ids].map(async (id) => asKnownOn(await store.history(id), at) ?? []))
    ).flat();
  const about = (await known(await store.everAbout(subjectId))).filter(
    ({ id, value }) => id === subjectId || ('subjectId' in value && value.subjectId === subjectId),
  );
  if (!about.some(({ id }) => id === subjectId)) return [];
  const named = await known(namedBy(about));
  const enquiries = named.filter(({ kind }) => kind === 'enquiry');
  const onEnquiries = (
    await Promise.all(
      enquiries.flatMap(({ id: enquiryId }) => [
        store.query('decision', { enquiryId }),
        store.query('promise', { enquiryId }),
      ]),
    )
  ).flatMap((held: readonly StoredRecord[]) => held.map(({ id }) => id));
  const all = new Map(
    [...about, ...named, ...(await known(onEnquiries))].map((record) => [record.id, record]),
  );
  const records = [...all.keys()];
  await store.commit({
    changes: [],
    reason,
    audit: [{ action: 'consultation', records, fields: [], reason }],
  });
  return [...all.values()].toSorted(
    (a, b) =>
      Number(b.id === subjectId) - Number(a.id === subjectId) || order(a.createdAt, b.createdAt),
  );
}

function namedBy(records: readonly StoredRecord[]): ReadonlySet<RecordId> {
  const named = new Set<RecordId>();
  for (const { value, sources } of records) {
    if ('referrerId' in value && value.referrerId) named.add(value.referrerId);
    if ('enquiryId' in value && value.enquiryId) named.add(value.enquiryId);
    for (const { capture } of Object.values(sources).flat()) named.add(capture);
  }
  return named;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
