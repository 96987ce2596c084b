/**
 * Code that has never run is several times slower, and a worker lives for one panel. So, in the time left by the
 * officer's pages, it reads a page of our own over and over, a few milliseconds at a time and never during a press. It
 * does so again after each page of the officer's: more of the code is then compiled, and code lost to a garbage
 * collection is restored.
 */
import type { Instant, PlainDate, RecordId } from '@cyber-prevent/core';
import type { RequestHead } from './parse-request.js';
import type { Terms } from './parse-settings.js';
import { SAMPLE_ADAPTERS } from './sample-adapter.js';
import { samplePage } from './sample-page.js';
import { type YoungHeap, youngHeap } from './young-heap.js';

/** Milliseconds before it starts: a panel that has just opened needs every processor core. */
const PATIENCE_MS = 1000;
/**
 * Milliseconds to wait after a page of the officer's: its draft is painted and saved by then, and another press may
 * come soon.
 */
const AFTER_PAGE_MS = 400;
/** Milliseconds between two of its readings: everything else in the panel goes first. */
const REST_MS = 5;

/** The next step: a reading of our own page with that many rounds, or an act on the young part of the heap. */
type Step = number | 'grow' | 'empty';

/** A page of the usual size, so that the browser compiles for one; three readings leave the young part mostly empty. */
const USUAL: readonly Step[] = [5, 5, 5, 'empty'];

const times = (count: number, steps: readonly Step[]): Step[] => Array(count).fill(steps).flat();

/**
 * Small while nothing is compiled. These build what a reading keeps for the next, the words of labels, before the heap
 * is at its largest: if that survived then, everything made by the same code would be taken for old.
 */
const FIRST: readonly Step[] = [...times(12, [1]), 'grow', 'empty', ...times(30, USUAL)];

const AGAIN: readonly Step[] = ['empty', ...times(4, USUAL)];

/**
 * @param read - reads one page and discards the result
 * @returns a function to call when a page of the officer's is coming or has come: the rest waits
 */
export function warmUp(
  read: (head: RequestHead, pieces: readonly string[], terms: Terms) => void,
  heap: YoungHeap = youngHeap(),
): () => void {
  const pages = new Map<number, readonly string[]>();
  let steps = [...FIRST];
  let isWarm = false;
  /** True once after each page: otherwise a browser that often collects everything would be busy for ever. */
  let mayRepeat = false;
  let count = 0;
  let isAsked = false;
  /** True if nothing is left to do until the next page. */
  let isResting = false;
  /** @returns whether it is done */
  const take = (step: Step): boolean => {
    if (step === 'empty') return heap.fill();
    if (step === 'grow') heap.grow();
    else {
      const page = pages.get(step) ?? [samplePage(step)];
      pages.set(step, page);
      read(HEAD, page, count % 2 === 0 ? WITH_ADAPTER : WITHOUT);
      count += 1;
    }
    return true;
  };
  const round = (): void => {
    if (isAsked) {
      isAsked = false;
      if (isWarm) steps = [...AGAIN];
      mayRepeat = isWarm;
      setTimeout(round, AFTER_PAGE_MS);
      return;
    }
    const [step] = steps;
    isResting = step === undefined;
    if (step === undefined) {
      isWarm = true;
      return;
    }
    if (take(step)) steps.shift();
    if (mayRepeat && heap.wasSwept()) {
      mayRepeat = false;
      steps = [...AGAIN];
    }
    setTimeout(round, typeof step === 'number' ? REST_MS : 0);
  };
  setTimeout(round, PATIENCE_MS);
  return () => {
    isAsked = true;
    if (!isResting) return;
    isResting = false;
    setTimeout(round, 0);
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
