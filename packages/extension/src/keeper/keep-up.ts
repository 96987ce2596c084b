/** Timing of the upkeep of an open vault: soon after it opened and after many saves, in idle time. */
import { type Issue, PreventError } from '@cyber-prevent/core';
import type { Session } from './session.js';

/** Milliseconds. The first screen and the first search come before it. */
const AFTER_OPENING_MS = 4000;
/** Milliseconds; long enough that the next save does not have to wait. */
const AFTER_SAVES_MS = 2000;
const MANY_SAVES = 64;

/** @returns a function that stops it, for when the vault locks */
export function keepUp(
  { upkeep, store, seen }: Pick<Session, 'upkeep' | 'store' | 'seen'>,
  onNotice: (issue: Issue) => void,
): () => void {
  let saves = 0;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // A lock in the middle of it is harmless, and the next save reports a full disk.
      if (error instanceof PreventError && error.code === 'CP_VAULT_UNREADABLE')
        onNotice(unreadable());
    }
  };
  const after = (ms: number, work: () => Promise<unknown>): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void run(work);
    }, ms);
    timers.add(timer);
  };
  after(AFTER_OPENING_MS, async () => {
    await upkeep.tidy();
    await upkeep.scrub();
    await seen.ready();
  });
  const unsubscribe = store.subscribe(() => {
    saves += 1;
    if (saves < MANY_SAVES) return;
    saves = 0;
    after(AFTER_SAVES_MS, upkeep.tidy);
  });
  return () => {
    timers.forEach(clearTimeout);
    unsubscribe();
    upkeep.stop();
  };
}

function unreadable(): Issue {
  return {
    code: 'entry-unreadable',
    message:
      'Part of your records can no longer be read in either copy. What you see is whole, but some of its history is not. Make a backup now, and tell your administrator.',
    severity: 'error',
  };
}
