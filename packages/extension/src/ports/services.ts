/**
 * The services that a view may use. Views get these and never import storage/ or vault/; `composition.ts` makes them.
 */
import type {
  BlobName,
  Checkpoint,
  CodeLists,
  ForceNotice,
  Host,
  HostClassRow,
  Issue,
  ListName,
  ListRowOf,
  PlainDate,
  RecordId,
  RecordStore,
  Result,
  RetentionPeriod,
  SeenAnswer,
  SoughtPerson,
  TimeLimit,
} from '@cyber-prevent/core';
import type { FileService } from '../sandbox/file/file-service.js';
import type { AdapterService } from './adapters.js';
import type { BackupService, ExchangeService } from './backup-services.js';
import type { CaptureService } from './capture-service.js';
import type { FillService } from './fill-service.js';
import type { LogService } from './log-service.js';
import type { GivenByPacks, PackPolicy } from './packs.js';
import type { SaveService } from './save-service.js';
import type { ShortcutService } from './shortcuts.js';
import type { TeachService } from './teach-service.js';
import type {
  ChangedSecret,
  NewVault,
  NextVaultSecret,
  SetAsideEntry,
  VaultAside,
  VaultRemains,
  VaultSetup,
  VaultState,
} from './vault-state.js';
import type { AuditDisclosure, ColleagueCard, VaultKind, VaultSecret } from './vault-terms.js';
import type { AskKeeper } from './verbs/verbs.js';

export type { ListedAdapter } from './adapters.js';
export type * from './backup-services.js';
export type * from './vault-state.js';
export type { AuditDisclosure, ColleagueCard, VaultKind, VaultSecret } from './vault-terms.js';

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

/** Data too large for a record: copies of pages, attached files. Rejects with `PreventError` in plain words. */
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
  /**
   * Logs that the officer looks at an attached file, then gives its bytes: no log, no view.
   *
   * @param reason - a code of the list `reason`
   * @returns undefined when the file is not here
   */
  openFile(record: RecordId, reason: string): Promise<Uint8Array | undefined>;
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
   * The people on record who may be this person. Logged as a look before they are given, once for each work: no log, no
   * view; no match, no log.
   *
   * @param reason - a code of the list `reason`
   */
  look(sought: SoughtPerson, reason: string): Promise<SeenAnswer>;
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
  /** The force's letterhead, telephone number and own words for the notice of cease and desist. */
  readonly notice?: ForceNotice;
  /**
   * Public key of the auditor to whom the words of searches are sealed, as the policy writes it; empty if it is not even
   * text. Where it cannot be used, nothing is searched for.
   */
  readonly auditorKey?: string;
  /** The texts of instrument files that the force gives to its officers. */
  readonly instruments?: readonly string[];
  /** Whose definition packs are taken in, packs for every officer, and recalls. */
  readonly packs?: PackPolicy;
  /** Definitions of packs that are in force; no setting. */
  readonly given?: GivenByPacks;
  /** Answers of the first run that the force gives for every officer: they are not asked. */
  readonly setup?: {
    /** A code of the list `force`. */
    readonly force?: string;
    /** A code of the list `purpose-regime`. */
    readonly regime?: string;
    readonly policyReference?: string;
  };
}

/** An entry of the force's policy that cannot be used; everything else in the policy is in use. */
export interface PolicyFault {
  /** The setting, as the policy names it; absent if the message names it. */
  readonly setting?: string;
  /** Its row, from 1, in a setting that is a list. */
  readonly row?: number;
  readonly message: string;
}

export interface PageLists extends CodeLists {
  /** Ids of the lists that the screen has looked up: their standing is said at its foot. */
  readonly asked: Set<string>;
}

export interface Services {
  /** Asks the keeper by any verb of `VIEW_VERBS`. Rejects with `PreventError` as a commit does. */
  readonly ask: AskKeeper;
  readonly vault: VaultService;
  readonly recovery: RecoveryService;
  readonly backup: BackupService;
  readonly exchange: ExchangeService;
  readonly store: RecordStore;
  readonly saves: SaveService;
  readonly blobs: BlobService;
  readonly log: LogService;
  readonly seenBefore: SeenBeforeService;
  readonly rows: RowsService;
  readonly work: UnfinishedWork;
  readonly capture: CaptureService;
  /** Loaded at the first call. */
  fill(): Promise<FillService>;
  /** Loaded at the first call. */
  files(): Promise<FileService>;
  readonly adapters: AdapterService;
  /** Loaded at the first call. */
  teach(): Promise<TeachService>;
  readonly shortcuts: ShortcutService;
  readonly lists: PageLists;
  readonly host: Host;
  /** Saves a file at the place the officer chooses; the name has no personal data in it. */
  download(name: string, mediaType: string, content: Uint8Array | string): void;
  /** Civil day at the officer's place. */
  today(): PlainDate;
  /** The settings of the force's policy; none if it cannot be read. */
  policy(): Promise<Policy>;
  /** The parts of the policy that cannot be used, read again at each call. */
  policyFaults(): Promise<readonly PolicyFault[]>;
  /** Trouble outside any single view, shown at the top of every page. */
  readonly notices: { subscribe(listener: (issue: Issue) => void): () => void };
}
