/**
 * Works every list out before it is first opened: the longest part of its first showing. It reads what is in hand and
 * writes nothing, so that no save waits for it; everything else that the officer does goes before it.
 */
import { LIST_NAMES } from '@cyber-prevent/core';
import { whenIdle } from '../../storage/idle.js';
import type { Session } from '../session.js';

/** It is not put off for longer, however busy the page. */
const LONGEST_MS = 500;

/**
 * Begins when every record is in: *Today* does not wait for that, and comes first.
 *
 * @param idle - waits until there is nothing else to do
 * @returns how to stop: the vault locks
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
  // Whatever stands in the way is told when the list is opened, and until then is nobody's trouble.
  ready().catch(() => undefined);
  return () => {
    isOver = true;
  };
}
