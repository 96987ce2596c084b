/** Work that everything else goes before: what was asked for, what is to be painted. */

interface Scheduler {
  postTask(task: () => void, options: { readonly priority: 'background' }): Promise<void>;
}

/** It is not put off for longer: somebody who works on without a pause still gets to all of it. */
const LONGEST_MS = 10;

/** A long piece of work in the background stops after so long, and looks whether anything else waits. */
const SLICE_MS = 6;

/** Resolves when nothing more urgent waits, or after a moment all the same. */
export function whenIdle(longestMs = LONGEST_MS): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  const moment = new Promise<void>((resolve) => setTimeout(resolve, scheduler ? longestMs : 0));
  const idle = scheduler?.postTask(() => undefined, { priority: 'background' });
  return idle ? Promise.race([idle, moment]) : moment;
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
