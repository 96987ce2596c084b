/** Words of one of several people alike that stay the same when a referral of any of them is moved. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { twinsOf } from '../../../../components/list/twins.js';
import { useRows } from '../../../desk/list/use-rows.js';
import { toldBy } from '../../../desk/subject-words.js';
import { toldApart } from '../../../desk/told-apart.js';

const NONE: readonly SubjectRow[] = [];

/**
 * @returns the label with what tells them apart on every button, but with no reference that is moved and never with the
 * day of the first referral. Of anybody else the label alone
 */
export function useSteadyWords(): (
  id: RecordId,
  label: string,
  moved: readonly string[],
) => string {
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : NONE;
  const told = useMemo(() => toldBy(rows), [rows]);
  const twins = useMemo(() => twinsOf(rows), [rows]);
  return (id, label, moved) => {
    const by = told.get(id);
    const isMoved = by?.reference !== undefined && moved.includes(by.reference);
    const { firstReceivedOn: _, ...steady } = (isMoved ? twins.get(id) : by) ?? {};
    return toldApart(label, steady);
  };
}
