/** A list of stored records: its rows, its saved views, and its last query. Every list of records uses it. */
import type { ListName, ListQuery, ListRowOf, RecordId } from '@cyber-prevent/core';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { useApp } from '../../../app/app.js';
import { useKeys } from '../../../app/keys/use-keys.js';
import { Button } from '../../../components/button.js';
import { List, type ListProps } from '../../../components/list/list.js';
import type { ListColumn } from '../../../components/list/list-column.js';
import { MatchedText, TypedWords } from '../../../components/matched-text.js';
import { t } from '../../../locales/late.js';
import { asIssue } from '../../act/as-issue.js';
import { type FoundPlaces, useFoundPlaces } from '../find/use-found-places.js';
import { whereTexts, whereWords } from '../find/where-words.js';
import { useUnlogged } from '../use-unlogged.js';
import { useHeldColumns } from './held-columns.js';
import { lastQuery } from './last-query.js';
import { NotAllKnown } from './not-all-known.js';
import { SavedViews } from './saved-views.js';
import type { ListKnownRead } from './use-list-known.js';
import { useRows } from './use-rows.js';
import { useSavedViews } from './use-saved-views.js';
import { searchedWords, useSearchNotes } from './use-search-notes.js';
import { useWho } from './use-who.js';
import { ViewTabs } from './view-tabs.js';

export interface RowsListProps<N extends ListName>
  extends Omit<ListProps<ListRowOf[N]>, 'rows' | 'query' | 'children' | 'choice'> {
  list: N;
  /** Initial order: the key of a column. */
  sort: string;
  /** True if the initial order is descending. */
  isDescending?: boolean;
  /** Columns whose facts are not read yet: a filter by them waits. */
  unread?: readonly string[] | undefined;
  /** Columns whose facts cannot be read: they and their filters are left out, and the list says why. */
  failed?: ListKnownRead['failed'];
  /** An order by them waits too, where rows would change places under the hand. */
  isOrderKept?: boolean;
  /** Looks for people by anything that is held about them as well; each row says where it was found. */
  byAnything?: boolean;
  /** Keeps only these rows. Must be the same function on every render. */
  only?: ((row: ListRowOf[N]) => boolean) | undefined;
}

const NONE: readonly string[] = [];

export function RowsList<N extends ListName>(props: RowsListProps<N>) {
  const {
    list,
    sort,
    isDescending = false,
    only,
    byAnything = false,
    unread = NONE,
    failed,
    isOrderKept = false,
    ...rest
  } = props;
  const { session } = useApp();
  const news = useRows(list);
  const start = useMemo(() => ({ text: '', facets: {}, sort, isDescending }), [sort, isDescending]);
  const query = useMemo(() => lastQuery(session, list, start), [session, list, start]);
  const rows = useMemo(() => {
    const all: readonly ListRowOf[N][] = news && 'rows' in news ? news.rows : [];
    return only ? all.filter(only) : all;
  }, [news, only]);
  useKeys(undefined, { filter: opensFilter });
  const choice = useHeldColumns(list);
  const saved = useSavedViews(list);
  const isUncounted = useMemo(
    () => (asked: ListQuery) =>
      (byAnything && asked.text.trim() !== '') ||
      unread.some((key) => Object.hasOwn(asked.facets, key)),
    [byAnything, unread],
  );
  const unlogged = useUnlogged(searchedWords(query.value));
  const { places, hasMore, isLooking, why } = useFoundPlaces(
    byAnything ? query.value.text : undefined,
    rows,
    unlogged,
  );
  const columns = useWhere(useWho(list, useLeft(rest.columns, failed)), places);
  const facets = useLeft(rest.facets, failed);
  const isFound = useMemo(
    () =>
      ({ id }: { readonly id: RecordId }) =>
        places.has(id),
    [places],
  );
  const note = useSearchNotes(unlogged, (id) => places.get(id) ?? [], undefined, {
    text: query.value.text,
    places,
  });
  if (!news || isWaiting(query.value, unread, isOrderKept))
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
  if (failed && isWaiting(query.value, failed.columns, false))
    return (
      <>
        <NotAllKnown {...failed} />
        <Button
          kind="secondary"
          onPress={() => {
            query.value = start;
          }}
        >
          {t('list.failed.clear')}
        </Button>
      </>
    );
  const { fields, text } = rest;
  return (
    <>
      {failed && <NotAllKnown {...failed} />}
      <ViewTabs {...{ views: saved.views, query, start, rows, fields, text, isUncounted }} />
      <TypedWords.Provider value={query.value.text}>
        <List
          {...rest}
          columns={columns}
          facets={facets}
          rows={rows}
          query={query}
          isFound={isFound}
          also={isLooking ? t('list.looking') : why && t('list.not-looked', { why })}
          instead={unlogged.why && t('find.not-logged', { why: unlogged.why })}
          choice={choice}
          onSettled={(search) => {
            note(search);
            rest.onSettled?.(search);
          }}
        >
          <SavedViews saved={saved} query={query} start={start} />
          {hasMore && <p class="govuk-hint govuk-!-font-size-16">{t('list.found.more')}</p>}
        </List>
      </TypedWords.Provider>
    </>
  );
}

/** Leaves out what depends on facts that cannot be read. */
function useLeft<Each extends { readonly key: string }, All extends readonly Each[] | undefined>(
  all: All,
  failed: ListKnownRead['failed'],
): All {
  const gone = failed?.columns.join(' ');
  return useMemo(() => {
    const keys = gone?.split(' ') ?? [];
    return keys.length > 0 ? (all?.filter(({ key }) => !keys.includes(key)) as All) : all;
  }, [all, gone]);
}

function opensFilter(): void {
  const button = document.querySelector<HTMLElement>('main .cp-chip--add');
  button?.focus();
  button?.click();
}

function isWaiting(
  { sort, facets }: ListQuery,
  unread: readonly string[],
  isOrderKept: boolean,
): boolean {
  return unread.some((key) => Object.hasOwn(facets, key) || (isOrderKept && sort === key));
}

/** Adds below the name of each row where it was found. */
function useWhere<Row extends { readonly id: RecordId }>(
  columns: readonly ListColumn<Row>[],
  places: FoundPlaces['places'],
): readonly ListColumn<Row>[] {
  return useMemo(() => {
    const [first, ...others] = columns;
    if (!first || places.size === 0) return columns;
    const under = (row: Row): ComponentChildren => {
      const found = places.get(row.id) ?? [];
      const where = whereWords(found);
      const known = first.under?.(row);
      if (where === undefined) return known;
      const marked = (
        <bdi>
          <MatchedText text={where} within={whereTexts(found)} />
        </bdi>
      );
      return known ? (
        <>
          {known}. {marked}
        </>
      ) : (
        marked
      );
    };
    return [{ ...first, under }, ...others];
  }, [columns, places]);
}
