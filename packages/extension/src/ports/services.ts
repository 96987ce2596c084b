/**
 * The services that a view may use. Views get these and never import storage/ or vault/; `composition.ts` makes them.
 */
import type {
  BlobName,
  Checkpoint,
  CodeLists,
  DisposalPlan,
  Host,
  HostClassRow,
  Issue,
  ListName,
  ListRowOf,
  MatchPerson,
  PlainDate,
  RecordId,
  RecordStore,
  Result,
  RetentionPeriod,
  SeenAnswer,
  TimeLimit,
} from '@cyber-prevent/core';
import type { AdapterService } from './adapters.js';
import type { BackupService, ExchangeService } from './backup-services.js';
import type { CaptureService } from './capture-service.js';
import type { DiaryService } from './diary-service.js';
import type { FillService } from './fill-service.js';
import type { LogService } from './log-service.js';
import type { SaveService } from './save-service.js';
import type { ShortcutService } from './shortcuts.js';
import type { TeachService } from './teach-service.js';
import type { AuditDisclosure, ColleagueCard, VaultKind, VaultSecret } from './vault-terms.js';

export type { ListedAdapter } from './adapters.js';
export type * from './backup-services.js';
export type { AuditDisclosure, ColleagueCard, VaultKind, VaultSecret } from './vault-terms.js';

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

