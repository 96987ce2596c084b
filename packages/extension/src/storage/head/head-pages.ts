/**
 * Compacted heads: the state of every record at one place of the chain, in sealed pages, so that opening need not fold
 * the whole log. They can be rebuilt from the batches at any time; unusable ones are left unused. A page has records of
 * one kind, so that the kinds that an officer sees first are read first. A record stays in its page unless it becomes
 * one of those wanted first. A page that loses a record is sealed under a fresh key: no old bytes of it open again.
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
import { type Bytes, wipe } from '../../vault/bytes.js';
import type { VaultKeys } from '../../vault/open-vault.js';
import { open, openJson, type SealedPlace, sealJson, sealTexts } from '../../vault/seal.js';
import { startIterating } from '../journal/start-iterating.js';
import type { Keyring } from '../keyring/keyring.js';
import type { VaultDatabase } from '../place/database.js';
import type { FileWrite, VaultFile, VaultFiles } from '../place/files.js';
import { storageError } from '../place/trouble.js';
import { unawaited } from '../place/unawaited.js';
import { inOrder, Manifest, type PlacedEntry, partsOf, placedIn } from './head-manifest.js';
import { HeadPage, pageTexts } from './head-page.js';
import { type PageEntry, planPages } from './page-plan.js';
import { lengthOf, roomBeside, writesOf } from './page-room.js';

const HEADS_ROW = 'heads';
/**
 * 3: pages are in a file, and the contents of a page's records can be read one by one. 4: a record is dated by the
 * revision that made it; earlier schemas are not used, and the batches are read instead.
 */
const SCHEMA = 4;
const FILE: VaultFile = 'pages';
/** Number of pages read and opened together, before others on this thread have their turn. */
const WINDOW = 4;
/** Windows that are read and opened while one is being consumed, so that neither waits for the other. */
const AHEAD = 4;
/** Bytes. Smaller room behind the last page is left to the pages of later saves. */
const SMALL_BYTES = 1_000_000;

export interface HeadPagesOptions {
  readonly database: VaultDatabase;
  readonly files: VaultFiles;
  readonly keyring: Keyring;
  readonly keys: Pick<VaultKeys, 'vault' | 'identity' | 'purposes'>;
  /** Kinds that are given first, in this order. */
  readonly first?: readonly RecordKind[];
  /** Waits until there is nothing else to do: called before each page that comes after those read first. */
  readonly idle?: () => Promise<void>;
  /**
   * Called when pages that this release wrote are damaged or gone. The batches hold everything, and the pages are
   * rebuilt from them.
   */
  readonly onDamage?: () => void;
}

export interface HeadPages extends HeadsLog {
  /** Slots of the keyring that pages are sealed under. */
  slots(): readonly number[];
  /**
   * Parses the rest, so that a later request for all records of a kind does not wait for it.
   *
   * @param pause - lets others go first; called before each page
   */
  settle(pause: () => Promise<void>): Promise<void>;
  /** Overwrites the unparsed bytes: there are no more requests. */
  close(): void;
}

interface Page {
  readonly entry: PageEntry;
  readonly page: HeadPage;
}

