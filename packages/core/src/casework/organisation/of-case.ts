/** The organisations that the records of a case are joined to, with the links. */
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';

type Source = Pick<RecordStore, 'get' | 'query'>;

/** Kinds of record without a subject of their own whose words may be joined, with the field that names each. */
const BY_RECORD = [
  ['referrer', 'referrerId'],
  ['incident', 'incidentId'],
] as const satisfies readonly (readonly [RecordKind, string])[];

/**
 * Returns the links of the records, each organisation that they name, what it became and what it is part of.
 *
 * @param records - those of one case; the links that name its subject may be among them
 */
export async function organisationsOfCase(
  store: Source,
  records: readonly Pick<StoredRecord, 'kind' | 'id' | 'value'>[],
): Promise<readonly StoredRecord<'organisation' | 'organisationLink'>[]> {
  const links = new Map<RecordId, StoredRecord<'organisationLink'>>();
  for (const record of records) {
    if (record.kind === 'organisationLink')
      links.set(record.id, record as StoredRecord<'organisationLink'>);
    for (const [kind, field] of BY_RECORD)
      if (record.kind === kind)
        for (const link of await store.query('organisationLink', { [field]: record.id }))
          links.set(link.id, link);
  }
  const found = new Map<RecordId, StoredRecord<'organisation'>>();
  const open = [...links.values()].map(({ value }) => value.organisationId);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const held = found.has(id) ? undefined : await store.get('organisation', id);
    if (!held) continue;
    found.set(id, held);
    open.push(...[held.value.becameId, held.value.partOf].flatMap((each) => each ?? []));
  }
  return [...links.values(), ...found.values()];
}
