/** Rows of lists in a page: requested whole once, and after a save only for the changes. */
import type { ListName, ListRowOf } from '@cyber-prevent/core';
import type { RowsService } from '../../ports/services.js';
import { type HeldRows, heldRows } from '../desk/held-rows.js';
import type { Line } from './line.js';

export function clientRows(
  line: Pick<Line, 'ask' | 'subscribe'>,
): RowsService & Pick<HeldRows, 'forget'> {
  const held = heldRows(async <N extends ListName>(list: N, since?: string) => {
    const answer = await line.ask('rows', [list, since]);
    // The keeper answers with rows of the requested list.
    return { ...answer, rows: answer.rows as readonly ListRowOf[N][] };
  });
  line.subscribe((news) => {
    if (news.name === 'batch') held.changed();
  });
  return held;
}
