/**
 * Code that has never run is several times slower, and a worker lives for one panel: whenever the officer's pages leave
 * it time, it reads a page of our own, over and over, a few milliseconds at a time and off the press. A collection of memory
 * throws compiled code away: then it does so again, once after the page that brought it about.
 */
import type { Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import type { RequestHead } from './parse-request.js';
import type { Terms } from './parse-settings.js';
import { SAMPLE_ADAPTERS } from './sample-adapter.js';
import { samplePage } from './sample-page.js';

/** Milliseconds before it begins: a panel that has just opened has no core to spare. */
const PATIENCE_MS = 1000;
/** After a page of the officer's: its draft is painted and put away by then, and another press may come soon. */
const AFTER_PAGE_MS = 400;
/** Between two of its readings: whatever else the panel has to do goes first. */
const REST_MS = 15;
/**
 * Small while nothing is compiled, and then large enough that the browser compiles for a page of the usual size: after more
 * of them the first page is read no faster.
 */
const SIZES: readonly number[] = [...Array(12).fill(1), ...Array(60).fill(5)];

/** After a collection, which throws compiled code away: as many as bring most of it back. */
const AGAIN: readonly number[] = Array(12).fill(5);

/** How many numbers of eight bytes each are held and never looked at. */
const ROOM = 3_000_000;

declare global {
  /**
   * A browser collects memory whenever what lives in a heap has grown by a share of itself. Beside the little that lives here
   * that is after every third page, and with each collection goes what was compiled of functions within functions. It is
   * global because a bundler leaves out what a module alone holds and nobody reads.
   */
  var __cpRoom: readonly number[] | undefined;
}

/**
 * @param read - reads one page and throws away what it makes
 * @param isCold - whether code was thrown away since the last time that this was called
 * @returns to be told that a page of the officer's is coming or has come: the rest waits
 */
export function warmUp(
  read: (head: RequestHead, pieces: readonly string[], terms: Terms) => void,
  isCold: () => boolean = sinceCollection(),
): () => void {
  const pages = new Map<number, readonly string[]>();
  const sizes = [...SIZES];
  let count = 0;
  let isAsked = false;
  /** Nothing is left to read until there is a page again; and whether this was so before the page that there is. */
  let isResting = false;
  let hasRested = false;
  const round = (): void => {
    if (isAsked) {
      isAsked = false;
      setTimeout(round, AFTER_PAGE_MS);
      return;
    }
    // No whole numbers: a list of these is never gone through by a collection.
    globalThis.__cpRoom ??= new Array<number>(ROOM).fill(0.5);
    if (hasRested && isCold()) sizes.push(...AGAIN);
    hasRested = false;
    const size = sizes.shift();
    isResting = size === undefined;
    if (size === undefined) return;
    const page = pages.get(size) ?? [samplePage(size)];
    pages.set(size, page);
    read(HEAD, page, count % 2 === 0 ? WITH_ADAPTER : WITHOUT);
    count += 1;
    setTimeout(round, REST_MS);
  };
  setTimeout(round, PATIENCE_MS);
  return () => {
    isAsked = true;
    if (!isResting) return;
    isResting = false;
    hasRested = true;
    setTimeout(round, 0);
  };
}

/** Whether the browser has collected all that nothing holds: a mark that nothing holds is gone then. */
function sinceCollection(): () => boolean {
  let mark = new WeakRef({});
  return () => {
    if (mark.deref()) return false;
    mark = new WeakRef({});
    return true;
  };
}

const HEAD: RequestHead = {
  kind: 'snapshot',
  perRequest: {
    now: '2026-01-01T00:00:00.000Z' as Instant,
    today: '2026-01-01' as PlainDate,
    ids: ['draft', 'origin'] as readonly string[] as readonly RecordId[],
  },
  url: '',
  frames: [],
  pieceCounts: [1],
};
const [known, ...others] = SAMPLE_ADAPTERS;
const WITHOUT: Terms = { adapters: others };
const WITH_ADAPTER: Terms = { adapters: [known, ...others] };
