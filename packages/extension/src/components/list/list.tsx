/**
 * A list that an officer filters, sorts and opens rows of, with ten rows or ten thousand. See the README next to it.
 */
import {
  inOrder,
  isSearch,
  type ListQuery,
  makeFinder,
  standingQuery,
  withSort,
} from '@cyber-prevent/core';
import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../locales/late.js';
import { Form } from '../form.js';
import { TextInput } from '../text-input.js';
import { codesInList } from './codes-in-list.js';
import { ColumnChoice, type ColumnChoiceProps } from './column-choice.js';
import { type ListTerms, shownColumns } from './list-column.js';
import { ListFilters } from './list-filters.js';
import { ListTable } from './list-table.js';
import { MANY_ROWS } from './row-window.js';
import { type RowSelection, rowSelection } from './selection.js';
import { BROWSER_TIMER, makeSettler, type SettledWhy, type Timer } from './settled.js';
import { useFindKey } from './use-find-key.js';

/** A settled search: its query and the ids it found. */
export interface SettledSearch {
  readonly query: ListQuery;
  readonly ids: readonly string[];
  readonly why: SettledWhy;
}

export interface ListProps<Row> extends ListTerms<Row> {
  /** Names the table for a screen reader. */
  caption: string;
  /** Label of the search box. */
  find: string;
  findHint?: string | undefined;
  rows: readonly Row[];
  query: Signal<ListQuery>;
  /** A number of rows in words: “214 subjects”. */
  counted: (count: number) => string;
  /** Shown instead of a list without any rows: says how rows are added. */
  empty: ComponentChildren;
  /** Words after the count, while the rows are not all that may be found: nothing is then said to match nobody. */
  also?: string | undefined;
  /** Words in place of the rows while something is looked for: no search can be logged, so none is shown. */
  instead?: string | undefined;
  onOpen?: ((row: Row) => void) | undefined;
  /** Called once per search: after 600 ms without another, or sooner if a row is opened or the list is left. */
  onSettled?: ((search: SettledSearch) => void) | undefined;
  timer?: Timer;
  /** Columns that were chosen, and how to choose others; absent: those of the start, always. */
  choice?: Omit<ColumnChoiceProps, 'columns'> | undefined;
  /** Order of rows that the order on screen leaves equal; must be the same object on every render. */
  then?: Pick<ListQuery, 'sort' | 'isDescending'> | undefined;
  /** Rows that stay first in every order; must be the same function on every render. */
  first?: ((row: Row) => boolean) | undefined;
  /** Absent: rows are not selected. */
  select?: Pick<RowSelection<Row>, 'selected' | 'can' | 'label'> | undefined;
  /** Content below the rows, made of those that are found. */
  foot?: ((found: readonly Row[]) => ComponentChildren) | undefined;
  /** Saved views, between the search and the rows. */
  children?: ComponentChildren;
}

