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
  LateHeads,
  RecordId,
  RecordKind,
} from '@cyber-prevent/core';
import * as v from 'valibot';
import { type Bytes, wipe } from '../vault/bytes.js';
import type { VaultKeys } from '../vault/open-vault.js';
import { openJson, type SealedPlace, sealJson, sealList } from '../vault/seal.js';
import { begun } from './begun.js';
import type { PageRow, VaultDatabase } from './database.js';
import { headLine } from './head-line.js';
import type { Keyring } from './keyring.js';
import { lateOpener, type PageOpener } from './page-opener.js';
import type { PageOutline } from './page-outline.js';
import { PageEntry, planPages, Whole } from './page-plan.js';
import { pageReader, parseOutlined, parsePage, windowsOf } from './page-reader.js';
import { storageError } from './trouble.js';
import { unawaited } from './unawaited.js';

const HEADS_ROW = 'heads';
/** 2: each page is one list of records of one kind, in ASCII. */
const SCHEMA = 2;
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
  /** Waits until there is nothing else to do. Where it is there, a page behind those that are wanted first is read so, or when it is asked for. */
  readonly idle?: () => Promise<void>;
  /** Told when pages that this release wrote are damaged or gone. The batches say it all, and pages are made anew from them. */
  readonly onDamage?: () => void;
}

export interface HeadPages extends HeadsLog {
  /** Slots of the keyring that pages stand under. */
  slots(): readonly number[];
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
  const readPages = pageReader({ database, keyring, pagePlace });
  const sealPage = async (entry: PageEntry, records: readonly HeadRecord[]): Promise<PageRow> => {
    const key = await keyring.get(entry.slot);
    return { id: entry.id, sealed: await sealList(key, pagePlace(entry), linesOf(records)) };
  };
  const entered = (page: number, records: readonly HeadRecord[]): readonly HeadRecord[] => {
    found.push({ page, records: records.map(({ id }) => id) });
    return records;
  };
  const lateHeads = ({ id, kind }: PageEntry, plain: Bytes, outline: PageOutline): LateHeads => {
    let ids: ReadonlySet<string> | undefined;
    return {
      kind,
      last: outline.last,
      has(record) {
        ids ??= new Set(outline.ids.split(','));
        return ids.has(record);
      },
      read() {
        try {
          return entered(id, parseOutlined(plain, outline));
        } catch (error) {
          spoilt();
          throw error;
        }
      },
      drop: () => wipe(plain),
    };
  };
  /** Pages as the core takes them in: what is wanted first is read, and of the rest no more is made than that it is there. */
  async function* portions(entries: readonly PageEntry[]): AsyncGenerator<HeadPortion> {
    const { idle } = options;
    const hasFirst = entries.some(({ isFirst }) => isFirst);
    const isLate = ({ isFirst }: PageEntry) => hasFirst && idle !== undefined && !isFirst;
    const opener = lateOpener(options.opener);
    const left = entries.map(({ kind }) => kind);
    try {
      for await (const { entry, plain, outline } of readPages(entries, opener, isLate)) {
        left.shift();
        const more = [...new Set(left)];
        if (outline) {
          yield { records: [], later: lateHeads(entry, plain, outline), more };
          continue;
        }
        if (isLate(entry)) await idle?.();
        yield { records: entered(entry.id, parsePage(plain)), more };
      }
    } catch (error) {
      spoilt();
      throw error;
    } finally {
      opener.end();
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
          records: begun(portions(entries)),
          ...(rule === undefined ? {} : { first: { rule, portions: early.length } }),
          ...(options.idle ? { pause: options.idle } : {}),
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
      for await (const { entry, plain } of readPages(entries, opener))
        contents.set(entry.id, new Map(parsePage(plain).map((record) => [record.id, record])));
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

function nothing(): undefined {}

/** What is read first before the rest; in each the kinds in this order, then the others as they come, each kind's together. */
function inOrder(entries: readonly PageEntry[], first: readonly RecordKind[]): PageEntry[] {
  const kinds = [...new Set([...first, ...entries.map(({ kind }) => kind)])];
  const placeOf = ({ isFirst, kind }: PageEntry): number =>
    (isFirst ? 0 : kinds.length) + kinds.indexOf(kind);
  return entries.toSorted((one, other) => placeOf(one) - placeOf(other));
}
