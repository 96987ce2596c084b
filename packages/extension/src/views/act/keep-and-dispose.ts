/** Keeps what was decided, then destroys what it says: in that order, so that a failure of the second loses no decision. */
import type { Commit, Issue, RecordId } from '@cyber-prevent/core';
import type { App } from '../../app/app.js';
import { asIssue } from './as-issue.js';

/**
 * @param going - what is to be destroyed; nothing, where something is kept
 * @param forget - what the form itself holds half typed; it is kept in the decision by then
 * @returns the place of the save; why what was to go is still there, undefined where all is done
 * @throws {PreventError} as a commit does: nothing is kept and nothing destroyed then
 */
export async function keepAndDispose(
  { services, session }: Pick<App, 'services' | 'session'>,
  commit: Commit,
  going: readonly RecordId[],
  forget: () => Promise<unknown>,
): Promise<{ readonly seq: number; readonly left: Issue | undefined }> {
  const { seq } = await services.store.commit(commit);
  if (going.length === 0) return { seq, left: undefined };
  try {
    const { lastSave } = session;
    const gone = new Set<string | undefined>(going);
    // What was half typed about them goes first: what a disposal still finds there is sealed anew, and stays.
    await forget();
    const keys = await services.work.keys();
    const about = keys.filter((key) => key.split('/').some((part) => gone.has(part)));
    await Promise.all(about.map((key) => services.work.discard(key)));
    await services.store.dispose(going, 'retention');
    if (gone.has(lastSave.value?.subject)) lastSave.value = undefined;
    return { seq, left: undefined };
  } catch (error) {
    return { seq, left: asIssue(error) };
  }
}
