/** Counts the records that have a code which a pack takes away. They keep it and its words: the officer knows before. */
import {
  type FieldDescription,
  fieldsOf,
  RECORD_KINDS,
  type RecordStore,
} from '@cyber-prevent/core';
import type { PackChangeRow, PackPreview } from '../../ports/packs.js';

type Store = Pick<RecordStore, 'query'>;

export async function withRecordsInUse(preview: PackPreview, store: Store): Promise<PackPreview> {
  const changes: PackChangeRow[] = [];
  for (const row of preview.changes) {
    const { gone } = row;
    const records = gone
      ? await countRecords(store, row.definition.id, new Set(gone.codes))
      : undefined;
    changes.push(gone && records !== undefined ? { ...row, gone: { ...gone, records } } : row);
  }
  return { ...preview, changes };
}

async function countRecords(
  store: Store,
  list: string,
  codes: ReadonlySet<string>,
): Promise<number> {
  let count = 0;
  for (const kind of RECORD_KINDS) {
    const fields = fieldsOf(kind).filter((field) => drawsFrom(field, list));
    if (fields.length === 0) continue;
    const records = await store.query(kind);
    count += records.filter(({ value }) =>
      fields.some((field) => hasCode(field, value, list, codes)),
    ).length;
  }
  return count;
}

function drawsFrom({ codeList, fields = [] }: FieldDescription, list: string): boolean {
  return codeList === list || fields.some((field) => drawsFrom(field, list));
}

function hasCode(
  { name, codeList, fields = [] }: FieldDescription,
  holder: unknown,
  list: string,
  codes: ReadonlySet<string>,
): boolean {
  if (typeof holder !== 'object' || holder === null) return false;
  const held: unknown = (holder as Readonly<Record<string, unknown>>)[name];
  return (Array.isArray(held) ? held : [held]).some((each: unknown) =>
    codeList === list
      ? typeof each === 'string' && codes.has(each)
      : fields.some((field) => hasCode(field, each, list, codes)),
  );
}
