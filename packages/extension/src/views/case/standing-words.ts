/** The standing of a definition in words: whose it is, how it is known, where it is from and when it was checked. */
import { type CodeList, type ListRecall, type PlainDate, writtenDate } from '@cyber-prevent/core';
import type { Standing } from '@cyber-prevent/core/pack';
import { t } from '../../locales/late.js';
import { sourceWords } from './definition-words.js';

export interface StandingRow {
  readonly key: string;
  readonly title: string;
  readonly standing: Standing;
  readonly source: string;
  readonly checkedOn: PlainDate;
  /** Absent for what ships. */
  readonly issuer?: string;
  readonly recalls?: readonly ListRecall[];
}

export function rowOfList(list: CodeList): StandingRow {
  const { id, title, status, source, checkedOn, givenBy, recalls } = list;
  return {
    key: `code-list/${id}`,
    title,
    standing: givenBy?.isOfficial ? 'official' : status,
    source,
    checkedOn,
    ...(givenBy ? { issuer: givenBy.issuer } : {}),
    ...(recalls ? { recalls } : {}),
  };
}

/** Whose it is and how it is known: what the rows of one group have in common. */
export function standingWords({ standing, issuer }: StandingRow): string {
  if (issuer === undefined)
    return standing === 'proposed' ? t('standing.ours') : t(`packs.standing.${standing}`);
  return t('standing.from', { issuer, words: t(`packs.standing.${standing}`) });
}

export function titledSourceWords(row: StandingRow): string {
  return t('standing.row', { title: row.title, source: sourceWords(row) });
}

export function recallWords(
  { title }: StandingRow,
  { version, issuer, recalledOn, reason }: ListRecall,
): string {
  return t('standing.recalled', {
    title,
    version,
    issuer: issuer ?? t('packs.from.shipped'),
    date: writtenDate(recalledOn),
    reason,
  });
}

/** The one line for all that a page uses: is it official? */
export function summaryWords(rows: readonly StandingRow[], hasOthers: boolean): string {
  const count = rows.filter(({ standing }) => standing === 'official').length;
  const isMixed = hasOthers || count < rows.length;
  const words =
    count === 0
      ? t(rows.some(({ issuer }) => issuer !== undefined) ? 'standing.packs' : 'standing.none')
      : t(isMixed ? 'standing.some' : 'standing.all');
  const recalls = rows.flatMap((row) => row.recalls ?? []).length;
  return recalls === 0 ? words : t('standing.with-recalls', { words, count: recalls });
}
