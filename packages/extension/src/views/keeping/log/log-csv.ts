/** A log as a table for a spreadsheet: one row per entry, in the words of the screen. */
import type { LoggedEntry } from '@cyber-prevent/core';
import { t } from '../../../locales/late.js';
import { csvText } from '../../act/export/csv-text.js';
import { type LogWords, toWhom, whatWas, whyWas } from './log-words.js';

/**
 * @param head - the log's source and permitted use; shown above the table, since a file is passed on alone
 * @param forAuditor - true if the words of searches are in it, sealed to the auditor whom the policy names
 */
export function logCsv(
  entries: readonly LoggedEntry[],
  head: readonly string[],
  words: LogWords & { readonly who: (by: LoggedEntry['by']) => string },
  forAuditor: boolean,
): string {
  const isSealed = forAuditor && entries.some(({ sealed }) => sealed !== undefined);
  const titles = [
    t('audit.column.at'),
    t('audit.column.by'),
    t('audit.column.action'),
    t('log.column.what'),
    t('audit.column.reason'),
    t('log.column.to'),
    ...(isSealed ? [t('log.column.sealed')] : []),
  ];
  const rows = entries.map((entry) => [
    // An instant in UTC: a spreadsheet can sort it.
    entry.at,
    words.who(entry.by),
    t(`audit.action.${entry.action}`),
    whatWas(entry, words),
    whyWas(entry, words),
    toWhom(entry, words),
    ...(isSealed ? [entry.sealed ?? ''] : []),
  ]);
  return csvText([...head.map((line) => [line]), [], titles, ...rows]);
}
