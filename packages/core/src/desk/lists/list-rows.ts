/**
 * Rows of lists, worked out where the records are and kept up to date. After a save only the affected rows are made
 * again, and a later request returns only those.
 */

import type { Joined, ListRow, RowJoin } from '../../casework/act/list-projection.js';
import { capturesBehind } from '../../casework/handling/on-file.js';
import type { RecordKind } from '../../record/kind.js';
import type { RecordId } from '../../shared/primitives.js';
import type { RecordStore, StoredRecord } from '../../store/log/port.js';
import { type Batch, revisionsOf } from '../../store/log/revision.js';
import type { ListName } from './list-name.js';
import { type DeskList, deskLists, type ListRowOf } from './list-row.js';

export interface ListAnswer<Row> {
  /** Marker to pass to the next request. */
  readonly as: string;
  /** True if these are all the rows; otherwise only the new, changed and removed ones. */
  readonly isWhole: boolean;
  readonly rows: readonly Row[];
  readonly gone: readonly RecordId[];
}

export interface ListRows {
  /**
   * Returns every row of the list, oldest record first; or only the changes since an earlier answer.
   *
   * @param since - `as` of that answer; if it is from another run, or absent, all rows are returned
   */
  rows<N extends ListName>(list: N, since?: string): Promise<ListAnswer<ListRowOf[N]>>;
  /** Forgets every row. */
  stop(): void;
}

type Source = Pick<RecordStore, 'get' | 'query' | 'subscribe'>;

export interface ListRowsOptions {
  /** Distinguishes this run from the one before a lock or a crash. */
  readonly run: string;
  /** Lets other work run between portions of a long task. It is called often, and may answer at once. */
  readonly pause?: () => Promise<void>;
}

/** Records processed before other work may run: a millisecond or two of work. */
const PORTION = 128;
/** Number of stale rows from which they are read together, not one by one. */
const MANY = 300;

type Fields = { readonly [name in RowJoin['by']]?: RecordId };

/** The rows of every list, worked out when first asked for and updated with each save. */
export function listRows(store: Source, options: ListRowsOptions): ListRows {
  const named = deskLists();
  let lists = new Map<ListName, ReturnType<typeof oneList>>();
  const unhear = store.subscribe((batch) => {
    for (const list of lists.values()) list.hear(batch);
  });
  return {
    async rows<N extends ListName>(name: N, since?: string) {
      const list = lists.get(name) ?? oneList(store, named[name], options);
      lists.set(name, list);
      // Each list has the rows of its name.
      return (await list.since(since)) as ListAnswer<ListRowOf[N]>;
    },
    stop() {
      unhear();
      lists = new Map();
    },
  };
}