/** The possible actions on damage. None of them deletes a vault. */
export interface RecoveryService {
  /** Looks again for vaults on this computer, as after a start of the browser. */
  tryAgain(): Promise<void>;
  /** Restores data that one copy lost from the other, opens the vault if that is all, and counts the remains if not. */
  recover(kind: VaultKind, secret: VaultSecret): Promise<Result<VaultRemains>>;
  /** All data of a damaged vault on the disk, still sealed. */
  sealedCopy(kind: VaultKind): Promise<Uint8Array>;
  /** Leaves a damaged vault in place and lets another be set up next to it. */
  startFresh(kind: VaultKind): Promise<Result<true>>;
  /** Of the open vault, oldest first. */
  setAsideEntries(): Promise<readonly SetAsideEntry[]>;
  forgetSetAside(): Promise<void>;
  /** Of every kind, oldest first. */
  vaultsAside(): Promise<readonly VaultAside[]>;
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

export interface VaultService {
  state(): VaultState;
  /** @returns a function that ends the subscription */
  subscribe(listener: (state: VaultState) => void): () => void;
  create(setup: VaultSetup): Promise<Result<NewVault>>;
  /** The issue never says which part was wrong; each failure makes the next try wait longer. */
  unlock(kind: VaultKind, secret: VaultSecret): Promise<Result<true>>;
  /** Asks every open page to save unfinished typing, then forgets the keys. */
  lock(): Promise<void>;
  /** Covers every page of ours with a blank screen at once, then locks. */
  blank(): Promise<void>;
  /** Calls the listener when any page requests the blank screen. @returns a function that stops the calls */
  onBlank(cover: () => void): () => void;
  /**
   * Changes the passphrase of the open vault, or makes a new recovery key. Nothing in the vault is sealed again.
   *
   * @param secret - the passphrase or the recovery key that opens it now; a wrong one makes the next try wait longer
   */
  change(secret: VaultSecret, next: NextVaultSecret): Promise<Result<ChangedSecret>>;
  /**
   * Keeps the reference of the appropriate policy document with the officer, from now on; an empty one removes it.
   * Every page gets the new state. No secret is needed: the vault is open.
   */
  enterPolicy(reference: string): Promise<Result<true>>;
  /**
   * Calls `putAway` just before a lock, and waits for it within a bound: the moment to save unfinished typing.
   *
   * @returns a function that stops the calls
   */
  beforeLock?(putAway: () => Promise<void>): () => void;
  /** The card, and its fingerprint as groups of digits to read aloud. */
  colleagueCard(): Promise<{ readonly card: ColleagueCard; readonly fingerprint: string }>;
  /**
   * Logs the disclosure, then gives the end of the audit's chain, including that entry, signed.
   *
   * @throws {PreventError} as a commit does; nothing was signed then
   */
  checkpoint(asked: AuditDisclosure): Promise<Checkpoint>;
  /** Signs a pack of adapters with the officer's key; no other text is signed. */
  signPack(text: string): Promise<string>;
}

/** Work that is not yet a record: a draft, a half-filled form. Sealed like the records. */
export interface UnfinishedWork {
  /**
   * Keeps the value under the key.
   *
   * @param seen - the version the page last saw, 0 for none; if the version there differs, another page wrote, and
   * nothing is overwritten
   */
  save(key: string, value: unknown, seen: number): Promise<Result<{ readonly version: number }>>;
  load(key: string): Promise<{ readonly value: unknown; readonly version: number } | undefined>;
  keys(): Promise<readonly string[]>;
  discard(key: string): Promise<void>;
  /** Calls the listener with the key that another page changed. */
  subscribe(listener: (key: string) => void): () => void;
}

/** Data too large for a record: copies of pages. Rejects with `PreventError` in plain words. */
export interface BlobService {
  /**
   * Keeps the bytes, sealed; a commit then names them.
   *
   * @throws {PreventError} `CP_BLOB_TOO_LARGE`, and as a commit does
   */
  put(bytes: Uint8Array): Promise<BlobName>;
  /**
   * Logs that the officer looks at the record, then gives the blob that it names: no log, no view.
   *
   * @param reason - a code of the list `reason`
   * @returns undefined when the blob is not here
   */
  consult(record: RecordId, name: BlobName, reason: string): Promise<Uint8Array | undefined>;
}

/** News for the watcher of a list: its current rows, or the error that prevented them. */
export type RowsNews<Row> = { readonly rows: readonly Row[] } | { readonly error: unknown };
export type RowsListener<Row> = (news: RowsNews<Row>) => void;

/**
 * Rows of lists: names, references, a few codes and dates. Looking at them is not a consultation; a search is logged.
 */
export interface RowsService {
  /**
   * Calls the listener with the rows of the list, oldest record first: at once if this page has them, and again after
   * each save that changed one.
   *
   * @returns a function that ends the watch
   */
  watch<N extends ListName>(list: N, listener: RowsListener<ListRowOf[N]>): () => void;
}

/** Seen before? Rejects with `PreventError` as a commit does. */
export interface SeenBeforeService {
  /**
   * The people on record who may be this person. Logged as a look before they are given: no log, no view; no match, no
   * log.
   *
   * @param reason - a code of the list `reason`
   */
  look(sought: MatchPerson, reason: string): Promise<SeenAnswer>;
}

/** The settings of a force's administrators for every officer. */
export interface Policy {
  /** Derives passphrases with the algorithm that FIPS 140 names, from the next set-up or change of passphrase on. */
  readonly fips: boolean;
  /** The most minutes without key or pointer before the vault locks; the officer may choose fewer. */
  readonly lockMinutes?: number;
  /** Each opening of a record needs a reason code. */
  readonly requireReason?: true;
  /** `false`: nothing is copied to the clipboard. */
  readonly clipboard?: false;
  /** Classes of hosts that the force adds to the shipped list. */
  readonly hostClasses?: readonly HostClassRow[];
  /** Retention periods of cases, by the force's own schedule, in place of the shipped ones. */
  readonly retention?: readonly RetentionPeriod[];
  /** Time limits in working days, in place of the shipped ones. */
  readonly timeLimits?: readonly TimeLimit[];
}

/** The end of a case. Rejects with `PreventError` as a commit does. */
export interface EndingService {
  /**
   * The records that the disposal of the case would destroy, and any obstacles; logged as a look for its retention.
   * Undefined when the subject is not on record.
   */
  plan(subject: RecordId): Promise<DisposalPlan | undefined>;
}

export interface Services {
  readonly vault: VaultService;
  readonly recovery: RecoveryService;
  readonly backup: BackupService;
  readonly exchange: ExchangeService;
  readonly store: RecordStore;
  readonly saves: SaveService;
  readonly blobs: BlobService;
  readonly log: LogService;
  readonly ending: EndingService;
  readonly seenBefore: SeenBeforeService;
  readonly rows: RowsService;
  readonly diary: DiaryService;
  readonly work: UnfinishedWork;
  readonly capture: CaptureService;
  /** Loaded at the first call. */
  fill(): Promise<FillService>;
  readonly adapters: AdapterService;
  /** Loaded at the first call. */
  teach(): Promise<TeachService>;
  readonly shortcuts: ShortcutService;
  readonly lists: CodeLists;
  readonly host: Host;
  /** Saves a file at the place the officer chooses; the name has no personal data in it. */
  download(name: string, mediaType: string, content: Uint8Array | string): void;
  /** Civil day at the officer's place. */
  today(): PlainDate;
  /** The settings of the force's policy; none if it cannot be read. */
  policy(): Promise<Policy>;
  /** Trouble outside any single view, shown at the top of every page. */
  readonly notices: { subscribe(listener: (issue: Issue) => void): () => void };
}
