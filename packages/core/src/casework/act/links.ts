/** The records that a diary is folded from, by id and by the ids they name. Updated as they change. */
import { RECORD_KINDS, RECORD_SCHEMAS, type RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { StoredRecord } from '../../store/log/port.js';
import { type DueContext, LINK_FIELDS, type LinkField } from './due.js';

export interface Links extends Pick<DueContext, 'find' | 'naming'> {
  get(id: RecordId): StoredRecord | undefined;
  /** Every stored record. */
  all(): Iterable<StoredRecord>;
  /** Adds the record or replaces its earlier version. @returns ids that it names now, or named before */
  put(record: StoredRecord): readonly string[];
  /** @returns ids that it named */
  drop(id: RecordId): readonly string[];
}

/** Records by the field, their kind and the id named. */
type Named = Readonly<Record<LinkField, Map<RecordKind, Map<string, StoredRecord[]>>>>;

interface Link {
  readonly field: LinkField;
  readonly id: string;
}

/**
 * Takes in all records once and is updated as they change. Each question is answered without reading them all again.
 */
export function linksOf(records: Iterable<StoredRecord>): Links {
  const byId = new Map<RecordId, StoredRecord>();
  const named = Object.fromEntries(LINK_FIELDS.map((field) => [field, new Map()])) as Named;
  const fields = new Map(RECORD_KINDS.map((kind) => [kind, fieldsOfKind(kind)]));

  const linksIn = ({ kind, value }: StoredRecord): readonly Link[] => {
    const found: Link[] = [];
    for (const field of fields.get(kind) ?? []) {
      const id: unknown = Reflect.get(value, field);
      if (typeof id === 'string') found.push({ field, id });
    }
    return found;
  };
  const add = (record: StoredRecord): readonly Link[] => {
    byId.set(record.id, record);
    const links = linksIn(record);
    for (const { field, id } of links) {
      let ids = named[field].get(record.kind);
      if (!ids) {
        ids = new Map();
        named[field].set(record.kind, ids);
      }
      const held = ids.get(id);
      if (held) held.push(record);
      else ids.set(id, [record]);
    }
    return links;
  };
  const remove = (record: StoredRecord | undefined): readonly Link[] => {
    if (!record) return [];
    byId.delete(record.id);
    const links = linksIn(record);
    for (const { field, id } of links) {
      const ids = named[field].get(record.kind);
      const rest = ids?.get(id)?.filter((other) => other !== record) ?? [];
      if (rest.length > 0) ids?.set(id, rest);
      else ids?.delete(id);
    }
    return links;
  };
  const put: Links['put'] = (record) => {
    const before = remove(byId.get(record.id));
    return [...before, ...add(record)].map(({ id }) => id);
  };
  for (const record of records) put(record);
  return {
    get: (id) => byId.get(id),
    all: () => byId.values(),
    put,
    drop: (id) => remove(byId.get(id)).map((link) => link.id),
    find: (kind, id) => {
      const record = id === undefined ? undefined : byId.get(id);
      return record && isOf(record, kind) ? record : undefined;
    },
    naming: <K extends RecordKind>(kind: K, field: LinkField, id: RecordId) =>
      (named[field].get(kind)?.get(id) ??
        []) as readonly StoredRecord<RecordKind>[] as readonly StoredRecord<K>[],
  };
}

function fieldsOfKind(kind: RecordKind): readonly LinkField[] {
  return LINK_FIELDS.filter((field) => Object.hasOwn(RECORD_SCHEMAS[kind].entries, field));
}

function isOf<K extends RecordKind>(record: StoredRecord, kind: K): record is StoredRecord<K> {
  return record.kind === kind;
}
