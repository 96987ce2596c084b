/** Rows of a list as a table. A screen reader hears the full count, though only rows near the screen are rendered. */
import type { ListFields, ListQuery } from '@cyber-prevent/core';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../locales/late.js';
import type { ListColumn } from './list-column.js';
import { RowBlock } from './row-block.js';
import { BLOCK_ROWS } from './row-window.js';
import type { RowSelection } from './selection.js';
import { SortArrow } from './sort-arrow.js';
import { TickAll } from './tick-all.js';
import { useRowWindow } from './use-row-window.js';

export interface ListTableProps<Row> {
  caption: string;
  columns: readonly ListColumn<Row>[];
  /** Says which columns sort. */
  fields: ListFields<Row>;
  rows: readonly Row[];
  query: Pick<ListQuery, 'sort' | 'isDescending'>;
  /** Rows that are marked, since they stay first in every order. */
  first?: ((row: Row) => boolean) | undefined;
  onSort: (key: string) => void;
  /** Absent: rows do not open. */
  onOpen?: ((row: Row) => void) | undefined;
  /** Absent: rows are not selected. */
  selection?: RowSelection<Row> | undefined;
}

const NONE: ReadonlySet<string> = new Set();

/** Number of rows that a key moves. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

export function ListTable<Row extends { readonly id: string }>(props: ListTableProps<Row>) {
  const { caption, columns, fields, rows, query, first, onSort, onOpen, selection } = props;
  const selected = selection?.selected.value ?? NONE;
  const table = useRef<HTMLTableElement>(null);
  const { pieces, keep } = useRowWindow(table, rows);
  /** The row that the keyboard is on: the list's only tab stop. */
  const current = useSignal<string | undefined>(undefined);
  const wanted = useRef<string | undefined>(undefined);
  const latest = useRef(onOpen);
  latest.current = onOpen;
  const open = useMemo(() => (row: Row) => latest.current?.(row), []);
  const opens = onOpen !== undefined;

  const focusWanted = (): void => {
    const id = wanted.current;
    if (id === undefined) return;
    const button = [...(table.current?.querySelectorAll<HTMLElement>('tr[data-row]') ?? [])]
      .find(({ dataset }) => dataset.row === id)
      ?.querySelector('button');
    if (!button) return;
    wanted.current = undefined;
    button.focus({ preventScroll: true });
    button.scrollIntoView({ block: 'nearest' });
  };
  useLayoutEffect(focusWanted);

  const move = (event: KeyboardEvent): void => {
    // The row that was moved to is not there yet: Enter would open the one before.
    if (event.key === 'Enter' && wanted.current !== undefined) event.preventDefault();
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const here = rowOf(event.target);
    const from = rows.findIndex(({ id }) => id === here);
    if (from < 0) return;
    event.preventDefault();
    const to = Math.min(rows.length - 1, Math.max(0, from + step));
    wanted.current = rows[to]?.id;
    current.value = wanted.current;
    keep(to);
    // At once if it is in the page: an Enter that follows opens this row, and never the one before.
    focusWanted();
  };
  const focused = (target: EventTarget | null): void => {
    const id = rowOf(target);
    if (id === undefined) return;
    wanted.current = undefined;
    current.value = id;
    keep(rows.findIndex((row) => row.id === id));
  };

  const shown = pieces.flatMap((piece) => (piece.kind === 'block' ? [piece.block] : []));
  const isThere = shown.some((block) =>
    rows.slice(block * BLOCK_ROWS, (block + 1) * BLOCK_ROWS).some(({ id }) => id === current.value),
  );
  const stop = isThere ? current.value : rows[(shown[0] ?? 0) * BLOCK_ROWS]?.id;
  return (
    <table
      ref={table}
      class="govuk-table cp-list__table"
      aria-rowcount={rows.length + 1}
      onKeyDown={move}
      onFocusIn={(event) => focused(event.target)}
    >
      <caption class="govuk-visually-hidden">
        {caption}
        {opens && ` ${t('list.keys')}`}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row" aria-rowindex={1}>
          {selection && <TickAll rows={rows} selection={selection} />}
          {columns.map(({ key, heading, numeric }) => (
            <th
              key={key}
              scope="col"
              data-column={key}
              class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}
              aria-sort={
                query.sort !== key ? undefined : query.isDescending ? 'descending' : 'ascending'
              }
            >
              {/* On the later sheets browsers repeat the words of a heading, and no button. */}
              {fields[key]?.value && (
                <span class="cp-list__heading" aria-hidden="true">
                  {heading}
                </span>
              )}
              {fields[key]?.value ? (
                <button type="button" class="cp-list__sort" onClick={() => onSort(key)}>
                  {heading}
                  <SortArrow
                    way={query.sort !== key ? 'both' : query.isDescending ? 'down' : 'up'}
                  />
                </button>
              ) : (
                heading
              )}
            </th>
          ))}
        </tr>
      </thead>
      {pieces.map((piece) =>
        piece.kind === 'room' ? (
          <tbody key={`room-${piece.from}`} aria-hidden="true" class="cp-list__room">
            <tr>
              <td
                colSpan={columns.length + (selection ? 1 : 0)}
                style={{ height: `${piece.height}px` }}
              />
            </tr>
          </tbody>
        ) : (
          <RowBlock
            key={piece.block}
            block={piece.block}
            rows={rows}
            columns={columns}
            stop={stop}
            first={first}
            onOpen={opens ? open : undefined}
            selection={selection}
            selected={selected}
          />
        ),
      )}
    </table>
  );
}

function rowOf(target: EventTarget | null): string | undefined {
  return target instanceof Element
    ? target.closest<HTMLElement>('tr[data-row]')?.dataset.row
    : undefined;
}
