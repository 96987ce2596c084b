/**
 * Compacted heads: what every record came to at one place of the chain, in sealed pages, so that opening need not fold
 * the whole log. They can be made again from the batches at any time; what cannot be used is left unused. A page has
 * records of one kind, so that the kinds that an officer sees first are read first. A record stays in its page unless it
 * comes to be wanted first, and a page that loses one is sealed under a fresh key: nothing old of it opens again.
 */
import type {
  HeadPortion,
  HeadRecord,
  Heads,
  HeadsChange,
  HeadsLog,
  RecordId,
  RecordKind,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { type Bytes, text, wipe } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openJson, type SealedPlace, sealJson, sealList } from '../vault/seal.js';
import { begun } from './begun.js';
import type { PageRow, VaultDatabase } from './database.js';
import { type HeadLine, headLine, headsIn } from './head-line.js';
import type { Keyring } from './keyring.js';
import { type LateOpener, lateOpener, type PageOpener } from './page-opener.js';
import { PageEntry, planPages, Whole } from './page-plan.js';
import { storageError } from './trouble.js';
import { unawaited } from './unawaited.js';

const HEADS_ROW = 'heads';
/** 2: each page is one list of records of one kind, in ASCII. */
const SCHEMA = 2;
/** Pages read and opened together: others of this thread have their turn after so many. */
const WINDOW = 4;
/** Windows that are read and opened while one is parsed, so that neither waits for the other. */
const AHEAD = 6;
/** Rows that are asked for at once: each has no more than the name of its bytes, and every asking takes time on both sides. */
const ROWS = 8 * WINDOW;

const Manifest = v.strictObject({
  end: v.strictObject({ seq: Whole, head: v.string() }),
  disposed: v.array(v.custom<RecordId>((value) => typeof value === 'string')),
  pages: v.array(PageEntry),
  /** The rule by which pages are read first; absent: by none. */
  first: v.exactOptional(v.string()),
});
type Manifest = v.InferOutput<typeof Manifest>;

export interface HeadPagesOptions {
  readonly database: VaultDatabase;
  readonly keyring: Keyring;
  readonly keys: Pick<VaultKeys, 'vault' | 'identity' | 'purposes'>;
  /** Kinds that are given first, in this order. */
  readonly first?: readonly RecordKind[];
  /** What opens pages when there are many. */
  readonly opener?: () => PageOpener;
  /** Waits until there is nothing else to do: before each page that comes behind those that are read first. */
  readonly idle?: () => Promise<void>;
  /** Told when pages that this release wrote are damaged or gone. The batches say it all, and pages are made anew from them. */
  readonly onDamage?: () => void;
}

export interface HeadPages extends HeadsLog {
  /** Slots of the keyring that pages stand under. */
  slots(): readonly number[];
}

interface Page {
  readonly entry: PageEntry;
  readonly records: readonly HeadRecord[];
}

