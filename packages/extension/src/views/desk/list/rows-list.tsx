/** A list of stored records: its rows, its saved views, and its last query. Every list of records uses it. */
import type { ListName, ListRowOf } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { List, type ListProps } from '../../../components/list/list.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { lastQuery } from './last-query.js';
import { SavedViews } from './saved-views.js';
import { useRows } from './use-rows.js';
import { useSearchNotes } from './use-search-notes.js';
import { useWho } from './use-who.js';

export interface RowsListProps<N extends ListName>
  extends Omit<ListProps<ListRowOf[N]>, 'rows' | 'query' | 'children'> {
  list: N;
  /** Initial order: the key of a column. */
  sort: string;
  /** True if the initial order is descending. */
  isDescending?: boolean;
  /** Orders that cannot be shown yet: their rows would change places under the hand. */
  waitsFor?: readonly string[] | undefined;
  /** Keeps only these rows. Must be the same function on every render. */
  only?: ((row: ListRowOf[N]) => boolean) | undefined;
}

export function RowsList<N extends ListName>(props: RowsListProps<N>) {
  const { list, sort, isDescending = false, only, waitsFor = [], ...rest } = props;
  const { session } = useApp();
  const news = useRows(list);
  const notNoted = useSignal<string | undefined>(undefined);
  const note = useSearchNotes((why) => {
    notNoted.value = why;
  });
  const start = useMemo(() => ({ text: '', facets: {}, sort, isDescending }), [sort, isDescending]);
  const query = useMemo(() => lastQuery(session, list, start), [session, list, start]);
  const columns = useWho(list, rest.columns);
  const rows = useMemo(() => {
    const all: readonly ListRowOf[N][] = news && 'rows' in news ? news.rows : [];
    return only ? all.filter(only) : all;
  }, [news, only]);
  if (!news || waitsFor.includes(query.value.sort))
    return (
      <p class="govuk-body" role="status">
        {t('common.loading')}
      </p>
    );
  if ('error' in news)
    return (
      <p class="govuk-body" role="alert">
        {t('list.not-read', { why: asIssue(news.error).message })}
      </p>
    );
  // No log, no view: a search that cannot be logged is not shown either.
  if (notNoted.value !== undefined)
    return (
      <p class="govuk-body" role="alert">
        {t('subject.not-logged', { why: notNoted.value })}
      </p>
    );
  return (
    <List
      {...rest}
      columns={columns}
      rows={rows}
      query={query}
      onSettled={(search) => {
        note(search);
        rest.onSettled?.(search);
      }}
    >
      <SavedViews list={list} query={query} start={start} />
    </List>
  );
}
