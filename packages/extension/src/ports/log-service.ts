/** The log of what was done with records, as a page reads it, and the one entry of each search. */
import type { LogFilter, LoggedEntry, RecordId, RecordKind } from '@cyber-prevent/core';

/** A person’s, or what this officer did. */
export type LogWhose = 'own' | { readonly subject: RecordId };

/** Why something leaves, and to whom. */
export interface Disclosure {
  /** A code of the list `reason`. */
  readonly reason: string;
  /** A code of `export-destination`, and who, as the officer put it. */
  readonly recipients: readonly string[];
}

export interface LogPart {
  /** Entries that the filter lets through. */
  readonly total: number;
  /** Of those, the ones asked for, the latest first. */
  readonly entries: readonly LoggedEntry[];
}

/** A log that was opened, and logged as opened. */
export interface OpenLog {
  /** What the records of the person are, by id; empty for an officer’s own log. */
  readonly kinds: ReadonlyMap<RecordId, RecordKind>;
  /** @param most - at most {@link MOST_LOG_ENTRIES} */
  read(filter: LogFilter, from: number, most: number): Promise<LogPart>;
  /**
   * Logs that what the filter lets through leaves, then gives it.
   *
   * @throws {PreventError} as a commit does; nothing was given then
   */
  disclose(filter: LogFilter, to: Disclosure): Promise<readonly LoggedEntry[]>;
}

export interface SearchNoted {
  /** As typed; empty for a list that was looked at unsearched. They are never kept: a keyed digest of them is. */
  readonly words: string;
  /** The records whose rows were on screen, at most {@link MOST_SHOWN}. */
  readonly shown: readonly RecordId[];
}

/** Rejects with `PreventError` as a commit does. */
export interface LogService {
  /**
   * Logs that the log is looked at, then opens it: no log, no view.
   *
   * @param reason - a code of the list `reason`
   */
  open(whose: LogWhose, reason: string): Promise<OpenLog>;
  /** Keeps one entry for a list that has settled. */
  noteSearch(search: SearchNoted): Promise<void>;
}

/** Entries that one reading may ask for. */
export const MOST_LOG_ENTRIES = 500;
/**
 * Rows that one entry of a search names. A screen shows some forty; a list that was scrolled through is noted again where
 * it comes to rest.
 */
export const MOST_SHOWN = 500;
