/** A file on its way from a page to the keeper: what it can be read for, and what comes back. */
import type { BackupSeen, ExchangeSeen, RestoreCount } from './backup-services.js';

/** The purposes for which a backup can be read. */
export const READS = ['drill', 'restore', 'move'] as const;
export type BackupRead = (typeof READS)[number];

/** The actions on an exchange file that a page may request: a look at it, or taking it in. */
export const EXCHANGE_READS = ['look', 'take'] as const;
export type ExchangeRead = (typeof EXCHANGE_READS)[number];

/** The answer to a piece of a file: how far it was read, or the outcome. */
export type Taken<T> =
  | { readonly name: 'more'; readonly done: number }
  | { readonly name: 'ended'; readonly outcome: T };

export type BackupOutcome =
  | { readonly name: 'exchange'; readonly seen: ExchangeSeen }
  | { readonly name: 'seen'; readonly seen: BackupSeen }
  | { readonly name: 'restored'; readonly count: RestoreCount };
