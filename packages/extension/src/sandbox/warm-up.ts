/**
 * Code that has never run is several times slower, and a worker lives for one panel: whenever the officer's pages leave
 * it time, it reads a small page of our own, over and over, a few milliseconds at a time and off the press.
 */
import type { Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import type { RequestHead } from './parse-request.js';
import { samplePage } from './sample-page.js';

/** Milliseconds before it begins, and after a page: a panel that has a draft to paint has no core to spare. */
const PATIENCE_MS = 1000;
/** More than this gains little: by then nearly all of the code is compiled. */
const ROUNDS = 30;

/**
 * @param read - reads one page and throws away what it makes
 * @param wasAsked - whether there was a page of the officer's since the last time that this was called: the rest waits
 */
export function warmUp(
  read: (head: RequestHead, pieces: readonly string[]) => void,
  wasAsked: () => boolean,
): void {
  const pieces = [samplePage()];
  const round = (left: number): void => {
    if (left === 0) return;
    if (wasAsked()) {
      setTimeout(round, PATIENCE_MS, left);
      return;
    }
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
