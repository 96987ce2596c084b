import { useId, useMemo } from 'preact/hooks';
import { t } from '../../locales/late.js';
import { PRIVATE_CONTROL } from '../private-control.js';
import type { ListColumn } from './list-column.js';
import { BLOCK_ROWS } from './row-window.js';
import type { RowSelection } from './selection.js';

export interface RowBlockProps<Row> {
  block: number;
  rows: readonly Row[];
  columns: readonly ListColumn<Row>[];
  /** Id of the row that is the tab stop. */
  stop: string | undefined;
  /** Rows that are marked. */
  first: ((row: Row) => boolean) | undefined;
  onOpen: ((row: Row) => void) | undefined;
  selection: RowSelection<Row> | undefined;
  /** Ids of the selected rows. */
  selected: ReadonlySet<string>;
}

/** A few rows of a list. Rendered again only when one of its inputs changes, so that scrolling leaves it alone. */
export function RowBlock<Row extends { readonly id: string }>(props: RowBlockProps<Row>) {
  const { block, rows, columns, first, onOpen, selection, selected } = props;
  const from = block * BLOCK_ROWS;
  const id = useId();
  const stop = rows.slice(from, from + BLOCK_ROWS).find(({ id }) => id === props.stop)?.id;
  return useMemo(
    () => (
      <tbody class="govuk-table__body" data-block={block}>
        {rows.slice(from, from + BLOCK_ROWS).map((row, nth) => (
          <tr
            key={row.id}
            class={`govuk-table__row${first?.(row) ? ' cp-list__first' : ''}`}
            data-row={row.id}
            // The heading is row 1.
            aria-rowindex={from + nth + 2}
            aria-selected={selection ? selected.has(row.id) : undefined}
          >
            {selection && (
              <td class="govuk-table__cell cp-list__tick" data-column="select">
                {selection.can(row) && (
                  <input
                    type="checkbox"
                    class="cp-tick"
                    // Pressed by its key from the row: a list is one stop.
                    tabIndex={-1}
                    aria-label={t('list.select.row', { name: selection.label(row) })}
                    checked={selected.has(row.id)}
                    {...PRIVATE_CONTROL}
                    onClick={(event) => selection.press(row.id, event.shiftKey)}
                  />
                )}
              </td>
            )}
            {columns.map(({ key, heading, cell, numeric, under }, index) => {
              const below = under?.(row);
              return index === 0 ? (
                <th key={key} scope="row" class="govuk-table__header" data-column={key}>
                  {onOpen ? (
                    <button
                      type="button"
                      class="cp-link-button govuk-link cp-list__open"
                      tabIndex={row.id === stop ? 0 : -1}
                      aria-describedby={below ? `${id}-${row.id}` : undefined}
                      onClick={() => onOpen(row)}
                    >
                      {cell(row)}
                    </button>
                  ) : (
                    cell(row)
                  )}
                  {below && (
                    <span id={`${id}-${row.id}`} class="cp-list__under">
                      {below}
                    </span>
                  )}
                </th>
              ) : (
                <td
                  key={key}
                  data-column={key}
                  data-heading={heading}
                  class={`govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}`}
                >
                  {cell(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    ),
    [block, rows, columns, stop, first, onOpen, id, selection, selected],
  );
}
