/** What the officer is told when a vault is not made or does not open. Never which part of a secret was wrong. */
import type { Issue } from '@cyber-prevent/core';

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
