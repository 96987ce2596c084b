/**
 * Columns at the edges of a form's table that belong to the form: codes or numbers before the labels, and links such as
 * *Change* after the values.
 */
import type { PageIndex } from '../../tree/page-index.js';
import { controlCount, isAllLinks } from '../../tree/span.js';
import { displayText } from '../../tree/text.js';
import type { Cell, Row, Table } from './table.js';

/** A code or a number: one word with a digit, as `PAT-10`, `3.2` or `0010,0030`. */
const CODE = /^\(?\p{L}{0,6}[-./]?\d{1,6}(?:[-.,]\d{1,6}){0,3}[a-z]?[).:]?$/u;
const DATE = /^(?:\d{1,2}[-.]\d{1,2}[-.]\d{2,4}|\d{4}-\d\d-\d\d)$/;
const LONGEST_CODE = 16;
const FEWEST = 2;

/** The table without such columns, if it is one of labels and values and names none of its columns. */
export function withoutMargins(index: PageIndex, table: Table): Table {
  const { rows, width } = table;
  const isPlain = rows.every(
    ({ inHead, cells }) =>
      !inHead && cells.every(({ header, rows: down }) => !header && down === 1),
  );
  if (width < 3 || width > 6 || !isPlain) return table;
  const from = isColumn(table, 0, (cell) => isCode(index, cell)) ? 1 : 0;
  const to = isColumn(table, width - 1, (cell) => isAction(index, cell)) ? width - 1 : width;
  if (to - from === width || (to - from) % 2 !== 0) return table;
  return { ...table, rows: rows.map((row) => between(row, from, to)), width: to - from };
}

/** True if the column has cells of its own in two rows or more, and all that is in them is of one kind. */
function isColumn({ rows }: Table, column: number, isKind: (cell: Cell) => boolean): boolean {
  let count = 0;
  for (const { filled } of rows) {
    const cell = filled.find((each) => each.column === column && each.span === 1);
    if (!cell) continue;
    if (cell.container || !isKind(cell)) return false;
    count += 1;
  }
  return count >= FEWEST;
}

function isCode(index: PageIndex, cell: Cell): boolean {
  if (controlCount(index, cell.at) > 0) return false;
  const text = displayText(index, cell.at);
  return text.length <= LONGEST_CODE && CODE.test(text) && !DATE.test(text);
}

function isAction(index: PageIndex, cell: Cell): boolean {
  return controlCount(index, cell.at) === 0 && isAllLinks(index, cell.at);
}

/** Rows of one cell, such as headings, stay whole. */
function between(row: Row, from: number, to: number): Row {
  if (row.cells.length < 2) return row;
  const cells = row.cells
    .filter(({ column }) => column >= from && column < to)
    .map((cell) => ({ ...cell, column: cell.column - from }));
  return { ...row, cells, filled: cells.filter(({ blank }) => !blank) };
}
