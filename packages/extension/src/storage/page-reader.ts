/** Reads sealed pages in their order: the next are read and opened while one is parsed, so that neither waits for the other. */
import type { HeadRecord } from '@cyber-prevent/core';
import { type Bytes, text, wipe } from '../vault/bytes.js';
import type { SealedPlace } from '../vault/seal.js';
import type { PageRow, VaultDatabase } from './database.js';
import { type HeadLine, headsIn } from './head-line.js';
import type { Keyring } from './keyring.js';
import type { LateOpener, OpenedPage, PageOpener } from './page-opener.js';
import type { PageOutline } from './page-outline.js';
import type { PageEntry } from './page-plan.js';
import { unawaited } from './unawaited.js';

/** Pages read and opened together: others of this thread have their turn after so many. */
const WINDOW = 4;
/** Windows that are begun on at once, by this thread. */
const AHEAD = 6;
/** Windows that may be open beside this thread before it comes to them: as far as that, whatever opens them need not wait. */
const FAR_AHEAD = 16;
/** Rows that are asked for at once: each has no more than the name of its bytes, and every asking takes time on both sides. */
const ROWS = 8 * WINDOW;

export interface PageReaderOptions {
  readonly database: VaultDatabase;
  readonly keyring: Keyring;
  readonly pagePlace: (entry: PageEntry) => SealedPlace;
}

export interface ReadPage extends OpenedPage {
  readonly entry: PageEntry;
}

/** @param isOutlined - of which pages it is to be found out too which records are in them; absent: of none */
export type ReadPages = (
  entries: readonly PageEntry[],
  opener: LateOpener,
  isOutlined?: (entry: PageEntry) => boolean,
) => AsyncGenerator<ReadPage>;

export function pageReader({ database, keyring, pagePlace }: PageReaderOptions): ReadPages {
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

  return async function* readPages(entries, opener, isOutlined = none) {
    const windows = windowsOf(entries);
    const rowOf = rowsOf(entries);
    const openWindow = (window: readonly PageEntry[], by: PageOpener) =>
      Promise.all(
        window.map(async (entry) => {
          const { sealed } = await rowOf(entry);
          const { kind, count, slot } = entry;
          const extent = isOutlined(entry) ? { kind, count } : undefined;
          return by.open(await keyring.get(slot), pagePlace(entry), sealed, extent);
        }),
      );
    const opening: Promise<readonly OpenedPage[]>[] = [];
    let begun = 0;
    const begin = (count: number): void => {
      for (const window of windows.slice(begun, begun + count))
        opening.push(unawaited(openWindow(window, opener.now())));
      begun += count;
    };
    try {
      begin(AHEAD);
      // Started behind the first windows: by the time that those are read it is there.
      if (windows.length > AHEAD) opener.start();
      for (const window of windows) {
        const [pages = []] = [await opening[0]];
        begin(opening.length < FAR_AHEAD ? 2 : 1);
        for (const [place, entry] of window.entries())
          yield { ...(pages[place] ?? NO_PAGE), entry };
        opening.shift();
      }
    } finally {
      // The vault was locked meanwhile, or a page was of no use.
      for (const pages of opening)
        void pages.then((opened) => wipe(...opened.map(({ plain }) => plain)), nothing);
    }
  };
}

const NO_PAGE: OpenedPage = { plain: new Uint8Array() };

export function parsePage(plain: Bytes): HeadRecord[] {
  const lines = JSON.parse(text(plain)) as HeadLine[];
  wipe(plain);
  return headsIn(lines);
}

/** @throws {TypeError} when other records are in it than were found */
export function parseOutlined(plain: Bytes, { ids }: PageOutline): HeadRecord[] {
  const records = parsePage(plain);
  if (records.map(({ id }) => id).join() !== ids)
    throw new TypeError('A page has other records than were found in it');
  return records;
}

export function windowsOf(entries: readonly PageEntry[]): (readonly PageEntry[])[] {
  const windows: (readonly PageEntry[])[] = [];
  for (let from = 0; from < entries.length; from += WINDOW)
    windows.push(entries.slice(from, from + WINDOW));
  return windows;
}

function none(): boolean {
  return false;
}

function nothing(): void {}
