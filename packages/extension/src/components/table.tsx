import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly numeric?: boolean;
}

export interface TableProps<Row> {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Sentence shown instead of a table with no rows. */
  empty: string;
  /**
   * In a panel each row becomes a block with a line for each column, so that long names stay whole; `early`: also in half
   * a screen, for rows of sentences.
   */
  stacks?: boolean | 'early';
}

const STACKS = { true: ' cp-table--stacks', early: ' cp-table--stacks-early' } as const;

/** A table whose first column names the row. Wide tables scroll inside their own box, which takes the keyboard. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, keyOf, empty, stacks } = props;
  if (!rows.length) return <p class="govuk-body">{empty}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="cp-table__scroll" aria-label={caption} tabIndex={0}>
      <table class={`govuk-table${stacks ? STACKS[`${stacks}`] : ''}`}>
        <caption
          class={
            captionHidden ? 'govuk-visually-hidden' : 'govuk-table__caption govuk-table__caption--s'
          }
        >
          {caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {columns.map(({ key, heading, numeric }) => (
              <th
                key={key}
                scope="col"
                class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map((row) => (
            <tr key={keyOf(row)} class="govuk-table__row">
              {columns.map(({ key, heading, cell, numeric }, index) =>
                index === 0 ? (
                  <th key={key} scope="row" class="govuk-table__header">
                    {cell(row)}
                  </th>
                ) : (
                  <td
                    key={key}
                    data-heading={heading}
                    class={`govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}`}
                  >
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
