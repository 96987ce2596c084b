/** What a view may ask for. Views get these and never import storage/ or vault/; `composition.ts` makes them. */
import type {
  Checkpoint,
  CodeLists,
  Host,
  Issue,
  PlainDate,
  RecordId,
  RecordStore,
  Result,
} from '@cyber-prevent/core';
import type { CaptureService } from './capture-service.js';

/** Practice records are fictional and are kept apart from live ones, in a database of their own. */
export type VaultKind = 'practice' | 'live';

export type VaultState =
  | { readonly name: 'checking' }
  /** No vault of either kind on this machine: first run. */
  | { readonly name: 'none' }
  | {
      readonly name: 'locked';
      readonly kinds: readonly VaultKind[];
      readonly retryAfterMs?: number;
    }
  | { readonly name: 'open'; readonly kind: VaultKind; readonly officer: OfficerIdentity }
  /** The browser would not give us storage, or what is there cannot be read; `message` says what to do. */
  | { readonly name: 'unavailable'; readonly message: string };

/** Who the officer is, as given at first run. */
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

/** What first run gives back, once, to be printed or written down. */
export interface NewVault {
  /** Eight groups of letters and digits; opens the vault when the passphrase is lost. Never stored in clear. */
  readonly recoveryKey: string;
}

/** The public halves of an officer's keys, to hand to a colleague. */
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

/** Either opens the vault. */
export type VaultSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** What a change of secret puts in the place of the old one. A recovery key is made, not chosen. */
export type NextVaultSecret = { readonly passphrase: string } | { readonly recoveryKey: 'new' };

export interface ChangedSecret {
  /** The new recovery key, shown once, when one was made. */
  readonly recoveryKey?: string;
}

/** What of the audit leaves, where to and why: content-free, and logged all the same. */
export interface AuditDisclosure {
  readonly of: 'file' | 'checkpoint';
  /** A code of the list `reason`. */
  readonly reason: string;
  /** A code of `export-destination`, and who, as the officer put it. */
  readonly recipients: readonly string[];
}

export interface VaultService {
  state(): VaultState;
  /** @returns how to stop being told */
  subscribe(listener: (state: VaultState) => void): () => void;
  create(setup: VaultSetup): Promise<Result<NewVault>>;
  /** The issue never says which part was wrong; each failure makes the next try wait longer. */
  unlock(kind: VaultKind, secret: VaultSecret): Promise<Result<true>>;
  /** Asks every open page to put away what is being typed, then forgets the keys. */
  lock(): Promise<void>;
  /** Covers every page of ours with a blank screen at once, then locks. */
  blank(): Promise<void>;
  /** Called when any page asks for the blank screen. @returns how to stop being called */
  onBlank(cover: () => void): () => void;
  /**
   * Changes the passphrase of the open vault, or makes a new recovery key. Nothing that is kept is sealed anew.
   *
   * @param secret - the passphrase or the recovery key that opens it now; a wrong one makes the next try wait longer
   */
  change(secret: VaultSecret, next: NextVaultSecret): Promise<Result<ChangedSecret>>;
  /**
   * Called just before a lock, and waited for within a bound: the moment to put away what is being typed.
   *
   * @returns how to stop being called
   */
  beforeLock?(putAway: () => Promise<void>): () => void;
  /** The card, and its fingerprint as groups of digits to read aloud. */
  colleagueCard(): Promise<{ readonly card: ColleagueCard; readonly fingerprint: string }>;
  /**
   * Logs the disclosure, then gives where the audit's chain stands with that entry in it, signed.
   *
   * @throws {PreventError} as a commit does; nothing was signed then
   */
  checkpoint(asked: AuditDisclosure): Promise<Checkpoint>;
}

/** A piece of work that is not yet a record: a draft, a half-filled form. Sealed like the records. */
export interface UnfinishedWork {
  /**
   * Keeps the value under the key.
   *
   * @param seen - the version the page last saw, 0 for none; another version there means another page wrote, and
   * nothing is overwritten
   */
  save(key: string, value: unknown, seen: number): Promise<Result<{ readonly version: number }>>;
  load(key: string): Promise<{ readonly value: unknown; readonly version: number } | undefined>;
  keys(): Promise<readonly string[]>;
  discard(key: string): Promise<void>;
  /** Told the key that another page changed. */
  subscribe(listener: (key: string) => void): () => void;
}

/** What whoever looks after a force's computers set for every officer. */
export interface Policy {
  /** Passphrases are derived by what FIPS 140 names, from the next set-up or change of passphrase on. */
  readonly fips: boolean;
  /** The most minutes without key or pointer before the vault locks; the officer may choose fewer. */
  readonly lockMinutes?: number;
}

export interface Services {
  readonly vault: VaultService;
  readonly store: RecordStore;
  readonly work: UnfinishedWork;
  readonly capture: CaptureService;
  readonly lists: CodeLists;
  readonly host: Host;
  /** Saves a file to where the officer says; the name has no personal data in it. */
  download(name: string, mediaType: string, content: Uint8Array | string): void;
  /** Civil day where the officer is. */
  today(): PlainDate;
  /** Trouble that no single view owns, shown at the top of every page. */
  /** What the force's policy says; nothing where it cannot be read. */
  policy(): Promise<Policy>;
  readonly notices: { subscribe(listener: (issue: Issue) => void): () => void };
}
