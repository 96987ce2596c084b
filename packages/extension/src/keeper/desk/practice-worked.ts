/** Finds what an officer did with the people of the practice caseload since they were entered. */
import {
  RECORD_KINDS,
  type RecordId,
  type RecordStore,
  type StoredRecord,
} from '@cyber-prevent/core';
import type { MadePart } from './practice-mark.js';

export interface PartLook {
  readonly name: string;
  /** Records of the part that are still held. */
  readonly held: readonly StoredRecord[];
  /** Records that the officer added to them, and that belong to nobody else. */
  readonly added: readonly StoredRecord[];
  /** True if the officer added to the part, or changed one of its records. */
  readonly isWorkedOn: boolean;
}

type Reads = Pick<RecordStore, 'query' | 'history'>;

/** Looks at each part. Not a consultation: it gives records to nobody, but counts and destroys them. */
export async function lookAtParts(
  store: Reads,
  parts: Readonly<Record<string, MadePart>>,
): Promise<readonly PartLook[]> {
  const all = (await Promise.all(RECORD_KINDS.map((kind) => store.query(kind)))).flat();
  const byId = new Map<RecordId, StoredRecord>(all.map((record) => [record.id, record]));
  const partOf = new Map<string, string>();
  for (const [name, { records }] of Object.entries(parts))
    for (const { id } of records) partOf.set(id, name);
  const own = all.filter(({ id }) => !partOf.has(id));
  const staying = ofOwnPeople(all, byId, partOf);
  return Promise.all(
    Object.entries(parts).map(async ([name, { records }]) => {
      const held = records.flatMap(({ id }) => (staying.has(id) ? [] : (byId.get(id) ?? [])));
      const naming = own.filter((record) => idsIn(record).some((id) => partOf.get(id) === name));
      const added = naming.filter(({ id }) => !staying.has(id));
      const isChanged = await anyOf(
        records.map(async ({ id, saves }) => (await store.history(id)).length > saves),
      );
      return { name, held, added, isWorkedOn: naming.length > 0 || isChanged };
    }),
  );
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Every id that a record names, in its values or as a source of one. */
function idsIn({ value, sources }: StoredRecord): readonly string[] {
  return JSON.stringify([value, sources]).match(ID) ?? [];
}

/**
 * A person whom the officer recorded stays, and so does everything about them, wherever it came from, with what that
 * rests on: an enquiry, its referrer, the page that it was read from.
 */
function ofOwnPeople(
  all: readonly StoredRecord[],
  byId: ReadonlyMap<RecordId, StoredRecord>,
  partOf: ReadonlyMap<string, string>,
): ReadonlySet<RecordId> {
  const staying = new Set<RecordId>();
  const stays = (record: StoredRecord): void => {
    if (staying.has(record.id)) return;
    staying.add(record.id);
    for (const id of idsIn(record)) {
      const named = byId.get(id as RecordId);
      if (named && personOf(named) === undefined) stays(named);
    }
  };
  for (const record of all) {
    const person = personOf(record);
    if (person !== undefined && !partOf.has(person)) stays(record);
  }
  return staying;
}

/** The person that a record is, or is about. */
function personOf({ id, kind, value }: StoredRecord): RecordId | undefined {
  if (kind === 'subject') return id;
  return 'subjectId' in value ? value.subjectId : undefined;
}

async function anyOf(answers: readonly Promise<boolean>[]): Promise<boolean> {
  return (await Promise.all(answers)).includes(true);
}
