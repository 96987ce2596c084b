/**
 * Compacted heads: what every record came to at one place of the chain, in sealed pages, so that opening need not fold
 * the whole log. They can be made again from the batches at any time; what cannot be used is left unused. A record stays
 * in its page for life, and a page that loses one is sealed under a fresh key: nothing old of it opens again.
 */
import type { HeadRecord, Heads, HeadsChange, HeadsLog, RecordId } from '@cyber-prevent/core';
import * as v from 'valibot';
import { type Bytes, wipe } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { linesOf, open, openJson, type SealedPlace, sealJson, sealLines } from '../vault/seal.js';
import type { PageRow, VaultDatabase } from './database.js';
import { headIn, headLine } from './head-line.js';
import type { Keyring } from './keyring.js';
import { storageError } from './trouble.js';

const HEADS_ROW = 'heads';
/** Records in a page: enough to be quick to open, few enough to write again for one change. */
const PAGE = 512;
/** Pages read and opened together: while these are parsed the next are opened, and those after them read. */
const WINDOW = 8;

const Whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const PageEntry = v.strictObject({ id: Whole, generation: Whole, slot: Whole, count: Whole });
type PageEntry = v.InferOutput<typeof PageEntry>;

const Manifest = v.strictObject({
  end: v.strictObject({ seq: Whole, head: v.string() }),
  disposed: v.array(v.custom<RecordId>((value) => typeof value === 'string')),
  pages: v.array(PageEntry),
});
type Manifest = v.InferOutput<typeof Manifest>;

export interface HeadPagesOptions {
  readonly database: VaultDatabase;
  readonly keyring: Keyring;
  readonly keys: Pick<VaultKeys, 'vault' | 'identity' | 'purposes'>;
}

export interface HeadPages extends HeadsLog {
  /** Slots of the keyring that pages stand under. */
  slots(): readonly number[];
}

export function headPages({ database, keyring, keys }: HeadPagesOptions): HeadPages {
  let manifest: Manifest | undefined;
  /** Filled by `load`, kept by `save`. */
  const pageOf = new Map<RecordId, number>();

  const manifestPlace: SealedPlace = {
    vault: keys.vault,
    table: 'heads',
    device: keys.identity.device,
    seq: 0,
    schema: 1,
    key: 'mark/1',
  };
  const pagePlace = ({ id, generation, slot }: PageEntry): SealedPlace => ({
    vault: keys.vault,
    table: `pages/${id}`,
    device: keys.identity.device,
    seq: generation,
    schema: 1,
    key: `pages/${slot}`,
  });
  const openPage = async (entry: PageEntry, row: PageRow | undefined): Promise<Bytes> => {
    if (row === undefined) throw new RangeError(`Page ${entry.id} is missing`);
    return open(await keyring.get(entry.slot), pagePlace(entry), row.sealed);
  };
  const sealPage = async (entry: PageEntry, records: readonly HeadRecord[]): Promise<PageRow> => {
    const key = await keyring.get(entry.slot);
    return { id: entry.id, sealed: await sealLines(key, pagePlace(entry), records.map(headLine)) };
  };
  /** What the pages hold, in their order. Parsing alone needs this thread, so what comes next is opened meanwhile. */
  const readPages = async (entries: readonly PageEntry[]): Promise<HeadRecord[][]> => {
    const pages: HeadRecord[][] = [];
    const windows = windowsOf(entries);
    const read = (window: readonly PageEntry[]) =>
      unawaited(database.pages.bulkGet(window.map(({ id }) => id)));
    let rows = read(windows[0] ?? []);
    let opened: Promise<Bytes[]> | undefined;
    for (const [index, window] of windows.entries()) {
      const found = await rows;
      rows = read(windows[index + 1] ?? []);
      const opening = unawaited(
        Promise.all(window.map((entry, place) => openPage(entry, found[place]))),
      );
      if (opened) pages.push(...(await opened).map(parsePage));
      opened = opening;
    }
    if (opened) pages.push(...(await opened).map(parsePage));
    return pages;
  };

  return {
    slots: () => manifest?.pages.map(({ slot }) => slot) ?? [],

    async load(): Promise<Heads | undefined> {
      pageOf.clear();
      manifest = undefined;
      try {
        const sealed = (await database.meta.get(HEADS_ROW))?.value;
        if (!(sealed instanceof Uint8Array)) return undefined;
        const found = v.parse(Manifest, await openJson(keys.purposes.mark, manifestPlace, sealed));
        const pages = await readPages(found.pages);
        for (const [index, records] of pages.entries()) {
          const id = found.pages[index]?.id ?? 0;
          for (const record of records) pageOf.set(record.id, id);
        }
        manifest = found;
        return {
          end: found.end,
          disposed: found.disposed,
          records: (async function* () {
            yield* pages;
          })(),
        };
      } catch {
        // Altered, put back from another day, or torn: the batches say it all, and pages are made anew from them.
        pageOf.clear();
        return undefined;
      }
    },

    async save(change: HeadsChange): Promise<void> {
      try {
        await savePages(change);
      } catch (error) {
        throw storageError(error);
      }
    },
  };

  async function savePages({ from, end, disposed, changed, removed }: HeadsChange): Promise<void> {
    if (from.seq === 0) {
      pageOf.clear();
    } else if (manifest?.end.seq !== from.seq || manifest.end.head !== from.head) {
      throw new RangeError('These heads were not made from the ones that are kept');
    }
    const before = from.seq === 0 ? undefined : manifest;
    const plan = planPages(before?.pages ?? [], pageOf, changed, removed);
    const contents = await contentsOf(plan.standing);
    for (const { id } of plan.fresh) contents.set(id, new Map());
    for (const id of removed) contents.get(pageOf.get(id) ?? 0)?.delete(id);
    for (const record of changed) contents.get(plan.pageOf(record.id))?.set(record.id, record);

    // One key for each new page, and a fresh one for each page that loses a record.
    const needing = [...plan.fresh, ...plan.standing.filter(({ id }) => plan.losing.has(id))];
    const slots = needing.length === 0 ? [] : await keyring.make('pages', needing.length);
    const slotOf = new Map(needing.map(({ id }, index) => [id, slots[index]]));
    const written = [...plan.standing, ...plan.fresh].map((entry) => ({
      ...entry,
      generation: entry.generation + 1,
      slot: slotOf.get(entry.id) ?? entry.slot,
      count: contents.get(entry.id)?.size ?? 0,
    }));
    const rows: PageRow[] = [];
    // Pages are sealed beside this thread while the next are put into words on it, and between windows others have it.
    for (const window of windowsOf(written))
      rows.push(
        ...(await Promise.all(
          window.map((entry) => sealPage(entry, [...(contents.get(entry.id)?.values() ?? [])])),
        )),
      );
    const byId = new Map([...(before?.pages ?? []), ...written].map((entry) => [entry.id, entry]));
    const next: Manifest = { end, disposed: [...disposed], pages: [...byId.values()] };
    const sealed = await sealJson(keys.purposes.mark, manifestPlace, next);
    await database.transaction('rw', database.pages, database.meta, async () => {
      // What other heads left behind must not be taken for pages of these.
      if (before === undefined) await database.pages.clear();
      await database.pages.bulkPut(rows);
      await database.meta.put({ key: HEADS_ROW, version: 0, value: sealed });
    });
    const gone = new Set(manifest?.pages.map(({ slot }) => slot));
    for (const { slot } of next.pages) gone.delete(slot);
    manifest = next;
    for (const id of removed) pageOf.delete(id);
    for (const { id } of changed) pageOf.set(id, plan.pageOf(id));
    if (gone.size > 0) await keyring.destroy([...gone]);
  }

  async function contentsOf(
    entries: readonly PageEntry[],
  ): Promise<Map<number, Map<RecordId, HeadRecord>>> {
    const pages = await readPages(entries);
    return new Map(
      entries.map(({ id }, index) => [
        id,
        new Map(pages[index]?.map((record) => [record.id, record])),
      ]),
    );
  }
}

