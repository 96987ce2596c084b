/** The states of a vault, and what is said of one: the words of the services and of the requests to the keeper. */
import type { RecordId } from '@cyber-prevent/core';
import type { VaultKind } from './vault-terms.js';

export type VaultState =
  | { readonly name: 'checking' }
  /** No vault of either kind on this machine: first run. */
  | { readonly name: 'none' }
  | {
      readonly name: 'locked';
      readonly kinds: readonly VaultKind[];
      readonly retryAfterMs?: number;
      /** Vaults of other kinds that cannot be opened whole. */
      readonly damaged?: readonly VaultDamage[];
    }
  | { readonly name: 'open'; readonly kind: VaultKind; readonly officer: OfficerIdentity }
  /** There is a vault but none that can be opened whole. */
  | DamagedVault
  /** The browser gave no storage, or a newer release has worked here; `message` says what to do. */
  | { readonly name: 'unavailable'; readonly message: string };

export interface DamagedVault extends VaultDamage {
  readonly name: 'damaged';
  /** The vault of the other kind, if that is damaged too. */
  readonly also?: VaultDamage;
}

/**
 * - `emptied`: the browser has deleted its storage.
 * - `altered`: the stored data was changed by something other than us.
 * - `cut`: the newest entries are missing.
 * - `unmarked`: nothing shows any more how many entries there were, so that some may be missing.
 * - `keys-gone`: the keys that the entries are sealed under are lost.
 * - `unreadable-entries`: some entries can be read in neither copy.
 */
export type DamageKind =
  | 'emptied'
  | 'altered'
  | 'cut'
  | 'unmarked'
  | 'keys-gone'
  | 'unreadable-entries';

/** The reason why a vault cannot be opened whole. */
export interface VaultDamage {
  readonly kind: VaultKind;
  readonly what: DamageKind;
  /** Message in words. */
  readonly message: string;
  /** Number of entries that can still be read, and of those there were: known once it was unlocked. */
  readonly readable?: number;
  readonly entries?: number;
}

/** The remains of a damaged vault. */
export interface VaultRemains {
  /** True if everything was repaired after all, and the vault is open. */
  readonly isOpen: boolean;
  /** Number of entries there were; 0 when nothing shows it any more. */
  readonly entries: number;
  readonly readable: number;
  /** First and last number of each run of entries that no copy gives. */
  readonly missing: readonly (readonly [first: number, last: number])[];
  /** Number of records with parts in the readable entries. */
  readonly records: number;
}

/** A damaged copy of an entry that was set aside when it was repaired. */
export interface SetAsideEntry {
  readonly seq: number;
  /** Instant of the repair, if it was noted. */
  readonly at?: string;
  /** True if its replacement can be read. */
  readonly isRight: boolean;
}

/** A damaged vault that is still on this computer, next to the one that was set up after it. */
export interface VaultAside {
  readonly kind: VaultKind;
  /** Instant of setting aside. */
  readonly at: string;
}

/** The officer's details, as given at first run. */
export interface OfficerIdentity {
  readonly id: RecordId;
  readonly name: string;
  /** Collar or warrant number. */
  readonly number: string;
  /** A code of the list `force`. */
  readonly force: string;
  readonly role: string;
  /** A code of `purpose-regime`. */
  readonly regime: string;
  /** Reference of the appropriate policy document (DPA 2018 s.42); without one no special-category value is taken. */
  readonly policyReference?: string;
}

export interface VaultSetup extends Omit<OfficerIdentity, 'id'> {
  readonly kind: VaultKind;
  readonly passphrase: string;
}

/** The result of first run, shown once, to be printed or written down. */
export interface NewVault {
  /** Eight groups of letters and digits; opens the vault when the passphrase is lost. Never stored in clear. */
  readonly recoveryKey: string;
}

/** The replacement for a secret. A recovery key is made, not chosen. */
export type NextVaultSecret = { readonly passphrase: string } | { readonly recoveryKey: 'new' };

export interface ChangedSecret {
  /** The new recovery key, shown once, if one was made. */
  readonly recoveryKey?: string;
}
