/** List filter for rows that need something, and the order by due day. */
import type { DiaryEntry } from '@cyber-prevent/core';
import type { ListFacet } from '../../components/list/list-query.js';
import { t } from '../../locales/late.js';

export function needsFacet<Row>(needs: (row: Row) => boolean): ListFacet<Row> {
  return {
    key: 'needs',
    label: t('needs'),
    choices: [
      { value: 'yes', label: t('needs.something') },
      { value: 'no', label: t('needs.nothing') },
    ],
    of: (row) => (needs(row) ? 'yes' : 'no'),
  };
}

/** Sort key: urgent first, then by day. Rows that need nothing come last. */
export function whenDue(due: DiaryEntry | undefined): string | undefined {
  if (!due) return undefined;
  return due.isUrgent || due.by === undefined ? '0' : due.by;
}
