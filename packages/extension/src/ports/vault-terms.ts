/** Words that the services of a vault share. */
import type { RecordId } from '@cyber-prevent/core';

/** Practice records are fictional and are kept apart from live ones, in a separate database. */
export const VAULT_KINDS = ['practice', 'live'] as const;
export type VaultKind = (typeof VAULT_KINDS)[number];

/** The public halves of an officer's keys, to give to a colleague. */
export interface ColleagueCard {
  readonly version: 1;
  readonly officer: RecordId;
  readonly name: string;
  readonly number: string;
  readonly force: string;
  readonly role: string;
  /** Ed25519 and X25519 public keys, base64url. */
  readonly signingKey: string;
  readonly exchangeKey: string;
}

/** A secret that opens the vault: either will do. */
export type VaultSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** The part of the audit that leaves, its recipients and the reason: content-free, and logged anyway. */
export interface AuditDisclosure {
  readonly of: 'file' | 'checkpoint';
  /** A code of the list `reason`. */
  readonly reason: string;
  /** A code of `export-destination`, and the recipient in the officer's words. */
  readonly recipients: readonly string[];
}
