/** Work that everything else goes before: what was asked for, what is to be painted. */

interface Scheduler {
  postTask(
    task: () => void,
    options: { readonly priority: 'background' | 'user-visible' },
  ): Promise<void>;
}

interface WithScheduler {
  readonly scheduler?: Scheduler;
}

/** It is not put off for longer: somebody who works on without a pause still gets to all of it. */
const LONGEST_MS = 10;

/** A long piece of work in the background stops after so long, and looks whether anything else waits. */
const SLICE_MS = 6;

/** Resolves when nothing more urgent waits, or after a moment all the same. */
export function whenIdle(longestMs = LONGEST_MS): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  const moment = new Promise<void>((resolve) => setTimeout(resolve, scheduler ? longestMs : 0));
  const idle = scheduler?.postTask(() => undefined, { priority: 'background' });
  return idle ? Promise.race([idle, moment]) : moment;
}

/** Work that is done when nothing else is to be done, until somebody waits for it. */
export interface Pace {
  /** Lets everything else go first; only what stood in the queue, while somebody waits. */
  wait(): Promise<void>;
  /** Somebody waits for this. */
  hurried<T>(task: () => Promise<T>): Promise<T>;
}

/** On a page that is painted at every frame, what is done when nothing else is would keep whoever waits for it waiting. */
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
 * A pause for a long piece of work, which it may ask for often: it is made only once a slice of time has been worked.
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