export function List<Row extends { readonly id: string }>(props: ListProps<Row>) {
  const { rows, query, columns, fields, facets, text, isFound, onSettled, choice, select } = props;
  const { timer = BROWSER_TIMER, first, then } = props;
  const find = useMemo(() => makeFinder<Row>(), []);
  const root = useRef<HTMLDivElement>(null);
  const codes = useMemo(
    () => codesInList(fields, rows, query.value.facets),
    [fields, rows, query.value.facets],
  );
  const { query: standing, gone } = useMemo(
    () => standingQuery(query.value, fields, codes),
    [query.value, fields, codes],
  );
  const { sort, isDescending } = standing;
  const named = useMemo(() => (then ? inOrder(rows, then, fields) : rows), [rows, then, fields]);
  const ordered = useMemo(() => {
    const all = inOrder(named, { sort, isDescending }, fields);
    return first ? [...all.filter(first), ...all.filter((row) => !first(row))] : all;
  }, [named, sort, isDescending, fields, first]);
  const isLookedFor = isSearch(standing);
  const isShut = props.instead !== undefined && isLookedFor;
  const found = useMemo(
    () => (isShut ? [] : find(ordered, standing, { fields, text, isFound })),
    [ordered, standing, fields, text, isFound, find, isShut],
  );
  const chosenColumns = choice?.chosen;
  const shown = useMemo(() => shownColumns(columns, chosenColumns), [columns, chosenColumns]);
  const latest = useRef<readonly Row[]>(found);
  latest.current = found;
  const { selected, can, label } = select ?? {};
  const selection = useMemo(
    () =>
      selected && can && label
        ? rowSelection<Row>({ selected, can, label, shown: () => latest.current })
        : undefined,
    [selected, can, label],
  );
  useFindKey(root, found.length > MANY_ROWS);
  const settler = useSettler(timer, onSettled);
  useLayoutEffect(
    () => settler.search(isLookedFor && !isShut ? { query: standing, found } : undefined),
    [settler, standing, found, isLookedFor, isShut],
  );

  if (rows.length === 0) return <>{props.empty}</>;
  const set = (next: ListQuery): void => {
    query.value = next;
  };
  return (
    <div ref={root} class="cp-list">
      <div class="cp-list__head">
        <Form label={t('list.terms')}>
          <div class="cp-list__terms">
            <TextInput
              label={props.find}
              hint={props.findHint}
              width={20}
              value={query.value.text}
              onValue={(typed) => set({ ...query.value, text: typed })}
            />
          </div>
        </Form>
        {facets && facets.length > 0 && (
          <ListFilters
            facets={facets}
            fields={fields}
            rows={rows}
            query={query.value}
            gone={gone}
            onQuery={set}
          />
        )}
        {props.children}
        {choice && <ColumnChoice columns={columns} {...choice} />}
        <p role="status" class="govuk-body-s cp-list__count">
          {isLookedFor && !isShut
            ? t('list.found', {
                found: found.length.toLocaleString('en-GB'),
                all: props.counted(rows.length),
              })
            : props.counted(rows.length)}
          {props.also !== undefined && !isShut && `. ${props.also}`}
        </p>
      </div>
      {found.length > MANY_ROWS && (
        <p class="govuk-hint govuk-!-font-size-16 cp-no-print">{t('list.find-in-page')}</p>
      )}
      {isShut ? (
        <p class="govuk-body" role="alert">
          {props.instead}
        </p>
      ) : found.length === 0 ? (
        props.also === undefined && <p class="govuk-body">{t('list.nothing')}</p>
      ) : (
        <TableForm isForm={selection !== undefined}>
          <ListTable
            caption={props.caption}
            columns={shown}
            fields={fields}
            rows={found}
            query={standing}
            first={first}
            selection={selection}
            onSort={(key) => set(withSort({ ...query.value, sort, isDescending }, key))}
            onOpen={
              props.onOpen &&
              ((row) => {
                settler.opened();
                props.onOpen?.(row);
              })
            }
          />
        </TableForm>
      )}
      {props.foot?.(found)}
    </div>
  );
}

/** Boxes that select rows are in a form, as every control is. */
function TableForm({ isForm, children }: { isForm: boolean; children: ComponentChildren }) {
  return isForm ? <Form label={t('list.select')}>{children}</Form> : children;
}

/** One settler for as long as the list is shown. The last search settles when the list goes. */
function useSettler<Row extends { readonly id: string }>(
  timer: Timer,
  onSettled: ((search: SettledSearch) => void) | undefined,
) {
  const latest = useRef(onSettled);
  latest.current = onSettled;
  const settler = useMemo(
    () =>
      makeSettler<Searched<Row>>(timer, isSameSearch, ({ query, found }, why) =>
        latest.current?.({ query, ids: found.map(({ id }) => id), why }),
      ),
    [timer],
  );
  useLayoutEffect(() => () => settler.left(), [settler]);
  return settler;
}

interface Searched<Row> {
  readonly query: ListQuery;
  readonly found: readonly Row[];
}

/** True if only the order differs: that is not another search. */
function isSameSearch<Row>(a: Searched<Row>, b: Searched<Row>): boolean {
  return (
    a.query.text.trim() === b.query.text.trim() &&
    JSON.stringify(a.query.facets) === JSON.stringify(b.query.facets)
  );
}
