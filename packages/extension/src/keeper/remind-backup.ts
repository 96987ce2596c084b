/** Says when a backup is due: a week, or fifty saves, without one. */
import type { Clock, Issue } from '@cyber-prevent/core';
import { whenIdle } from '../storage/idle.js';
import { lastBackup } from './file/backup-jobs.js';
import type { Session } from './session.js';

const SAVES = 50;
const DAY_MS = 86_400_000;
const DAYS = 7;

/** The longest delay, however busy the page. */
const LONGEST_MS = 500;

/**
 * Checks once every record is loaded, and after each save.
 *
 * @param idle - waits until there is nothing else to do
 * @returns a function that stops it
 */
export function remindBackup(
  session: Pick<Session, 'work' | 'shelf' | 'store' | 'whole' | 'firstSavedAt'>,
  { now }: Pick<Clock, 'now'>,
  onNotice: (issue: Issue) => void,
  idle: () => Promise<void> = () => whenIdle(LONGEST_MS),
): () => void {
  let isSaid = false;
  let isOver = false;
  let first: Promise<string | undefined> | undefined;
  const daysSince = (at: string | undefined): number =>
    at === undefined ? 0 : (Date.parse(now()) - Date.parse(at)) / DAY_MS;
  const look = async (): Promise<void> => {
    if (isSaid) return;
    const last = await lastBackup(session);
    const saves = last?.saves ?? session.shelf.journal.lastSeq;
    if (saves === 0) return;
    if (saves < SAVES) {
      // With few saves, the day of the first is needed: only that one is read.
      first ??= last ? undefined : session.firstSavedAt();
      const since = last?.at ?? (await first);
      if (daysSince(since) < DAYS) return;
    }
    if (isSaid || isOver) return;
    isSaid = true;
    onNotice(due(last !== undefined, saves));
  };
  // A lock in the middle of it is harmless.
  const tryLook = (): void => void look().catch(() => undefined);
  session.whole.then(idle).then(tryLook, () => undefined);
  const unhear = session.store.subscribe(tryLook);
  return () => {
    isOver = true;
    unhear();
  };
}

/** The reason why a backup is due. The screen explains how to make one. */
function due(wasMade: boolean, saves: number): Issue {
  const since =
    saves < SAVES ? 'The last backup is a week old' : `${saves} saves since the last backup`;
  return {
    code: 'backup-due',
    message: wasMade ? since : 'There is no backup of this vault yet',
    severity: 'warning',
  };
}
