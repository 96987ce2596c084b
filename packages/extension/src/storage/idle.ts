/** Work in idle time: requests and painting go before it. */

interface Scheduler {
  postTask(
    task: () => void,
    options: { readonly priority: 'background' | 'user-visible' },
  ): Promise<void>;
}

interface WithScheduler {
  readonly scheduler?: Scheduler;
}

/** The longest delay: continuous work by the officer does not starve the background. */
const LONGEST_MS = 10;

/** Milliseconds of background work before a check for other waiting work. */
const SLICE_MS = 6;

/** Resolves when no more urgent work is waiting, or at the latest after a moment. */
export function whenIdle(longestMs = LONGEST_MS): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  const moment = new Promise<void>((resolve) => setTimeout(resolve, scheduler ? longestMs : 0));
  const idle = scheduler?.postTask(() => undefined, { priority: 'background' });
  return idle ? Promise.race([idle, moment]) : moment;
}

/** Idle work that speeds up when something waits for it. */
export interface Pace {
  /** Lets everything else go first; while something waits, only the work already queued. */
  wait(): Promise<void>;
  /** Runs a task that something waits for. */
  hurried<T>(task: () => Promise<T>): Promise<T>;
}

/** Paces idle work: on a page that is painted at every frame, purely idle work would keep its caller waiting. */
export function makePace(idle: () => Promise<void> = whenIdle): Pace {
  let waiting = 0;
  return {
    wait: () => (waiting > 0 ? nextTurn() : idle()),
    async hurried(task) {
      waiting += 1;
      try {
        return await task();
      } finally {
        waiting -= 1;
      }
    },
  };
}

async function nextTurn(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  if (scheduler) await scheduler.postTask(() => undefined, { priority: 'user-visible' });
  else await new Promise<void>((resolve) => setTimeout(resolve));
}

/**
 * A pause for a long piece of work, which may call it often: it takes effect only once a slice of time has been worked.
 *
 * @param wait - lets everything else go first
 */
export function inSlices(
  wait: () => Promise<void> = whenIdle,
  now: () => number = () => performance.now(),
): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < SLICE_MS) return;
    await wait();
    since = now();
  };
}
