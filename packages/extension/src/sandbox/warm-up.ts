/**
 * Code that has never run is several times slower, and a worker lives for one panel: whenever the officer's pages leave
 * it time, it reads a page of our own, over and over, a few milliseconds at a time and off the press.
 */
import type { Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import type { RequestHead } from './parse-request.js';
import { samplePage } from './sample-page.js';

/** Milliseconds before it begins, and after a page: a panel that has a draft to paint has no core to spare. */
const PATIENCE_MS = 1000;
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
      setTimeout(round, PATIENCE_MS, at);
      return;
    }
    const page = pages.get(size) ?? [samplePage(size)];
    pages.set(size, page);
    read(HEAD, page);
    setTimeout(round, REST_MS, at + 1);
  };
  setTimeout(round, PATIENCE_MS, 0);
}

const HEAD: RequestHead = {
  kind: 'snapshot',
  settings: {
    now: '2026-01-01T00:00:00.000Z' as Instant,
    today: '2026-01-01' as PlainDate,
    ids: ['draft', 'origin'] as readonly string[] as readonly RecordId[],
    adapters: [],
  },
  url: '',
  frames: [],
  pieceCounts: [1],
};
