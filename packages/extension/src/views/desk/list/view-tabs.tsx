/** The first saved views above a list, each with the number of rows that it finds: the one in force is pressed. */
import { type FindTerms, type ListQuery, makeFinder, standingQuery } from '@cyber-prevent/core';
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { codesInList } from '../../../components/list/codes-in-list.js';
import { t } from '../../../locales/late.js';
import type { SavedView } from './held-views.js';

/** The others are under *Saved views*. */
const MOST_TABS = 6;

export interface ViewTabsProps<Row> extends FindTerms<Row> {
  views: readonly SavedView[];
  query: Signal<ListQuery>;
  /** Initial query of the list: all its rows. */
  start: ListQuery;
  rows: readonly Row[];
  /** True if a view cannot be counted now: it asks for what is not read yet, or by what is held elsewhere. */
  isUncounted: (query: ListQuery) => boolean;
}

export function ViewTabs<Row extends object>(props: ViewTabsProps<Row>) {
  const { views, query, start, rows, fields, text, isUncounted } = props;
  const tabs = useMemo(
    () => [{ name: t('list.views.all'), query: start }, ...views.slice(0, MOST_TABS)],
    [views, start],
  );
  const find = useMemo(() => makeFinder<Row>(), []);
  const counts = useSignal<readonly (number | undefined)[]>([]);
  // After the paint: the rows do not wait for the numbers.
  useEffect(() => {
    if (views.length === 0) return;
    const next = tabs.map((tab) => {
      if (isUncounted(tab.query)) return undefined;
      const codes = codesInList(fields, rows, tab.query.facets);
      const standing = standingQuery(tab.query, fields, codes);
      return find(rows, standing.query, { fields, text }).length;
    });
    if (next.join() !== counts.peek().join()) counts.value = next;
  }, [views, tabs, rows, fields, text, find, counts, isUncounted]);
  if (views.length === 0 || rows.length === 0) return null;
  return (
    <ul class="cp-filters__chips cp-no-print" aria-label={t('list.views.tabs')}>
      {tabs.map((tab, nth) => {
        const count = counts.value[nth];
        return (
          <li key={`${nth} ${tab.name}`}>
            <button
              type="button"
              class="cp-chip cp-chip--view"
              aria-pressed={isSame(tab.query, query.value)}
              onClick={() => {
                query.value = tab.query;
              }}
            >
              <span dir="auto">{tab.name}</span>
              {count !== undefined && (
                <>
                  {' '}
                  <span class="cp-section-nav__count">{count.toLocaleString('en-GB')}</span>
                </>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

function isSame(one: ListQuery, other: ListQuery): boolean {
  return JSON.stringify(inOneOrder(one)) === JSON.stringify(inOneOrder(other));
}

function inOneOrder({ text, facets, sort, isDescending }: ListQuery): unknown {
  const chosen = Object.entries(facets)
    .filter(([, codes]) => codes.length > 0)
    .map(([key, codes]) => [key, codes.toSorted()] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [text.trim(), chosen, sort, isDescending];
}
