/** The log of actions on records, as a page reads it, and the one entry of each search. */
import type { LogFilter, LoggedEntry, RecordId, RecordKind } from '@cyber-prevent/core';

/** The log about a person, or of this officer's own actions. */
export type LogWhose = 'own' | { readonly subject: RecordId };

/** The reason for a disclosure, and its recipient. */
export interface Disclosure {
  /** A code of the list `reason`. */
  readonly reason: string;
  /** A code of `export-destination`, and the recipient in the officer's words. */
  readonly recipients: readonly string[];
}

export interface LogPart {
  /** Number of entries that match the filter. */
  readonly total: number;
  /** The requested ones among them, the latest first. */
  readonly entries: readonly LoggedEntry[];
}

/** An open log, whose opening was logged. */
export interface OpenLog {
  /** The kinds of the person's records, by id; empty for an officer’s own log. */
  readonly kinds: ReadonlyMap<RecordId, RecordKind>;
  /** @param most - at most {@link MOST_LOG_ENTRIES} */
  read(filter: LogFilter, from: number, most: number): Promise<LogPart>;
  /**
   * Logs that the filtered entries leave, then gives them.
   *
   * @throws {PreventError} as a commit does; nothing was given then
   */
  disclose(filter: LogFilter, to: Disclosure): Promise<readonly LoggedEntry[]>;
}

export interface SearchNoted {
  /** The typed words; empty for a list looked at without a search. They are never stored: a keyed digest of them is. */
  readonly words: string;
  /** The records with rows on screen, at most {@link MOST_SHOWN}. */
  readonly shown: readonly RecordId[];
  /** Names of the fields that the rows showed words of, beyond name and reference. */
  readonly fields?: readonly string[];
}

/** Rejects with `PreventError` as a commit does. */
export interface LogService {
  /**
   * Logs a look at the log, then opens it: no log, no view.
   *
   * @param reason - a code of the list `reason`
   */
  open(whose: LogWhose, reason: string): Promise<OpenLog>;
  /** Keeps one entry for a list that has settled. */
  noteSearch(search: SearchNoted): Promise<void>;
}

/** Most entries that one reading may request. */
export const MOST_LOG_ENTRIES = 500;
/**
 * Most rows that one entry of a search names. A screen shows some forty; a scrolled list is noted again at the place
 * where it stops.
 */
export const MOST_SHOWN = 500;

/** Code of the issue when a search is refused because one could not be logged: any other trouble shows names still. */
export const SEARCH_NOT_LOGGED = 'search-not-logged';
