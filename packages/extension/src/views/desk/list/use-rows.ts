/** The rows of a list while a view shows them, updated after each save. */
import type { ListName, ListRowOf } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import type { RowsNews } from '../../../ports/services.js';

/**
 * @param list - undefined for none
 * @returns undefined until they are there
 */
export function useRows<N extends ListName>(
  list: N | undefined,
): RowsNews<ListRowOf[N]> | undefined {
  const { services } = useApp();
  const news = useSignal<RowsNews<ListRowOf[N]> | undefined>(undefined);
  // Runs in the same turn that shows the list, not after its first paint: a frame sooner.
  useLayoutEffect(
    () =>
      list &&
      services.rows.watch(list, (told) => {
        news.value = told;
      }),
    [services, list, news],
  );
  return news.value;
}