function oneList(
  store: Source,
  { kind, joins, joinsCaptures, row }: DeskList,
  { run, pause = async () => undefined }: ListRowsOptions,
) {
  const rows = new Map<RecordId, { readonly row: ListRow; readonly version: number }>();
  const gone = new Map<RecordId, number>();
  /** Rows by the joined record that they show part of: one id, or a set if there are several. */
  const shownIn = new Map<RecordId, RecordId | Set<RecordId>>();
  const stale = new Set<RecordId>();
  let version = 0;
  let isStaleAll = true;
  let isReadingAll = false;
  let reading: Promise<void> = Promise.resolve();

  const put = (record: StoredRecord, found: Found, captures: readonly StoredRecord[]) => {
    for (const { by, named } of joins)
      if (named !== 'by-other') note(fieldsOf(record)[by], record.id);
    for (const others of found.values()) for (const { id } of others) note(id, record.id);
    const joined = (of: RecordKind) => (of === CAPTURE ? captures : (found.get(of) ?? []));
    const next = row(record, joined as Joined);
    const before = rows.get(record.id);
    if (before && JSON.stringify(before.row) === JSON.stringify(next)) return;
    gone.delete(record.id);
    rows.set(record.id, { row: Object.freeze(next), version });
  };
  const drop = (id: RecordId): void => {
    if (rows.delete(id)) gone.set(id, version);
  };
  const note = (joinedId: RecordId | undefined, rowId: RecordId): void => {
    if (joinedId === undefined) return;
    const of = shownIn.get(joinedId);
    if (of === undefined) shownIn.set(joinedId, rowId);
    else if (typeof of !== 'string') of.add(rowId);
    else if (of !== rowId) shownIn.set(joinedId, new Set([of, rowId]));
  };

  /** Ids of the captures behind a row, also of one that is not here yet: the row is made again once it is. */
  const behind = (record: StoredRecord, found: Found): ReadonlySet<RecordId> => {
    const ids = new Set<RecordId>();
    if (!joinsCaptures) return ids;
    for (const each of [record, ...[...found.values()].flat()])
      for (const id of capturesBehind(each)) ids.add(id);
    for (const id of ids) note(id, record.id);
    return ids;
  };

  const readAll = async (): Promise<void> => {
    const groups = [];
    for (const join of joins) {
      const others = await store.query(join.kind);
      await pause();
      const by = grouped(others, join.named === 'by-row' ? idOf : (o) => fieldsOf(o)[join.by]);
      groups.push({ join, by });
      await pause();
    }
    const captures = new Map<RecordId, StoredRecord>();
    if (joinsCaptures) {
      for (const capture of await store.query(CAPTURE)) captures.set(capture.id, capture);
      await pause();
    }
    const records: readonly StoredRecord[] = await store.query(kind);
    await pause();
    const standing = new Set(records.map(idOf));
    for (const id of [...rows.keys()]) if (!standing.has(id)) drop(id);
    for (const [nth, record] of records.entries()) {
      const found = byKind(
        groups.map(({ join, by }) => {
          const key = join.named === 'by-other' ? record.id : fieldsOf(record)[join.by];
          return [join.kind, (key && by.get(key)) || []] as const;
        }),
      );
      put(
        record,
        found,
        [...behind(record, found)].flatMap((id) => captures.get(id) ?? []),
      );
      if (nth % PORTION === PORTION - 1) await pause();
    }
  };
  const readOne = async (id: RecordId): Promise<void> => {
    const record = await store.get(kind, id);
    if (!record) return drop(id);
    const found = byKind(
      await Promise.all(
        joins.map(async (join) => [join.kind, await joinedTo(record, join)] as const),
      ),
    );
    const captures = await Promise.all(
      [...behind(record, found)].map((capture) => store.get(CAPTURE, capture)),
    );
    put(
      record,
      found,
      captures.flatMap((each) => each ?? []),
    );
  };
  const joinedTo = async (
    record: StoredRecord,
    join: (typeof joins)[number],
  ): Promise<readonly StoredRecord[]> => {
    if (join.named === 'by-other') return store.query(join.kind, { [join.by]: record.id });
    const named = fieldsOf(record)[join.by];
    if (join.named === 'by-both')
      return named === undefined ? [] : store.query(join.kind, { [join.by]: named });
    const other = named && (await store.get(join.kind, named));
    return other ? [other] : [];
  };
  const staleShowing = (id: RecordId): void => {
    const shown = shownIn.get(id) ?? [];
    for (const each of typeof shown === 'string' ? [shown] : shown) stale.add(each);
  };
  const readStale = async (): Promise<void> => {
    if (!isStaleAll && stale.size === 0) return;
    const [ids, isAll] = [[...stale], isStaleAll || stale.size > MANY];
    stale.clear();
    isStaleAll = false;
    version += 1;
    isReadingAll = isAll;
    try {
      if (isAll) await readAll();
      else for (const id of ids) await readOne(id);
    } catch (error) {
      isStaleAll = true;
      throw error;
    } finally {
      isReadingAll = false;
    }
  };

  return {
    hear(batch: Batch): void {
      // A record already read may be one that this batch changed.
      if (isReadingAll) isStaleAll = true;
      for (const id of recordsIn(batch)) {
        if (rows.has(id)) stale.add(id);
        staleShowing(id);
      }
      for (const revision of revisionsOf(batch)) {
        if (revision.kind === kind) stale.add(revision.record);
        for (const { kind: other, by, named } of joins) {
          const of = (revision.set as Fields)[by];
          if (revision.kind !== other || !of) continue;
          if (named === 'by-other') stale.add(of);
          else if (named === 'by-both') staleShowing(of);
        }
      }
    },
    async since(as?: string): Promise<ListAnswer<ListRow>> {
      // One at a time: a change during one reading is read by the next.
      reading = reading.catch(() => undefined).then(readStale);
      await reading;
      const seen = as?.startsWith(`${run}.`) ? Number(as.slice(run.length + 1)) : Number.NaN;
      const isWhole = !(seen <= version);
      return {
        as: `${run}.${version}`,
        isWhole,
        rows: [...rows.values()].flatMap((each) =>
          isWhole || each.version > seen ? [each.row] : [],
        ),
        gone: isWhole ? [] : [...gone].flatMap(([id, at]) => (at > seen ? [id] : [])),
      };
    },
  };
}

const CAPTURE = 'sourceCapture';

type Found = ReadonlyMap<RecordKind, readonly StoredRecord[]>;

/** The joined records by kind, in the order of the joins: several may be of one kind. */
function byKind(
  found: readonly (readonly [kind: RecordKind, records: readonly StoredRecord[]])[],
): Found {
  const kinds = new Map<RecordKind, readonly StoredRecord[]>();
  for (const [kind, records] of found) kinds.set(kind, [...(kinds.get(kind) ?? []), ...records]);
  return kinds;
}

function grouped(
  records: readonly StoredRecord[],
  keyOf: (record: StoredRecord) => RecordId | undefined,
): ReadonlyMap<RecordId, readonly StoredRecord[]> {
  const groups = new Map<RecordId, StoredRecord[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const own = groups.get(key);
    if (own) own.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

function idOf({ id }: StoredRecord): RecordId {
  return id;
}

/** The fields that name another record, if the kind has them. */
function fieldsOf({ value }: StoredRecord): Fields {
  return value as Fields;
}

/** Every record that the batch, or one within it, changed or disposed of. */
function recordsIn({ revisions, audit, received = [] }: Batch): readonly RecordId[] {
  return [
    ...revisions.flatMap((entry) => (entry ? [entry.content.record] : [])),
    ...audit.flatMap((entry) => (entry?.content.action === 'erasure' ? entry.content.records : [])),
    ...received.flatMap((entry) => (entry ? recordsIn(entry.content) : [])),
  ];
}
