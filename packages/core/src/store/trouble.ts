/** Turns whatever a log, a key or a caller can do wrong into the codes that the port promises. */
import { PreventError } from '../shared/errors.js';
import type { Issue } from '../shared/issue.js';
import type { Signer } from './batch-log.js';
import { frozenCopy } from './freeze.js';

/**
 * A `PreventError` stays as it is: a log that knows it is full or locked says so. A full disk by its usual names is
 * `CP_STORE_FULL`. Anything else is `CP_STORE_CLOSED`: the log does not answer, nothing was kept, try again or reopen.
 */
export function asStoreError(error: unknown): PreventError {
  if (error instanceof PreventError) return error;
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  if (name === 'QuotaExceededError' || code === 'ENOSPC')
    return new PreventError(
      'CP_STORE_FULL',
      'There is no room left on this device. Nothing was kept: make room, then save again.',
      { cause: error },
    );
  return new PreventError(
    'CP_STORE_CLOSED',
    'The store does not answer. Nothing was kept: try again, or close and open the toolkit.',
    { cause: error },
  );
}

/**
 * Signs the text.
 *
 * @throws {PreventError} `CP_STORE_LOCKED` when the key cannot be used
 */
export async function signed(signer: Signer, text: string): Promise<string> {
  try {
    return await signer.sign(text);
  } catch (error) {
    if (error instanceof PreventError) throw error;
    throw new PreventError(
      'CP_STORE_LOCKED',
      'Your signing key cannot be used. Nothing was kept: unlock, then save again.',
      { cause: error },
    );
  }
}

/** @throws {PreventError} `CP_RECORD_INVALID` when what was handed over has no JSON form */
export function plain<T>(input: T): T {
  try {
    return frozenCopy(input);
  } catch (error) {
    throw new PreventError(
      'CP_RECORD_INVALID',
      'Only text, numbers, yes or no, lists and plain objects can be kept',
      { cause: error },
    );
  }
}

export function unknownRecord(): PreventError {
  return new PreventError(
    'CP_STORE_UNKNOWN_RECORD',
    'There is no such record: it was never kept, was withdrawn, or was disposed of.',
  );
}

/** @param issues - what the proof of the chain found */
export function brokenChain(issues: readonly Issue[]): PreventError {
  return new PreventError('CP_STORE_CHAIN_BROKEN', issues.map(({ message }) => message).join(' '), {
    cause: issues,
  });
}

export function foreignLog(): PreventError {
  return new PreventError(
    'CP_STORE_CHAIN_BROKEN',
    'This log was written by another device. Open it there, or restore it here as a backup.',
  );
}
