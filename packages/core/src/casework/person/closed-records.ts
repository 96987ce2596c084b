/**
 * The records that are closed to an officer, as a keeper of records asks before it gives anything: the subjects, every
 * record about them, and the pages that they were read from. Worked out again after each save.
 */
import { RECORD_KINDS, RECORD_SCHEMAS } from '../../record/kind.js';
import { PreventError } from '../../shared/errors.js';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';
import { revisionsOf } from '../../store/log/revision.js';
import { closedTo, KNOWN_PERSON } from './known-person.js';

type Source = Pick<RecordStore, 'get' | 'query' | 'everAbout' | 'subscribe'>;
type Declarations = ReadonlyMap<RecordId, StoredRecord<'colleagueRequest'>>;

export interface ClosedRecords {
  /** The declarations in force, by subject. */
  declared(): Promise<Declarations>;
  /** Subjects and records that may not be given to the officer; their own declarations are not among them. */
  ids(): Promise<ReadonlySet<RecordId>>;
  /** Names the set of closed subjects: another name after it has changed. */
  version(): Promise<string>;
  /** @throws {PreventError} `CP_RECORD_CLOSED` if one of them is closed */
  refuse(ids: readonly RecordId[]): Promise<void>;
  /** Leaves out closed records. */
  without<R extends { readonly id: RecordId }>(records: readonly R[]): Promise<readonly R[]>;
  stop(): void;
}

const NONE: ReadonlySet<RecordId> = new Set();

/** Follows which records are closed to an officer, as the store changes. */
export function closedRecords(store: Source, officer: RecordId): ClosedRecords {
  let reading: Promise<Declarations> | undefined;
  let listing: Promise<ReadonlySet<RecordId>> | undefined;
  let version = 0;
  const stop = store.subscribe((batch) => {
    listing = undefined;
    if (!revisionsOf(batch).some(({ kind }) => kind === 'colleagueRequest')) return;
    reading = undefined;
    version += 1;
  });
  const declared = (): Promise<Declarations> => {
    const own = reading ?? readDeclared(store, officer);
    reading = own;
    // A failure is not kept: the next reader tries again, and none is given anything in the meantime.
    own.catch(() => {
      if (reading === own) reading = undefined;
    });
    return own;
  };
  const ids = async (): Promise<ReadonlySet<RecordId>> => {
    const subjects = [...(await declared()).keys()];
    if (subjects.length === 0) return NONE;
    const own = listing ?? listClosed(store, subjects, officer);
    listing = own;
    own.catch(() => {
      if (listing === own) listing = undefined;
    });
    return own;
  };
  return {
    declared,
    ids,
    async version() {
      await declared();
      return String(version);
    },
    async refuse(asked) {
      const closed = await ids();
      const id = asked.find((each) => closed.has(each));
      if (id === undefined) return;
      throw new PreventError(
        'CP_RECORD_CLOSED',
        'This record is closed to you, because you said that you know the person. Your supervisor can open it again.',
      );
    },
    async without(records) {
      const closed = await ids();
      return closed.size === 0 ? records : records.filter(({ id }) => !closed.has(id));
    },
    stop,
  };
}

async function readDeclared(store: Source, officer: RecordId): Promise<Declarations> {
  return closedTo(officer, await store.query('colleagueRequest'));
}

/** Kinds that name a subject. */
const ABOUT_SUBJECTS = RECORD_KINDS.filter((kind) =>
  Object.hasOwn(RECORD_SCHEMAS[kind].entries, 'subjectId'),
);

async function listClosed(
  store: Source,
  subjects: readonly RecordId[],
  officer: RecordId,
): Promise<ReadonlySet<RecordId>> {
  const closed = new Set<RecordId>(subjects);
  for (const subjectId of subjects) {
    const found = await Promise.all(
      ABOUT_SUBJECTS.map((kind) => store.query(kind, { subjectId } as object)),
    );
    const own: readonly StoredRecord[] = found.flat();
    const subject = await store.get('subject', subjectId);
    for (const { id, sources } of subject ? [subject, ...own] : own) {
      closed.add(id);
      // A page shows the person even if it was read for somebody else too.
      for (const { capture } of Object.values(sources).flat()) closed.add(capture);
    }
    for (const id of await store.everAbout(subjectId))
      if (!closed.has(id) && !(await isStored(store, id))) closed.add(id);
  }
  for (const request of await store.query('colleagueRequest')) {
    const { kind, from } = request.value;
    if (kind === KNOWN_PERSON && from === officer) closed.delete(request.id);
  }
  return closed;
}

/** True for a record that was moved to somebody else since: it belongs to them. A withdrawn one is not stored. */
async function isStored(store: Source, id: RecordId): Promise<boolean> {
  for (const kind of ABOUT_SUBJECTS) if (await store.get(kind, id)) return true;
  return false;
}
