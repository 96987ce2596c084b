/** Turns a failure of the browser's storage into one of our own errors with a sentence for the officer. */
import { PreventError } from '@cyber-prevent/core';

/** Chromium reports a full disk in several ways, none of them `QuotaExceededError`. */
const FULL = /quota|disk is full|disk full|no space|failed to write blobs/i;

export function storageError(error: unknown): PreventError {
  if (error instanceof PreventError) return error;
  if (says(error, FULL)) return noRoom(error);
  return new PreventError(
    'CP_STORE_CLOSED',
    'The browser could not write to its storage, so nothing was saved. Lock, unlock and save again. If this happens again, restart the browser.',
    { cause: error },
  );
}

export function noRoom(cause: unknown): PreventError {
  return new PreventError(
    'CP_STORE_FULL',
    'There is no room left on this computer, so nothing was saved. Make room, then save again.',
    { cause },
  );
}

const NEWER_RELEASE =
  'These records were last opened by a newer release of the toolkit. Update the toolkit on this computer, then unlock. Nothing was changed.';

export function newerRelease(cause?: unknown): PreventError {
  return new PreventError('CP_VAULT_UNREADABLE', NEWER_RELEASE, { cause });
}

/**
 * True if the error means that the stored data is not what was last worked with. A newer release's records are sound.
 */
export function isDamage({ code, message }: PreventError): boolean {
  return (
    (code === 'CP_STORE_CHAIN_BROKEN' || code === 'CP_VAULT_UNREADABLE') &&
    message !== NEWER_RELEASE
  );
}

/** Searches the causes too: Dexie wraps the browser's error, sometimes twice. */
function says(error: unknown, pattern: RegExp): boolean {
  for (let at = error, depth = 0; at instanceof Object && depth < 4; depth += 1) {
    const { name, message } = at as { name?: unknown; message?: unknown };
    if (pattern.test(`${name} ${message}`)) return true;
    at = 'inner' in at ? (at.inner as unknown) : undefined;
  }
  return false;
}