export function headPages(options: HeadPagesOptions): HeadPages {
  const { database, keyring, keys, first = [] } = options;
  let manifest: Manifest | undefined;
  /** Kept by `save`. */
  const pageOf = new Map<RecordId, number>();
  /** What `load` found, for the first `save`: an opening does not wait for a table that it does not need. */
  let found: { readonly page: number; readonly records: readonly RecordId[] }[] = [];

  const manifestPlace: SealedPlace = {
    vault: keys.vault,
    table: 'heads',
    device: keys.identity.device,
    seq: 0,
    schema: SCHEMA,
    key: 'mark/1',
  };
  const pagePlace = ({ id, generation, slot }: PageEntry): SealedPlace => ({
    vault: keys.vault,
    table: `pages/${id}`,
    device: keys.identity.device,
    seq: generation,
    schema: SCHEMA,
    key: `pages/${slot}`,
  });
  /** The rows of these pages; so many are asked for together once the first of them is wanted. */
  const rowsOf = (entries: readonly PageEntry[]) => {
    const placeOf = new Map(entries.map((entry, place) => [entry, place]));
    const asked: Promise<(PageRow | undefined)[]>[] = [];
    return async (entry: PageEntry): Promise<PageRow> => {
      const place = placeOf.get(entry) ?? 0;
      const block = Math.floor(place / ROWS);
      asked[block] ??= unawaited(
        database.pages.bulkGet(entries.slice(block * ROWS, (block + 1) * ROWS).map(({ id }) => id)),
      );
      const row = (await asked[block])[place % ROWS];
      if (row === undefined) throw new RangeError(`Page ${entry.id} is missing`);
      return row;
    };
  };
  const openWindow = (
    window: readonly PageEntry[],
    rowOf: (entry: PageEntry) => Promise<PageRow>,
    opener: PageOpener,
  ): Promise<readonly Bytes[]> =>
    Promise.all(
      window.map(async (entry) => {
        const { sealed } = await rowOf(entry);
        return opener.open(await keyring.get(entry.slot), pagePlace(entry), sealed);
      }),
    );
  const sealPage = async (entry: PageEntry, records: readonly HeadRecord[]): Promise<PageRow> => {
    const key = await keyring.get(entry.slot);
    return { id: entry.id, sealed: await sealList(key, pagePlace(entry), linesOf(records)) };
  };
  /** What the pages hold, in their order. Parsing alone needs this thread, so what comes next is opened meanwhile. */
  async function* readPages(
    entries: readonly PageEntry[],
    opener: LateOpener,
  ): AsyncGenerator<Page> {
    const windows = windowsOf(entries);
    const rowOf = rowsOf(entries);
    const opening: Promise<readonly Bytes[]>[] = [];
    const begin = (window: readonly PageEntry[] | undefined): void => {
      if (window) opening.push(unawaited(openWindow(window, rowOf, opener.now())));
    };
    try {
      for (const window of windows.slice(0, AHEAD)) begin(window);
      // Started behind the first windows: by the time that those are read it is there.
      if (windows.length > AHEAD) opener.start();
      for (const [index, window] of windows.entries()) {
        const [pages = []] = [await opening[0]];
        begin(windows[index + AHEAD]);
        for (const [place, entry] of window.entries())
          yield { entry, records: parsePage(pages[place] ?? new Uint8Array()) };
        opening.shift();
      }
    } finally {
      // The vault was locked meanwhile, or a page was of no use.
      for (const pages of opening) void pages.then((opened) => wipe(...opened), nothing);
    }
  }
  /** The rest is not begun on before what is wanted first was given: it would take its turns. */
  async function* inTwo(
    early: readonly PageEntry[],
    rest: readonly PageEntry[],
  ): AsyncGenerator<Page> {
    const opener = lateOpener(options.opener);
    try {
      yield* readPages(early, opener);
      // What was started for those opens these too, from the first.
      for await (const page of readPages(rest, opener)) {
        if (early.length > 0) await options.idle?.();
        yield page;
      }
    } finally {
      opener.end();
    }
  }
  /** Pages as the core takes them in, the kinds that are wanted first before the others. */
  async function* portions(
    pages: AsyncIterable<Page>,
    entries: readonly PageEntry[],
  ): AsyncGenerator<HeadPortion> {
    const left = entries.map(({ kind }) => kind);
    try {
      for await (const { entry, records } of pages) {
        left.shift();
        found.push({ page: entry.id, records: records.map(({ id }) => id) });
        yield { records, more: [...new Set(left)] };
      }
    } catch (error) {
      spoilt();
      throw error;
    }
  }
  const forget = (): void => {
    manifest = undefined;
    found = [];
    pageOf.clear();
  };
  /** Altered, torn or gone: but what was closed meanwhile, by a lock or by the browser, may be sound. */
  const spoilt = (): void => {
    forget();
    if (database.isOpen()) options.onDamage?.();
  };
  /** What an earlier release wrote has another form, and is no damage. */
  const isEarlier = (sealed: Uint8Array): Promise<boolean> =>
    openJson(keys.purposes.mark, { ...manifestPlace, schema: SCHEMA - 1 }, sealed).then(
      () => true,
      () => false,
    );

  return {
    slots: () => manifest?.pages.map(({ slot }) => slot) ?? [],

    async load(): Promise<Heads | undefined> {
      forget();
      const sealed = (await database.meta.get(HEADS_ROW).catch(nothing))?.value;
      if (!(sealed instanceof Uint8Array)) return undefined;
      try {
        const kept = v.parse(Manifest, await openJson(keys.purposes.mark, manifestPlace, sealed));
        const { end, disposed, first: rule } = kept;
        const entries = inOrder(kept.pages, first);
        manifest = kept;
        const early = entries.filter(({ isFirst }) => isFirst);
        return {
          end,
          disposed,
          records: begun(portions(inTwo(early, entries.slice(early.length)), entries)),
          ...(rule === undefined ? {} : { first: { rule, portions: early.length } }),
        };
      } catch {
        if (!(await isEarlier(sealed))) spoilt();
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

  async function savePages(change: HeadsChange): Promise<void> {
    const { from, end, disposed, changed, removed, first: wanted } = change;
    for (const { page, records } of found) for (const id of records) pageOf.set(id, page);
    found = [];
    if (from.seq === 0) {
      pageOf.clear();
    } else if (manifest?.end.seq !== from.seq || manifest.end.head !== from.head) {
      throw new RangeError('These heads were not made from the ones that are kept');
    }
    const before = from.seq === 0 ? undefined : manifest;
    const plan = planPages(before?.pages ?? [], pageOf, {
      changed,
      removed,
      ...(wanted ? { first: wanted.ids } : {}),
    });
    const contents = await contentsOf(plan.standing);
    // One key for each new page, and a fresh one for each page that loses a record: made while the pages are put together.
    const needing = [...plan.fresh, ...plan.standing.filter(({ id }) => plan.losing.has(id))];
    const making = unawaited(needing.length === 0 ? [] : keyring.make('pages', needing.length));
    for (const { id } of plan.fresh) contents.set(id, new Map());
    for (const id of removed) contents.get(pageOf.get(id) ?? 0)?.delete(id);
    for (const id of plan.moving) {
      const left = contents.get(pageOf.get(id) ?? 0);
      const record = left?.get(id);
      left?.delete(id);
      if (record) contents.get(plan.pageOf(id))?.set(id, record);
    }
    for (const record of changed) contents.get(plan.pageOf(record.id))?.set(record.id, record);

    const slots = await making;
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
    const byId = new Map([...plan.all, ...written].map((entry) => [entry.id, entry]));
    const next: Manifest = {
      end,
      disposed: [...disposed],
      pages: [...byId.values()],
      ...(wanted ? { first: wanted.rule } : {}),
    };
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
    for (const id of [...changed.map((record) => record.id), ...plan.moving])
      pageOf.set(id, plan.pageOf(id));
    if (gone.size > 0) await keyring.destroy([...gone]);
  }

  async function contentsOf(
    entries: readonly PageEntry[],
  ): Promise<Map<number, Map<RecordId, HeadRecord>>> {
    const contents = new Map<number, Map<RecordId, HeadRecord>>();
    const opener = lateOpener(options.opener);
    try {
      for await (const { entry, records } of readPages(entries, opener))
        contents.set(entry.id, new Map(records.map((record) => [record.id, record])));
      return contents;
    } finally {
      opener.end();
    }
  }
}

/** One at a time, so that none is kept longer than it takes to put it into the page. */
function* linesOf(records: readonly HeadRecord[]): Generator<string> {
  for (const record of records) yield headLine(record);
}

function parsePage(plain: Bytes): HeadRecord[] {
  const lines = JSON.parse(text(plain)) as HeadLine[];
  wipe(plain);
  return headsIn(lines);
}

function nothing(): undefined {}

/** What is read first before the rest; in each the kinds in this order, then the others as they come, each kind's together. */
function inOrder(entries: readonly PageEntry[], first: readonly RecordKind[]): PageEntry[] {
  const kinds = [...new Set([...first, ...entries.map(({ kind }) => kind)])];
  const placeOf = ({ isFirst, kind }: PageEntry): number =>
    (isFirst ? 0 : kinds.length) + kinds.indexOf(kind);
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function windowsOf(entries: readonly PageEntry[]): (readonly PageEntry[])[] {
  const windows: (readonly PageEntry[])[] = [];
  for (let from = 0; from < entries.length; from += WINDOW)
    windows.push(entries.slice(from, from + WINDOW));
  return windows;
}
