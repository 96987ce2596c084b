/** Destroys what a decision that is kept by now destroys: in that order, so that a failure here loses no decision. */
import type { Issue, RecordId } from '@cyber-prevent/core';
import type { App } from '../../app/app.js';
import { asIssue } from './as-issue.js';

/**
 * @param going - what is to be destroyed; nothing, where something is kept
 * @param forget - what the form itself holds half typed; it is kept in the decision by then
 * @returns why what was to go is still there; undefined where all is done
 */
export async function disposeOf(
  { services, session }: Pick<App, 'services' | 'session'>,
  going: readonly RecordId[],
  forget: () => Promise<unknown>,
): Promise<Issue | undefined> {
  if (going.length === 0) return undefined;
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
    return undefined;
  } catch (error) {
    return asIssue(error);
  }
}
