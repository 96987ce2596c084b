/** Turns any fault of a log, a key or a caller into the codes that the port promises. */
import { PreventError } from '../../shared/errors.js';
import type { Issue } from '../../shared/issue.js';
import { frozenCopy } from '../freeze.js';
import type { Signer } from './signer.js';

/**
 * The error for a fault of the log. A `PreventError` stays as it is: a log that knows it is full or locked says so. A
 * full disk by its usual names is `CP_STORE_FULL`. Anything else is `CP_STORE_CLOSED`: the log does not answer, nothing
 * was kept, try again or reopen.
 */
export function asStoreError(error: unknown): PreventError {
  if (error instanceof PreventError) return error;
  const { name, code } = Object(error) as { name?: unknown; code?: unknown };
  if (name === 'QuotaExceededError' || code === 'ENOSPC')
    return new PreventError(
      'CP_STORE_FULL',
      'There is no room left on this device. Nothing was saved: make room, then save again.',
      { cause: error },
    );
  return new PreventError(
    'CP_STORE_CLOSED',
    'The store does not answer. Nothing was saved: try again, or close and open the toolkit.',
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
      'Your signing key cannot be used. Nothing was saved: unlock, then save again.',
      { cause: error },
    );
  }
}

/** @throws {PreventError} `CP_RECORD_INVALID` when the input has no JSON form */
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

export function closed(): PreventError {
  return new PreventError('CP_STORE_CLOSED', 'The store was closed. Open it again.');
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

/** Reasons that a batch was not received, in words that say what to do. */
const RECEIVE_FAULTS = {
  malformed: 'It holds what this release cannot read. Update the toolkit, or ask for it again.',
  signature:
    'It holds an entry without the signature of an officer whose key you have checked. Do not use it: ask for it again, and read the fingerprint aloud.',
  content:
    'It does not hold what its signed headers say: it was altered or damaged. Ask for it again.',
  'own-name':
    'It holds an entry in your name, or of this computer, that your own key did not sign. Do not use it, and tell your administrator; nothing was changed.',
  misnamed:
    'It names a copy of a page, or part of a file, that is not what was kept under that name. Do not use it, and tell the person who sent it.',
  'made-twice':
    'It repeats a record that is already here. Do not use it, and tell the person who sent it.',
  beyond:
    'It changes records of cases that it does not say it is about. Ask for a file that names each of those people.',
  dated:
    'It holds an entry from after the day the file was made, or from before the toolkit kept any. Ask the person who made it to check the date of their computer, and check that of yours.',
  locked:
    'It changes what was signed or committed to, which no longer changes. Do not use it, and tell the person who sent it.',
  team: 'It belongs to other records: practice and live records are never brought together.',
  fork: 'Two different entries claim one place in another device’s log. Do not use it, and tell your administrator.',
  'fork-own':
    'It does not follow on from the records on this computer: both have been worked on separately since. Tell your administrator; nothing was changed.',
  ahead:
    'It holds later entries of this computer than this computer has. Restore your newest backup first.',
  gap: 'Entries between the records on this computer and those in the file are missing. Use a file that goes further back.',
  unfit:
    'It holds a record that is not filled in as it has to be. Ask your colleague to put it right and send it again.',
} as const;
export type ReceiveFault = keyof typeof RECEIVE_FAULTS;

/** @param label - the kind of record that it is about */
export function notReceived(fault: ReceiveFault, label?: string): PreventError {
  const said = RECEIVE_FAULTS[fault];
  const message = label === undefined ? said : `${label}: ${said}`;
  const issue: Issue = { code: `receive-${fault}`, severity: 'error', message };
  return new PreventError('CP_STORE_NOT_RECEIVED', `Nothing was taken in. ${message}`, {
    cause: [issue],
  });
}