function parsePage(plain: Bytes): HeadRecord[] {
  const records = Array.from(linesOf(plain), headIn);
  wipe(plain);
  return records;
}

function windowsOf(entries: readonly PageEntry[]): (readonly PageEntry[])[] {
  const windows: (readonly PageEntry[])[] = [];
  for (let from = 0; from < entries.length; from += WINDOW)
    windows.push(entries.slice(from, from + WINDOW));
  return windows;
}

/** Waited for later, or not at all when something before it fails: then its own failure is nobody's to hear. */
function unawaited<T>(work: PromiseLike<T>): Promise<T> {
  const promise = Promise.resolve(work);
  promise.catch(() => undefined);
  return promise;
}

interface Plan {
  /** Pages that stand and are written again. */
  readonly standing: readonly PageEntry[];
  /** Pages that are new; their slots are still to be made. */
  readonly fresh: readonly PageEntry[];
  /** Ids of pages that lose a record. */
  readonly losing: ReadonlySet<number>;
  /** The page of a changed record. */
  pageOf(record: RecordId): number;
}

/** Which pages are touched, and where records go that are new: into the last page with room, then into new ones. */
function planPages(
  entries: readonly PageEntry[],
  pageOf: ReadonlyMap<RecordId, number>,
  changed: readonly HeadRecord[],
  removed: readonly RecordId[],
): Plan {
  const losing = new Set(removed.flatMap((id) => pageOf.get(id) ?? []));
  const touched = new Set([...losing, ...changed.flatMap(({ id }) => pageOf.get(id) ?? [])]);
  const fresh: PageEntry[] = [];
  const placed = new Map<RecordId, number>();
  const roomy = entries.findLast(({ count }) => count < PAGE);
  let [page, room] = roomy ? [roomy.id, PAGE - roomy.count] : [0, 0];
  let last = entries.reduce((most, { id }) => Math.max(most, id), 0);
  for (const { id } of changed) {
    if (pageOf.has(id)) continue;
    if (room === 0) {
      last += 1;
      fresh.push({ id: last, generation: 0, slot: 0, count: 0 });
      [page, room] = [last, PAGE];
    }
    placed.set(id, page);
    touched.add(page);
    room -= 1;
  }
  return {
    standing: entries.filter(({ id }) => touched.has(id)),
    fresh,
    losing,
    pageOf: (record) => pageOf.get(record) ?? placed.get(record) ?? 0,
  };
}
