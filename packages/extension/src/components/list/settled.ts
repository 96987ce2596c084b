/**
 * When a search has settled: it stood still for a while, a row of it was opened, or the list was left. Each search settles
 * once, so that what an officer typed letter by letter is one search.
 */
export const STILL_MS = 600;

/** How time passes: the browser's timers, or a test's own. */
export interface Timer {
  /** @returns how to call it off */
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
  /** The search as it is now; nothing where nothing is looked for. The same one again changes nothing. */
  search(now: Search | undefined): void;
  opened(): void;
  left(): void;
}

/** @param isSame - whether two are one search: the same words, though more rows were found since */
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
