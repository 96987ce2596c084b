/** The assessed level of each person, from the rows of assessments, so that no record is read for it. */
import type { ListRowOf, RecordId } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { t } from '../../../locales/late.js';
import { useRows } from './use-rows.js';

type Row = ListRowOf['assessments'];

/** The levels of the latest signed assessment in words, or that it gives none; undefined if there is no assessment. */
export type LevelOf = (subject: RecordId) => string | undefined;

export function useLevels(): LevelOf {
  const news = useRows('assessments');
  return useMemo(() => {
    const latest = new Map<RecordId, Row>();
    for (const row of news && 'rows' in news ? news.rows : []) {
      const { subjectId, standing, assessedOn } = row;
      if (standing !== 'signed') continue;
      const before = latest.get(subjectId);
      if (!before || assessedOn >= before.assessedOn) latest.set(subjectId, row);
    }
    return (subject) => {
      const levels = latest.get(subject)?.levels;
      return levels?.length === 0 ? t('subjects.level.not-given') : levels?.join(' – ');
    };
  }, [news]);
}
