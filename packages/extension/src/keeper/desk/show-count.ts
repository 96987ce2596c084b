/**
 * The number of due or overdue entries, for the toolbar button: sent while the vault is open, and again when it
 * changes.
 */
import { type Clock, diaryCounts } from '@cyber-prevent/core';
import type { Session } from '../session.js';

/** Saves come in bursts, and the screen that made them comes first. */
const AFTER_SAVE_MS = 150;
/** Milliseconds between checks for a new day. */
const DAY_CHECK_MS = 60_000;

export interface CountOptions {
  readonly clock: Pick<Clock, 'today'>;
  /** Undefined: nothing is shown. */
  readonly onCount: (count: number | undefined) => void;
  /** Milliseconds, changed by tests only. */
  readonly afterSaveMs?: number;
  readonly dayCheckMs?: number;
}

/** @returns a function that stops it; nothing is shown from then on */
export function showCount(
  { store, diary, packs, whole }: Pick<Session, 'store' | 'diary' | 'packs' | 'whole'>,
  { clock, onCount, afterSaveMs = AFTER_SAVE_MS, dayCheckMs = DAY_CHECK_MS }: CountOptions,
): () => void {
  let isOver = false;
  let day = clock.today();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const count = async (): Promise<void> => {
    day = clock.today();
    const { overdue, due } = diaryCounts(await diary.read(day));
    if (!isOver) onCount(overdue + due);
  };
  // The cause of a failure also affects the screens, and is shown there.
  const tryCount = (): void => void count().catch(() => undefined);
  whole.then(tryCount, () => undefined);
  const unhear = store.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(tryCount, afterSaveMs);
  });
  const unfollow = packs.subscribe(tryCount);
  const days = setInterval(() => {
    if (clock.today() !== day) tryCount();
  }, dayCheckMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
    clearInterval(days);
    unhear();
    unfollow();
    onCount(undefined);
  };
}
