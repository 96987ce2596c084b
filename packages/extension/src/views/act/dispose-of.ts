/**
 * Destroys the records named by a decision that is already saved: in that order, so that a failure here loses no
 * decision.
 */
import type { Issue, RecordId } from '@cyber-prevent/core';
import type { App } from '../../app/app.js';
import { asIssue } from './as-issue.js';

/**
 * @param going - the records to destroy; empty if they are kept
 * @param forget - discards the form's own draft, which is in the saved decision by now
 * @returns the reason that records remain; undefined if all is done
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
    // Drafts about them go first: a draft still there at the disposal would be resealed and stay.
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
