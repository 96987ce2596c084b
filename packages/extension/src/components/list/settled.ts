/**
 * Decides when a search has settled: it stayed the same for a while, a row was opened, or the list was left. Each
 * search settles once, so that words typed letter by letter count as one search.
 */
export const STILL_MS = 600;

/** Timers: the browser's, or a test's own. */
export interface Timer {
  /** @returns a function that cancels the timer */
  start(ms: number, then: () => void): () => void;
}

export const BROWSER_TIMER: Timer = {
  start(ms, then) {
    const running = setTimeout(then, ms);
    return () => clearTimeout(running);
  },
};

export type SettledWhy = 'still' | 'opened' | 'left';

export interface Settler<Search> {
  /** Sets the current search; undefined if there is none. Setting the same search again changes nothing. */
  search(now: Search | undefined): void;
  opened(): void;
  left(): void;
}

/** @param isSame - says if two are one search: the same words, even if more rows were found since */
export function makeSettler<Search>(
  timer: Timer,
  isSame: (a: Search, b: Search) => boolean,
  onSettled: (search: Search, why: SettledWhy) => void,
): Settler<Search> {
  let open: { search: Search; isSettled: boolean; stop: () => void } | undefined;
  const settle = (why: SettledWhy): void => {
    if (!open || open.isSettled) return;
    open.stop();
    open.isSettled = true;
    onSettled(open.search, why);
  };
  return {
    search(now) {
      if (open && now !== undefined && isSame(open.search, now)) {
        open.search = now;
        return;
      }
      open?.stop();
      open =
        now === undefined
          ? undefined
          : { search: now, isSettled: false, stop: timer.start(STILL_MS, () => settle('still')) };
    },
    opened: () => settle('opened'),
    left() {
      settle('left');
      open = undefined;
    },
  };
}
