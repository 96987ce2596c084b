/** Says when a backup is due: a week, or fifty saves, without one. */
import type { Clock, Issue } from '@cyber-prevent/core';
import { lastBackup } from './backup-jobs.js';
import type { Session } from './session.js';

const SAVES = 50;
const DAY_MS = 86_400_000;
const DAYS = 7;

/** Looks now and after each save. @returns how to stop */
export function remindBackup(
  session: Pick<Session, 'work' | 'shelf' | 'store'>,
  { now }: Pick<Clock, 'now'>,
  onNotice: (issue: Issue) => void,
): () => void {
  let isSaid = false;
  let first: Promise<string | undefined> | undefined;
  const firstSave = (): Promise<string | undefined> => {
    first ??= session.store.batchesSince(0).then(([batch]) => batch?.header.at);
    return first;
  };
  const look = async (): Promise<void> => {
    if (isSaid) return;
    const last = await lastBackup(session);
    const saves = last?.saves ?? session.shelf.journal.lastSeq;
    if (saves === 0) return;
    const since = last?.at ?? (await firstSave());
    const days = since === undefined ? 0 : (Date.parse(now()) - Date.parse(since)) / DAY_MS;
    if (saves < SAVES && days < DAYS) return;
    isSaid = true;
    onNotice(due(last !== undefined, saves));
  };
  // A lock in the middle of it is no trouble.
  const tryLook = (): void => void look().catch(() => undefined);
  tryLook();
  return session.store.subscribe(tryLook);
}

/** Why a backup is due. The screen says how one is made. */
function due(wasMade: boolean, saves: number): Issue {
  const since =
    saves < SAVES ? 'The last backup is a week old' : `${saves} saves since the last backup`;
  return {
    code: 'backup-due',
    message: wasMade ? since : 'There is no backup of this vault yet',
    severity: 'warning',
  };
}