export function headPages(options: HeadPagesOptions): HeadPages {
  const { database, files, keyring, keys, first = [] } = options;
  let manifest: Manifest | undefined;
  /** The page of each record, updated by `save`. */
  const pageOf = new Map<RecordId, number>();
  /** The result of `load`, for the first `save`: an opening does not wait for a table that it does not need. */
  let found: { readonly page: number; readonly records: readonly HeadRecord[] }[] = [];
  /** Pages of `load` that are not fully parsed yet. */
  let unread: HeadPage[] = [];

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
  const openWindow = (window: readonly PlacedEntry[]): Promise<readonly Bytes[]> =>
    Promise.all(
      window.map(async (entry) => {
        const sealed = await files.read(FILE, entry.at, entry.length);
        return open(await keyring.get(entry.slot), pagePlace(entry), sealed);
      }),
    );
  /** The parts of a page's bytes, one after another. */
  const sealPage = async (
    entry: PageEntry,
    records: readonly HeadRecord[],
  ): Promise<readonly Bytes[]> => {
    const { texts, lastLine } = pageTexts(records);
    return sealTexts(await keyring.get(entry.slot), pagePlace(entry), texts, lastLine);
  };
  /** The pages, in their order. The next window is opened in the meantime. */
  async function* readPages(entries: readonly PlacedEntry[]): AsyncGenerator<Page> {
    const windows = windowsOf(entries);
    const opening: Promise<readonly Bytes[]>[] = [];
    const begin = (window: readonly PlacedEntry[] | undefined): void => {
      if (window) opening.push(unawaited(openWindow(window)));
    };
    /** Opened pages that were not given yet. */
    let ready: Page[] = [];
    try {
      for (const window of windows.slice(0, AHEAD)) begin(window);
      for (const [index, window] of windows.entries()) {
        const [pages = []] = [await opening[0]];
        begin(windows[index + AHEAD]);
        ready = window.map((entry, place) => ({
          entry,
          page: new HeadPage(entry.kind, pages[place] ?? new Uint8Array()),
        }));
        opening.shift();
        for (let next = ready.shift(); next; next = ready.shift()) yield next;
      }
    } finally {
      // The vault was locked in the meantime, or a page was unusable. Pages already given belong to their receivers.
      for (const { page } of ready) page.wipe();
      for (const pages of opening) void pages.then((opened) => wipe(...opened), nothing);
    }
  }
  /** Starts the rest only after the pages wanted first were given: it would take turns from them. */
  async function* inTwo(
    early: readonly PlacedEntry[],
    rest: readonly PlacedEntry[],
  ): AsyncGenerator<Page> {
    yield* readPages(early);
    for await (const page of readPages(rest)) {
      if (early.length > 0) await options.idle?.();
      yield page;
    }
  }
  /** Pages in the form for the core, the kinds that are wanted first before the others. */
  async function* portions(
    pages: AsyncIterable<Page>,
    entries: readonly PageEntry[],
  ): AsyncGenerator<HeadPortion> {
    const left = entries.map(({ kind }) => kind);
    try {
      for await (const { entry, page } of pages) {
        left.shift();
        const { records } = page;
        found.push({ page: entry.id, records });
        unread.push(page);
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
  /** Notes that pages are altered, torn or gone. After a close by a lock or by the browser they may be sound. */
  const spoilt = (): void => {
    forget();
    if (database.isOpen()) options.onDamage?.();
  };
  /** True for pages of an earlier release: they have another form, and are not damaged. */
  const isEarlier = async (sealed: Uint8Array): Promise<boolean> => {
    for (let schema = SCHEMA - 1; schema > 0; schema -= 1) {
      const opened = openJson(keys.purposes.mark, { ...manifestPlace, schema }, sealed);
      if (await opened.then(() => true, nothing)) return true;
    }
    return false;
  };

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
          records: startIterating(portions(inTwo(early, entries.slice(early.length)), entries)),
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

    async settle(pause): Promise<void> {
      for (let page = unread[0]; page; page = unread[0]) {
        await pause();
        // After a close in the meantime it has no bytes left, and `unread` is empty.
        page.readAll();
        if (unread[0] === page) unread.shift();
      }
    },

    close(): void {
      for (const page of unread) page.wipe();
      unread = [];
    },
  };

  async function savePages(change: HeadsChange): Promise<void> {
    const { from, disposed, changed, removed, first: wanted } = change;
    for (const { page, records } of found) for (const { id } of records) pageOf.set(id, page);
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
    const stood = partsOf(before?.pages ?? []);
    const opened: HeadPage[] = [];
    const contents = await contentsOf(plan.standing.map(placedIn(stood)), opened);
    // One key for each new page, and a fresh one for each page that loses a record: made while the pages are assembled.
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
    const sealedPages: { readonly id: number; readonly pieces: readonly Bytes[] }[] = [];
    // Pages are sealed off this thread while the next are serialised on it, and others have the thread between windows.
    for (const window of windowsOf(written))
      sealedPages.push(
        ...(await Promise.all(
          window.map(async (entry) => ({
            id: entry.id,
            pieces: await sealPage(entry, [...(contents.get(entry.id)?.values() ?? [])]),
          })),
        )),
      );
    for (const page of opened) page.wipe();
    // The pages named by an older manifest are overwritten.
    if (before === undefined) await database.meta.delete(HEADS_ROW);
    // Otherwise it stays whole, and counts, until the manifest changes.
    const roomFor = roomBeside([...stood.values()]);
    const stands = new Map(stood);
    const writes: FileWrite[] = [];
    for (const { id, pieces } of sealedPages) {
      const part = roomFor(lengthOf(pieces));
      stands.set(id, part);
      writes.push(...writesOf(FILE, pieces, part.at));
    }
    await files.write(writes);
    const byId = new Map([...plan.all, ...written].map((entry) => [entry.id, entry]));
    const next: Manifest = {
      end: change.end,
      disposed: [...disposed],
      pages: [...byId.values()].map(placedIn(stands)),
      ...(wanted ? { first: wanted.rule } : {}),
    };
    const sealed = await sealJson(keys.purposes.mark, manifestPlace, next);
    await database.meta.put({ key: HEADS_ROW, version: 0, value: sealed });
    const gone = new Set(manifest?.pages.map(({ slot }) => slot));
    for (const { slot } of next.pages) gone.delete(slot);
    manifest = next;
    for (const id of removed) pageOf.delete(id);
    for (const id of [...changed.map((record) => record.id), ...plan.moving])
      pageOf.set(id, plan.pageOf(id));
    if (gone.size > 0) await keyring.destroy([...gone]);
    const end = Math.max(0, ...next.pages.map(({ at, length }) => at + length));
    if ((await files.size(FILE)) > end + SMALL_BYTES) await files.truncate(FILE, end);
  }

  /** @param pages - receives the opened pages, to be wiped when they are sealed again */
  async function contentsOf(
    entries: readonly PlacedEntry[],
    pages: HeadPage[],
  ): Promise<Map<number, Map<RecordId, HeadRecord>>> {
    const contents = new Map<number, Map<RecordId, HeadRecord>>();
    for await (const { entry, page } of readPages(entries)) {
      pages.push(page);
      contents.set(entry.id, new Map(page.records.map((record) => [record.id, record])));
    }
    return contents;
  }
}

function nothing(): undefined {}

function windowsOf<T extends PageEntry>(entries: readonly T[]): (readonly T[])[] {
  const windows: (readonly T[])[] = [];
  for (let from = 0; from < entries.length; from += WINDOW)
    windows.push(entries.slice(from, from + WINDOW));
  return windows;
}
