/**
 * Code that has never run is several times slower, and a worker lives for one panel: whenever the officer's pages leave
 * it time, it reads a page of our own, over and over, a few milliseconds at a time and off the press.
 */
import type { Adapter, Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import type { RequestHead } from './parse-request.js';
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

/**
 * @param read - reads one page and throws away what it makes
 * @param wasAsked - whether there was a page of the officer's since the last time that this was called: the rest waits
 */
export function warmUp(
  read: (head: RequestHead, pieces: readonly string[]) => void,
  wasAsked: () => boolean,
): void {
  const pages = new Map<number, readonly string[]>();
  const round = (at: number): void => {
    const size = SIZES[at];
    if (size === undefined) return;
    if (wasAsked()) {
      setTimeout(round, AFTER_PAGE_MS, at);
      return;
    }
    const page = pages.get(size) ?? [samplePage(size)];
    pages.set(size, page);
    read(at % 2 === 0 ? WITH_ADAPTER : WITHOUT, page);
    setTimeout(round, REST_MS, at + 1);
  };
  setTimeout(round, PATIENCE_MS, 0);
}

const headWith = (adapters: readonly Adapter[]): RequestHead => ({
  kind: 'snapshot',
  settings: {
    now: '2026-01-01T00:00:00.000Z' as Instant,
    today: '2026-01-01' as PlainDate,
    ids: ['draft', 'origin'] as readonly string[] as readonly RecordId[],
    adapters,
  },
  url: '',
  frames: [],
  pieceCounts: [1],
});
const [known, ...others] = SAMPLE_ADAPTERS;
const WITHOUT = headWith(others);
const WITH_ADAPTER = headWith([known, ...others]);
