/** The parts that a vault is opened with. */
import type { AuditEntry, CodeLists, Host, Issue, keepingLaw } from '@cyber-prevent/core';
import type { Policy } from '../ports/services.js';
import type { Places } from '../storage/place/places.js';
import type { VaultKeys } from '../vault/open-vault.js';
import type { FindAdapters } from './known-adapters.js';

export interface SessionOptions {
  readonly places: Places;
  readonly host: Host;
  readonly lists?: CodeLists;
  readonly onNotice: (issue: Issue) => void;
  /** The settings of the force’s policy; absent: none. */
  readonly policy?: () => Promise<Policy>;
  /** Finds the adapters that captures are read with; absent: none is known. */
  readonly adapters?: FindAdapters;
  /** The rules for each save and disposal; the law of the casework except in a test of the store alone. */
  readonly law?: typeof keepingLaw;
  /** Entries of searches, by vault, that could not be logged before a lock: kept from session to session. */
  readonly unlogged?: Map<string, AuditEntry[]>;
  /** True for a vault that is filled from a backup. */
  readonly isFilled?: boolean;
  /** Opens a vault without any mark, if it has entries. */
  readonly isUnmarkedTaken?: boolean;
}

/** The entries of searches that this vault still owes to its log. */
export function debtsOf(
  { vault }: Pick<VaultKeys, 'vault'>,
  { unlogged }: Pick<SessionOptions, 'unlogged'>,
): AuditEntry[] {
  const debts = unlogged?.get(vault) ?? [];
  unlogged?.set(vault, debts);
  return debts;
}
