/**
 * Computes every list before it is first opened: the longest part of its first showing. It reads only what is in memory
 * and writes nothing, so that no save waits for it; all other work for the officer comes first.
 */
import { LIST_NAMES } from '@cyber-prevent/core';
import { whenIdle } from '../../storage/idle.js';
import type { Session } from '../session.js';

/** The longest delay, however busy the page. */
const LONGEST_MS = 500;

/**
 * Begins when every record is loaded: *Today* does not wait for that, and comes first.
 *
 * @param idle - waits until there is nothing else to do
 * @returns a function that stops it, for when the vault locks
 */
export function readyLists(
  { lists, whole }: Pick<Session, 'lists' | 'whole'>,
  idle: () => Promise<void> = () => whenIdle(LONGEST_MS),
): () => void {
  let isOver = false;
  const ready = async (): Promise<void> => {
    await whole;
    for (const name of LIST_NAMES) {
      await idle();
      if (isOver) return;
      await lists.rows(name);
    }
  };
  // A failure is reported when the list is opened; until then it can be ignored.
  ready().catch(() => undefined);
  return () => {
    isOver = true;
  };
}
