/** Words of one of two people alike that stay the same when a referral of either is moved. */
import type { RecordId, SubjectRow } from '@cyber-prevent/core';
import { useMemo } from 'preact/hooks';
import { twinsOf } from '../../../../components/list/twins.js';
import { useRows } from '../../../desk/list/use-rows.js';
import { toldApart } from '../../../desk/told-apart.js';

const NONE: readonly SubjectRow[] = [];

/**
 * @returns the label with the reference, unless it is among the moved ones, and the day of the record; never with the day
 * of the first referral. Of anybody else the label alone
 */
export function useSteadyWords(): (
  id: RecordId,
  label: string,
  moved: readonly string[],
) => string {
  const news = useRows('subjects');
  const rows = news && 'rows' in news ? news.rows : NONE;
  const twins = useMemo(() => twinsOf(rows), [rows]);
  return (id, label, moved) => {
    const { firstReceivedOn: _, ...steady } = twins.get(id) ?? {};
    if (!twins.has(id)) return label;
    const reference = rows.find((row) => row.id === id)?.reference;
    return toldApart(label, {
      ...steady,
      ...(reference !== undefined && !moved.includes(reference) && { reference }),
    });
  };
}
