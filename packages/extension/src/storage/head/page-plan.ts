/**
 * The plan of a save of heads: which pages it writes again, and the page of each record. Records wanted first have
 * their own pages, so that an opening reads only those before the rest. A record in the wrong one of the two moves.
 */
import { type HeadRecord, RECORD_KINDS, type RecordId, type RecordKind } from '@cyber-prevent/core';
import * as v from 'valibot';

/** Records in a page: few enough to open quickly and to write again for one change. */
export const PAGE = 512;

export const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
export const PageEntry = v.strictObject({
  id: Whole,
  kind: v.picklist(RECORD_KINDS),
  generation: Whole,
  slot: Whole,
  count: Whole,
  /** Read before the others. */
  isFirst: v.exactOptional(v.literal(true)),
});
export type PageEntry = v.InferOutput<typeof PageEntry>;

export interface PagesChange {
  readonly changed: readonly HeadRecord[];
  readonly removed: readonly RecordId[];
  /** Those of all the resulting records that are wanted first. */
  readonly first?: ReadonlySet<RecordId>;
}

export interface Plan {
  /** Every existing page, with its place in the order. */
  readonly all: readonly PageEntry[];
  /** Existing pages that are written again. */
  readonly standing: readonly PageEntry[];
  /** New pages; their slots are still to be made. */
  readonly fresh: readonly PageEntry[];
  /** Ids of pages that lose a record: no old bytes of them may open again. */
  readonly losing: ReadonlySet<number>;
  /** Records that move to another page. */
  readonly moving: readonly RecordId[];
  /** The page of a changed or moving record. */
  pageOf(record: RecordId): number;
}

/** Plans a save: new and moving records go into the last page of their kind and place with room, then into new ones. */
export function planPages(
  entries: readonly PageEntry[],
  pageOf: ReadonlyMap<RecordId, number>,
  { changed, removed, first = new Set() }: PagesChange,
): Plan {
  const gone = new Set(removed);
  const all = inOrder(entries, pageOf, first, gone);
  const byId = new Map(all.map((entry) => [entry.id, entry]));
  const moved = [...pageOf].flatMap(([id, page]) => {
    const from = byId.get(page);
    const isRight = from === undefined || (from.isFirst ?? false) === first.has(id);
    return isRight || gone.has(id) ? [] : [{ id, kind: from.kind, from: page }];
  });
  const losing = new Set([
    ...removed.flatMap((id) => pageOf.get(id) ?? []),
    ...moved.map(({ from }) => from),
  ]);
  const touched = new Set([...losing, ...changed.flatMap(({ id }) => pageOf.get(id) ?? [])]);
  const fresh: PageEntry[] = [];
  const placed = new Map<RecordId, number>();
  const rooms = { first: new Map<RecordKind, Room>(), later: new Map<RecordKind, Room>() };
  for (const { kind, id, count, isFirst } of all)
    if (count < PAGE) rooms[isFirst ? 'first' : 'later'].set(kind, { id, room: PAGE - count });
  let last = entries.reduce((most, { id }) => Math.max(most, id), 0);
  const place = (id: RecordId, kind: RecordKind): void => {
    const isFirst = first.has(id);
    const ofPlace = rooms[isFirst ? 'first' : 'later'];
    let page = ofPlace.get(kind);
    if (page === undefined || page.room === 0) {
      last += 1;
      const entry = { id: last, kind, generation: 0, slot: 0, count: 0 };
      fresh.push(isFirst ? { ...entry, isFirst } : entry);
      page = { id: last, room: PAGE };
      ofPlace.set(kind, page);
    }
    placed.set(id, page.id);
    touched.add(page.id);
    page.room -= 1;
  };
  for (const { id, kind } of moved) place(id, kind);
  for (const { id, kind } of changed) if (!pageOf.has(id)) place(id, kind);
  return {
    all,
    standing: all.filter(({ id }) => touched.has(id)),
    fresh,
    losing,
    moving: moved.map(({ id }) => id),
    pageOf: (record) => placed.get(record) ?? pageOf.get(record) ?? 0,
  };
}

/**
 * Moves the smaller part of a page, which is less to write. A page is read first if at least half of it is wanted
 * first, and the others leave it.
 */
function inOrder(
  entries: readonly PageEntry[],
  pageOf: ReadonlyMap<RecordId, number>,
  first: ReadonlySet<RecordId>,
  removed: ReadonlySet<RecordId>,
): readonly PageEntry[] {
  const balance = new Map<number, number>();
  for (const [id, page] of pageOf)
    if (!removed.has(id)) balance.set(page, (balance.get(page) ?? 0) + (first.has(id) ? 1 : -1));
  return entries.map(({ isFirst: _, ...entry }): PageEntry => {
    const isFirst = first.size > 0 && (balance.get(entry.id) ?? -1) >= 0;
    return isFirst ? { ...entry, isFirst } : entry;
  });
}

/** A page with room for so many more. */
interface Room {
  readonly id: number;
  room: number;
}
