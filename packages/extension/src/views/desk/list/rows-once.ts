/** The rows of a list as they are now, for an act that must not be made before they are there. */
import type { ListName, ListRowOf } from '@cyber-prevent/core';
import type { RowsService } from '../../../ports/services.js';

/** @throws the error of the list, if it cannot be read */
export function rowsOnce<N extends ListName>(
  rows: RowsService,
  list: N,
): Promise<readonly ListRowOf[N][]> {
  return new Promise((resolve, reject) => {
    let isTold = false;
    let end: (() => void) | undefined;
    end = rows.watch(list, (news) => {
      isTold = true;
      if ('rows' in news) resolve(news.rows);
      else reject(news.error);
      end?.();
    });
    // Told before the watch returned its end.
    if (isTold) end();
  });
}
