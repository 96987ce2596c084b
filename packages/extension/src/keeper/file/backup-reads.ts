/** The purposes for which a backup can be read. */
export const READS = ['drill', 'restore', 'move'] as const;
export type BackupRead = (typeof READS)[number];

/** The actions on an exchange file that a page may request: a look at it, or taking it in. */
export const EXCHANGE_READS = ['look', 'take'] as const;
export type ExchangeRead = (typeof EXCHANGE_READS)[number];
