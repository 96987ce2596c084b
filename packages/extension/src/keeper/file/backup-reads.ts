/** What a backup can be read for. */
export const READS = ['drill', 'restore', 'move'] as const;
export type BackupRead = (typeof READS)[number];

/** What a page may have done with an exchange file: looked at, or taken in. */
export const EXCHANGE_READS = ['look', 'take'] as const;
export type ExchangeRead = (typeof EXCHANGE_READS)[number];
