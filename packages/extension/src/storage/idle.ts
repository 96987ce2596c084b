/** Work that everything else goes before: what was asked for, what is to be painted. */

interface Scheduler {
  postTask(task: () => void, options: { readonly priority: 'background' }): Promise<void>;
}

/** It is not put off for longer: somebody who works on without a pause still gets to all of it. */
const LONGEST_MS = 10;

/** Resolves when nothing more urgent waits, or after a moment all the same. */
export function whenIdle(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  const moment = new Promise<void>((resolve) => setTimeout(resolve, scheduler ? LONGEST_MS : 0));
  const idle = scheduler?.postTask(() => undefined, { priority: 'background' });
  return idle ? Promise.race([idle, moment]) : moment;
}
