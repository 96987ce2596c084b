/** Services for data that leaves a vault or enters it: sealed backups, and files between two officers. */
import type { EXCHANGE_PURPOSES, Issue, RecordId, RecordKind, Result } from '@cyber-prevent/core';
import type { AuditDisclosure, ColleagueCard, VaultKind, VaultSecret } from './vault-terms.js';

/** The definition packs of a backup beside those here. */
export interface PacksBrought {
  readonly taken: number;
  /** Packs that were here already. */
  readonly held: number;
  /** Packs, or all of them, that are left out, in words. */
  readonly refused: readonly Issue[];
}

/** A backup after all of it was read and proved. */
export interface BackupSeen {
  /** An instant. */
  readonly madeAt: string;
  readonly kind: VaultKind;
  /** Name of the officer whose vault was backed up. */
  readonly officer: string;
  /** True if it is a backup of the open vault. */
  readonly isThisVault: boolean;
  readonly batches: number;
  readonly records: number;
  /** Number of copies of pages and of pieces of attached files in it. */
  readonly copies: number;
  /** Number of them that cannot be proved, in the way an earlier release stored them: they are left out. */
  readonly left: number;
  /** Records in it that were disposed of on this computer since: they are left out. */
  readonly disposedSince: number;
  /** Records here that it would change: a backup of another vault may change some. */
  readonly changed: number;
  /** Officers whose key this vault knows only from the file: it is unconfirmed. */
  readonly unconfirmed: readonly { readonly officer: RecordId; readonly name?: string }[];
  /** The definition packs in it; absent if there are none. */
  readonly packs?: PacksBrought;
}

export interface RestoreCount {
  /** Entries that were new, and those that were there already. */
  readonly taken: number;
  readonly held: number;
  /** Records that were added or changed. */
  readonly records: number;
  /** Records with two conflicting versions now. */
  readonly conflicts: readonly RecordId[];
  /** Records that were left out, since they were disposed of. */
  readonly leftOut: number;
  /** Records to be withdrawn and holds to be lifted by the backup, which was not done: they stay in force here. */
  readonly unended: number;
  /** The definition packs that came with it; absent if there are none in the file. */
  readonly packs?: PacksBrought;
}

export interface BackupMade {
  /** First eight characters of the device's id, for the name of the file. */
  readonly device: string;
  readonly content: Uint8Array;
}

export interface LastBackup {
  /** An instant. */
  readonly at: string;
  /** Number of saves since. */
  readonly saves: number;
}

/** The progress and the stop signal of a long piece of work. */
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
  /** Opens it, proves every entry and counts; keeps and changes nothing. */
  drill(file: Blob, secret: VaultSecret, watched: Watched): Promise<BackupSeen>;
  /** Restores it into the open vault; `disposed` is the text of a disposal list. */
  restore(
    file: Blob,
    secret: VaultSecret,
    disposed: string,
    watched: Watched,
  ): Promise<RestoreCount>;
  /** Sets up the vault of the backup on this computer, and fills it. It opens with the backup's secrets. */
  moveHere(
    file: Blob,
    secret: VaultSecret,
    disposed: string,
    watched: Watched,
  ): Promise<RestoreCount>;
  /** The ids of disposed records, to keep them out when an older backup is restored. */
  disposalList(): Promise<{ readonly device: string; readonly content: string }>;
}

export type ExchangePurpose = (typeof EXCHANGE_PURPOSES)[number];

/** The records that leave for a colleague, and the reason. */
export interface ExchangeAsked extends Omit<AuditDisclosure, 'of'> {
  /** The colleague's card, as read from its file. */
  readonly card: unknown;
  readonly purpose: ExchangePurpose;
  readonly subject: RecordId;
  /** More subjects in the same file. */
  readonly others?: readonly RecordId[];
  /**
   * Less than the cases: the requests about them and the records that those answer; the blind ratings; or everything
   * but their assessments, for a colleague who is to rate without having read one.
   */
  readonly only?: 'requests' | 'ratings' | 'unassessed';
  readonly note: string;
  /** For an answer: the id of the file, or of the request in it. */
  readonly answers?: RecordId;
}

/** The contents of an exchange file, before any of it is taken in. */
export interface ExchangeSeen {
  readonly id: RecordId;
  readonly purpose: ExchangePurpose;
  /** The signer. Trusted once the fingerprint was read aloud. */
  readonly from: ColleagueCard;
  readonly fingerprint: string;
  /** An instant. */
  readonly madeAt: string;
  readonly batches: number;
  readonly subject: RecordId;
  /** True if the subject is already on record here. */
  readonly isHeld: boolean;
  /** Each subject in it with the sender's name for them; none if only answers come. */
  readonly cases: readonly { readonly subject: RecordId; readonly name: string }[];
  /** The records that would be added and changed, by case and by kind. */
  readonly changes: readonly {
    readonly subject: RecordId;
    readonly name?: string;
    readonly isHeld: boolean;
    /** The name here, if the file gives another. */
    readonly heldAs?: string;
    readonly kinds: readonly {
      readonly kind: RecordKind;
      readonly added: number;
      readonly changed: number;
    }[];
  }[];
  /** The records here that would be withdrawn, or lifted if they are holds, with the name of the case. */
  readonly endings: readonly {
    readonly kind: RecordKind;
    readonly record: RecordId;
    readonly name?: string;
  }[];
  /** The requests to a colleague and the answers, by id. */
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
   * @param left - subjects for whom only the request itself is taken in
   * @param ended - the endings that the officer read and accepts; the others are left out
   */
  takeIn(
    file: Blob,
    watched: Watched,
    left?: readonly RecordId[],
    ended?: readonly RecordId[],
  ): Promise<RestoreCount>;
}
