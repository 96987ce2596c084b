/** What a view may ask for. Views get these and never import storage/ or vault/; `composition.ts` makes them. */
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
  /** There is a vault and none that can be opened whole. */
  | DamagedVault
  /** The browser would not give us storage, or a newer release has been at work; `message` says what to do. */
  | { readonly name: 'unavailable'; readonly message: string };

export interface DamagedVault extends VaultDamage {
  readonly name: 'damaged';
  /** The vault of the other kind, when that is damaged too. */
  readonly also?: VaultDamage;
}

/**
 * - `emptied`: the browser has thrown away what it stored.
 * - `altered`: what is there was changed by something other than us.
 * - `cut`: the newest entries are missing.
 * - `unmarked`: nothing says any more how many entries there were, so that some may be missing.
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

/** Why a vault cannot be opened whole. */
export interface VaultDamage {
  readonly kind: VaultKind;
  readonly what: DamageKind;
  /** In words. */
  readonly message: string;
  /** Entries that can still be read, and those that there were: known once it was unlocked. */
  readonly readable?: number;
  readonly entries?: number;
}

/** What is left of a damaged vault. */
export interface VaultRemains {
  /** Everything was put right after all, and the vault is open. */
  readonly isOpen: boolean;
  /** How many there were; 0 when nothing says it any more. */
  readonly entries: number;
  readonly readable: number;
  /** First and last number of each run of entries that no copy gives. */
  readonly missing: readonly (readonly [first: number, last: number])[];
  /** Records that the readable entries hold something of. */
  readonly records: number;
}

/** A damaged copy of an entry that was set aside when it was put right. */
export interface SetAsideEntry {
  readonly seq: number;
  /** When, an instant, where that was noted. */
  readonly at?: string;
  /** Whether what stands in its place can be read. */
  readonly isRight: boolean;
}

/** A damaged vault that still lies on this computer beside the one that was set up after it. */
export interface VaultAside {
  readonly kind: VaultKind;
  /** When it was set aside, an instant. */
  readonly at: string;
}

/** What can be done about damage. Nothing here deletes a vault. */
export interface RecoveryService {
  /** Looks again at what is on this computer, as after a start of the browser. */
  tryAgain(): Promise<void>;
  /** Puts right what one copy has and the other lost, opens the vault if that is all, and counts what is left if not. */
  recover(kind: VaultKind, secret: VaultSecret): Promise<Result<VaultRemains>>;
  /** Everything of a damaged vault as it lies on the disk, sealed as it is. */
  sealedCopy(kind: VaultKind): Promise<Uint8Array>;
  /** Leaves a damaged vault where it is and lets another be set up beside it. */
  startFresh(kind: VaultKind): Promise<Result<true>>;
  /** Of the open vault, oldest first. */
  setAsideEntries(): Promise<readonly SetAsideEntry[]>;
  forgetSetAside(): Promise<void>;
  /** Of every kind, oldest first. */
  vaultsAside(): Promise<readonly VaultAside[]>;
}

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

/** What a change of secret puts in the place of the old one. A recovery key is made, not chosen. */
export type NextVaultSecret = { readonly passphrase: string } | { readonly recoveryKey: 'new' };

export interface ChangedSecret {
  /** The new recovery key, shown once, when one was made. */
  readonly recoveryKey?: string;
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
   * Keeps the reference of the appropriate policy document with the officer, from now on; empty takes it away. Every page
   * is told the state anew. No secret is asked for: the vault is open.
   */
  enterPolicy(reference: string): Promise<Result<true>>;
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
  /** Signs a pack of adapters with the officer's key; no other text is signed. */
  signPack(text: string): Promise<string>;
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

/** What is too large for a record: copies of pages. Rejects with `PreventError` in plain words. */
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
   * @returns undefined when the blob is not held here
   */
  consult(record: RecordId, name: BlobName, reason: string): Promise<Uint8Array | undefined>;
}

/** What whoever watches a list is told: the rows as they stand now, or why they could not be had. */
export type RowsNews<Row> = { readonly rows: readonly Row[] } | { readonly error: unknown };
export type RowsListener<Row> = (news: RowsNews<Row>) => void;

/** Rows of lists: names, references, a few codes and dates. Looking at them is not a consultation; a search is logged. */
export interface RowsService {
  /**
   * Tells the rows of the list, oldest record first, at once where this page holds them, and again after each save that
   * changed one.
   *
   * @returns how to stop being told
   */
  watch<N extends ListName>(list: N, listener: RowsListener<ListRowOf[N]>): () => void;
}

/** Seen before? Rejects with `PreventError` as a commit does. */
export interface SeenBeforeService {
  /**
   * Who of those held may be this person. Logged as looked at before it is given: no log, no view; nobody, no log.
   *
   * @param reason - a code of the list `reason`
   */
  look(sought: MatchPerson, reason: string): Promise<SeenAnswer>;
}

/** What whoever looks after a force's computers set for every officer. */
export interface Policy {
  /** Passphrases are derived by what FIPS 140 names, from the next set-up or change of passphrase on. */
  readonly fips: boolean;
  /** The most minutes without key or pointer before the vault locks; the officer may choose fewer. */
  readonly lockMinutes?: number;
  /** A reason code is asked for each record that is opened. */
  readonly requireReason?: true;
  /** `false`: nothing is put on the clipboard. */
  readonly clipboard?: false;
  /** Classes of hosts that the force adds to the shipped list. */
  readonly hostClasses?: readonly HostClassRow[];
  /** How long cases are kept, by the force's own schedule, in place of the periods that ship. */
  readonly retention?: readonly RetentionPeriod[];
  /** How many working days each thing may take, in place of the limits that ship. */
  readonly timeLimits?: readonly TimeLimit[];
}

/** The end of a case. Rejects with `PreventError` as a commit does. */
export interface EndingService {
  /**
   * What the disposal of the case would destroy and what stands in the way; logged as a look for its retention. Undefined
   * when the subject is not held.
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
  /** Loaded when it is first asked for. */
  fill(): Promise<FillService>;
  readonly adapters: AdapterService;
  /** Loaded when it is first asked for. */
  teach(): Promise<TeachService>;
  readonly shortcuts: ShortcutService;
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
