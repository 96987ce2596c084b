/** Records that were added later and belong to what a save made: they go with it, or they stop its move. */
import { fieldsOf, RECORD_LABELS } from '../../record/kind.js';
import { lockOf } from '../../record/lock.js';
import { civilDay } from '../../shared/civil-day.js';
import { writtenDate } from '../../shared/dates.js';
import type { Issue } from '../../shared/issue.js';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';
import { type Batch, type Revision, revisionsOf } from '../../store/log/revision.js';
import { atRecord } from '../../store/record-in-way.js';
import { namingIt } from '../../store/undo.js';
import { isMovable } from './move-to-subject.js';

/** The reason why a record does not go along. */
type Obstacle = 'fixed' | 'of-another' | 'with-others' | 'of-person';

export interface Rests {
  readonly from: StoredRecord<'subject'>;
  /** Records that go anyway. */
  readonly goes: ReadonlySet<RecordId>;
  /** Those of them that others may rest on. */
  readonly on: readonly StoredRecord[];
  /** Officer whose save is moved. */
  readonly officer: RecordId;
  /** Batches since that save. */
  readonly later: readonly Batch[];
}

export interface Hanging {
  /** Records that go along, in the order in which they were made. */
  readonly taken: readonly StoredRecord[];
  /** One for each record that cannot. */
  readonly issues: readonly Issue[];
}

/**
 * Sorts the records of the person that rest on what is moved. One goes along if it belongs to that and to nothing else,
 * the same officer made it, and its save did nothing else to the person.
 */
export async function hangingOn(store: RecordStore, rests: Rests): Promise<Hanging> {
  const found = await namingAny(store, rests);
  const hanging = [...found.values()].toSorted((one, other) =>
    one.createdAt < other.createdAt ? -1 : 1,
  );
  const goes = new Set([...rests.goes, ...found.keys()]);
  const named = new Set(rests.on.flatMap((each) => namedBy(each)));
  const issues: Issue[] = [];
  for (const record of hanging) {
    const why = await obstacle(store, record, { ...rests, goes }, named);
    if (why) issues.push(inUse(record, why, rests.from));
  }
  return { taken: issues.length > 0 ? [] : hanging, issues };
}

async function namingAny(
  store: RecordStore,
  { from, goes, on }: Rests,
): Promise<ReadonlyMap<RecordId, StoredRecord>> {
  const found = new Map<RecordId, StoredRecord>();
  const queue = [...on];
  for (let next = queue.shift(); next; next = queue.shift())
    for (const [kind, field] of namingIt(next.kind)) {
      const naming: readonly StoredRecord[] = await store.query(kind, { [field]: next.id });
      for (const each of naming) {
        // A record that names no person goes wherever the one that it names goes.
        const isOfThem = next.id === from.id || subjectOf(each) === from.id;
        if (!isOfThem || goes.has(each.id) || found.has(each.id)) continue;
        found.set(each.id, each);
        queue.push(each);
      }
    }
  return found;
}

async function obstacle(
  store: RecordStore,
  record: StoredRecord,
  { from, goes, officer, later }: Rests,
  named: ReadonlySet<RecordId>,
): Promise<Obstacle | undefined> {
  const { kind, id, value } = record;
  if (!isMovable(kind) || lockOf(kind, { ...value }) !== undefined) return 'fixed';
  const links = namedBy(record);
  if (subjectOf(record) !== from.id || !links.some((link) => goes.has(link))) return 'of-person';
  if (!links.every((link) => goes.has(link) || named.has(link))) return 'of-person';
  const history = await store.history(id);
  if (history.some(({ by }) => by !== officer)) return 'of-another';
  const made = later.find((batch) => revisionsOf(batch).some((each) => makesIt(each, id)));
  if (!made || made.received !== undefined) return 'of-another';
  for (const each of revisionsOf(made)) {
    if (goes.has(each.record)) continue;
    const other: StoredRecord | undefined = await store.get(each.kind, each.record);
    if (each.record === from.id || (other && subjectOf(other) === from.id)) return 'with-others';
  }
  return undefined;
}

function makesIt({ record, parents }: Revision, id: RecordId): boolean {
  return record === id && parents.length === 0;
}

function subjectOf({ value }: StoredRecord): RecordId | undefined {
  return 'subjectId' in value ? value.subjectId : undefined;
}

/** Records that this one names, other than people. */
function namedBy({ kind, value }: StoredRecord): readonly RecordId[] {
  return fieldsOf(kind).flatMap(({ name, refersTo }) => {
    const id: unknown = Reflect.get(value, name);
    return refersTo !== undefined && refersTo !== 'subject' && typeof id === 'string'
      ? [id as RecordId]
      : [];
  });
}

const BECAUSE: Readonly<Record<Obstacle, string>> = {
  fixed: 'it cannot be moved to somebody else',
  'of-another': 'somebody else made or changed it',
  'with-others': 'it was saved together with something else about them',
  'of-person': 'it also belongs to something that stays with them',
};

function inUse(
  { kind, id, createdAt }: StoredRecord,
  why: Obstacle,
  { value: { name } }: StoredRecord<'subject'>,
): Issue {
  const day = writtenDate(civilDay(createdAt));
  return {
    code: 'move-in-use',
    severity: 'error',
    at: atRecord({ kind, id }),
    message: `${RECORD_LABELS[kind].one}: it was added to ${name} later, on ${day}, and ${BECAUSE[why]}. Undo or correct that first. Nothing was moved.`,
  };
}
