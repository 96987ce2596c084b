/**
 * Messages for the officer when a vault is not made or does not open. They never say which part of a secret was wrong.
 */
import { type Issue, PreventError } from '@cyber-prevent/core';
import type { VaultKind } from '../../ports/services.js';

export const WRONG: Issue = {
  code: 'unlock-failed',
  message: 'That did not open the vault. Check what you typed and try again.',
  severity: 'error',
};
export const NO_PASSPHRASE: Issue = {
  code: 'passphrase-missing',
  message: 'Enter your passphrase',
  at: 'passphrase',
  severity: 'error',
};
export const NOT_A_RECOVERY_KEY: Issue = {
  code: 'recovery-key-unreadable',
  message: 'Enter the recovery key as it was printed: eight groups of five letters and digits',
  at: 'recoveryKey',
  severity: 'error',
};
export const SAME_PASSPHRASE: Issue = {
  code: 'passphrase-same',
  message: 'Enter a passphrase that is not the one you have now',
  at: 'passphrase',
  severity: 'error',
};
export const LOCKED: Issue = {
  code: 'vault-locked',
  message: 'The vault is locked. Unlock it, then change it.',
  severity: 'error',
};
export const NO_ANSWER: Issue = {
  code: 'policy-unread',
  message: 'The browser did not say what your force’s policy is. Nothing was changed: try again.',
  severity: 'error',
};
/** The header exists more than once, and the copies differ. */
export const COPY_PUT_RIGHT: Issue = {
  code: 'header-copy-put-right',
  message:
    'A copy of the settings that protect the vault was older than the others, or was altered. It was put right. If you did not change your passphrase or recovery key a moment ago, tell your administrator.',
  severity: 'warning',
};
export const PUT_BACK: Issue = {
  code: 'header-put-back',
  message:
    'The settings that protect the vault are older than when it was last open: an old passphrase or recovery key may open it again. Change your passphrase now, and tell your administrator.',
  severity: 'warning',
};

export const HEADER_GONE: Issue = {
  code: 'header-unreadable',
  message:
    'Nothing was changed, because the settings that protect the vault could not be read. Lock the vault and unlock it, then try again.',
  severity: 'error',
};

export const NO_VAULT: Issue = {
  code: 'vault-missing',
  message: 'There is no vault of this kind on this computer. Set one up first.',
  severity: 'error',
};
export const ALREADY: Issue = {
  code: 'vault-exists',
  message: 'There is already a vault of this kind on this computer. Open it with its passphrase.',
  severity: 'error',
};

export const NOT_DAMAGED: Issue = {
  code: 'vault-not-damaged',
  message: 'Nothing is wrong with this vault. Unlock it with its passphrase or its recovery key.',
  severity: 'error',
};

export function notDamaged(): PreventError {
  return new PreventError('CP_STORE_CLOSED', NOT_DAMAGED.message);
}

/** The notice after a fresh start. */
export function setAsideIssue(kind: VaultKind): Issue {
  return {
    code: 'vault-set-aside',
    message: `The damaged ${kind} records were set aside. They are still on this computer, sealed as they were, and none of them was deleted. Tell your administrator that they are there.`,
    severity: 'warning',
  };
}

export function damagedIssue(message: string): Issue {
  return { code: 'vault-damaged', message, severity: 'error' };
}

export function waitIssue(waitMs: number): Issue {
  const seconds = Math.ceil(waitMs / 1000);
  const wait = seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return {
    code: 'unlock-wait',
    message: `Wait ${seconds === 1 ? '1 second' : wait} before you try again`,
    severity: 'error',
  };
}
