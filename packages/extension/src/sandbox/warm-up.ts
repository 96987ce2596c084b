/**
 * Code that has never run is several times slower, and a worker lives for one panel: before the officer's first page
 * it reads a small page of our own, over and over, a few milliseconds at a time and off the press.
 */
import type { Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import type { RequestHead } from './parse-request.js';
import { samplePage } from './sample-page.js';

/** Milliseconds before it begins: a panel that opens for a press has its own painting to do, and asks before this. */
const PATIENCE_MS = 500;
/** More than this gains little: by then nearly all of the code is compiled. */
const ROUNDS = 30;

/**
 * @param read - reads one page and throws away what it makes
 * @param isAsked - whether there is a page of the officer's: it does not wait for the rest
 */
export function warmUp(
  read: (head: RequestHead, pieces: readonly string[]) => void,
  isAsked: () => boolean,
): void {
  const pieces = [samplePage()];
  const round = (left: number): void => {
    if (left === 0 || isAsked()) return;
    read(HEAD, pieces);
    setTimeout(round, 0, left - 1);
  };
  setTimeout(round, PATIENCE_MS, ROUNDS);
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
