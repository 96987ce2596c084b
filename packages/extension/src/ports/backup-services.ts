/** Services of what leaves a vault and comes into it: sealed backups, and files between two officers. */
import type { EXCHANGE_PURPOSES, RecordId, RecordKind, Result } from '@cyber-prevent/core';
import type { AuditDisclosure, ColleagueCard, VaultKind, VaultSecret } from './vault-terms.js';

/** A backup as it turned out to be, all of it read and proved. */
export interface BackupSeen {
  /** An instant. */
  readonly madeAt: string;
  readonly kind: VaultKind;
  /** Name of the officer whose vault it is of. */
  readonly officer: string;
  /** Whether it is of the vault that is open. */
  readonly isThisVault: boolean;
  readonly batches: number;
  readonly records: number;
  /** Copies of pages in it. */
  readonly copies: number;
  /** Records in it that were disposed of on this computer since: they stay out. */
  readonly disposedSince: number;
  /** Records held here that it would change: one of another vault may. */
  readonly changed: number;
  /** Officers whose key this vault has from nowhere but the file: nobody has confirmed it. */
  readonly unconfirmed: readonly { readonly officer: RecordId; readonly name?: string }[];
}

export interface RestoreCount {
  /** Entries that were new, and those that were there already. */
  readonly taken: number;
  readonly held: number;
  /** Records that were added or changed. */
  readonly records: number;
  /** Records that now say two things. */
  readonly conflicts: readonly RecordId[];
  /** Records that stayed out, since they were disposed of. */
  readonly leftOut: number;
  /** Records that stand here and were to be withdrawn, and holds that were to be lifted: that was left out. */
  readonly unended: number;
}

export interface BackupMade {
  /** First eight characters of the id of the device that it is of, for the name of the file. */
  readonly device: string;
  readonly content: Uint8Array;
}

export interface LastBackup {
  /** An instant. */
  readonly at: string;
  /** Saves since. */
  readonly saves: number;
}

/** What a long piece of work tells while it runs, and how it is stopped. */
export interface Watched {
  /** @param total - absent while it is not known */
  readonly onProgress: (done: number, total?: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sealed backups. Every promise rejects with `PreventError` in plain words, and with the signal's reason when it was
 * stopped.
 */
export interface BackupService {
  /** Undefined when none was ever made. */
  last(): Promise<LastBackup | undefined>;
  /** Logs that a backup leaves, then makes it. */
  make(watched: Watched): Promise<BackupMade>;
  /** Opens it, proves every entry and counts; nothing is kept or changed. */
  drill(file: Blob, secret: VaultSecret, watched: Watched): Promise<BackupSeen>;
  /** Takes it into the open vault; `disposed` is the text of a disposal list. */
  restore(
    file: Blob,
    secret: VaultSecret,
    disposed: string,
    watched: Watched,
  ): Promise<RestoreCount>;
  /** Sets up the vault that the backup is of on this computer, and fills it. It opens with the backup's secrets. */
  moveHere(
    file: Blob,
    secret: VaultSecret,
    disposed: string,
    watched: Watched,
  ): Promise<RestoreCount>;
  /** What was disposed of, ids only: keeps it out when an older backup is restored. */
  disposalList(): Promise<{ readonly device: string; readonly content: string }>;
}

export type ExchangePurpose = (typeof EXCHANGE_PURPOSES)[number];

/** What leaves for a colleague, and why. */
export interface ExchangeAsked extends Omit<AuditDisclosure, 'of'> {
  /** The colleague's card, as it was read from its file. */
  readonly card: unknown;
  readonly purpose: ExchangePurpose;
  readonly subject: RecordId;
  /** More subjects in the same file. */
  readonly others?: readonly RecordId[];
  /**
   * Less than the cases: the requests about them and what those answer; the blind ratings; or all but their assessments,
   * for a colleague who is to rate without having read one.
   */
  readonly only?: 'requests' | 'ratings' | 'unassessed';
  readonly note: string;
  /** Of an answer: the id of the file, or of the request in it. */
  readonly answers?: RecordId;
}

/** An exchange file as it turned out to be, before anything of it is taken in. */
export interface ExchangeSeen {
  readonly id: RecordId;
  readonly purpose: ExchangePurpose;
  /** Who signed it. Believed once the fingerprint was read aloud. */
  readonly from: ColleagueCard;
  readonly fingerprint: string;
  /** An instant. */
  readonly madeAt: string;
  readonly batches: number;
  readonly subject: RecordId;
  /** Whether the subject is held here already. */
  readonly isHeld: boolean;
  /** Each subject in it with its name as the sender has it; none where only answers come. */
  readonly cases: readonly { readonly subject: RecordId; readonly name: string }[];
  /** What would be added and changed, of each case that it touches and by kind. */
  readonly changes: readonly {
    readonly subject: RecordId;
    readonly name?: string;
    readonly isHeld: boolean;
    /** The name here, where the file gives another. */
    readonly heldAs?: string;
    readonly kinds: readonly {
      readonly kind: RecordKind;
      readonly added: number;
      readonly changed: number;
    }[];
  }[];
  /** What stands here and would be withdrawn, or lifted where it is a hold, with the name of the case. */
  readonly endings: readonly {
    readonly kind: RecordKind;
    readonly record: RecordId;
    readonly name?: string;
  }[];
  /** What was asked of a colleague, or answered, by its id. */
  readonly requests: readonly RecordId[];
  readonly note?: string;
  readonly answers?: RecordId;
}

/** Sealed files between two officers. Rejects as {@link BackupService} does. */
export interface ExchangeService {
  /** A card from a file, with the digits to read aloud. */
  readCard(
    text: string,
  ): Promise<Result<{ readonly card: ColleagueCard; readonly fingerprint: string }>>;
  make(asked: ExchangeAsked, watched: Watched): Promise<BackupMade>;
  look(file: Blob, watched: Watched): Promise<ExchangeSeen>;
  /**
   * @param left - subjects of whom nothing but the request itself is taken in
   * @param ended - of the endings those that the officer read and lets in; the others are left out
   */
  takeIn(
    file: Blob,
    watched: Watched,
    left?: readonly RecordId[],
    ended?: readonly RecordId[],
  ): Promise<RestoreCount>;
}
