/** What a backup can be read for. */
export const READS = ['drill', 'restore', 'move'] as const;
export type BackupRead = (typeof READS)[number];
