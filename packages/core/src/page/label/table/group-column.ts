/**
 * A first column of headings, each over several rows of label and value: *Referrer* beside *Name*, *Role* and
 * *Telephone*. Such a cell says whose the rows are, and the columns after it are read without it.
 */
import type { PageIndex } from '../../tree/page-index.js';
import { controlCount, endOf } from '../../tree/span.js';
import { labelLikeness, labelOf } from '../label-text.js';
import type { Cell, Row, Table, TableSection } from './table.js';

interface Ungrouped {
  readonly table: Table;
  readonly groups: readonly TableSection[];
  /** Its columns of labels: every second one, and a label may be the same in several groups. */
  readonly labels: ReadonlySet<number>;
}

/** The table without its column of headings; undefined if it has none. */
export function ungrouped(index: PageIndex, table: Table): Ungrouped | undefined {
  const { rows, width } = table;
  if (width < 3 || rows.some(({ inHead }) => inHead)) return undefined;
  const groups: TableSection[] = [];
  let isSpanned = false;
  let names = 0;
  let pairs = 0;
  /** First row that no group is over. */
  let free = 0;
  for (const [place, row] of rows.entries()) {
    if (row.cells.length === 0) continue;
    const [first] = row.cells;
    if (place >= free) {
      const title = first && isHeading(index, first) ? labelOf(index, first.at) : undefined;
      if (!first || title === undefined) return undefined;
      free = place + first.rows;
      if (first.rows > 1) isSpanned = true;
      const last = rows[Math.min(free, rows.length) - 1];
      groups.push({ at: first.at, from: endOf(index, first.at), to: lastOf(index, last), title });
    }
    const cells = withoutFirst(row);
    if (!isPair(index, cells)) return undefined;
    pairs += 1;
    if (cells[0] && (cells[0].header || labelLikeness(index, cells[0].at) >= 0.35)) names += 1;
  }
  // *Telephone* over two rows of number and kind is a label with two values.
  if (!isSpanned || names * 3 < pairs * 2) return undefined;
  const own = rows.map((row) => {
    const cells = withoutFirst(row).map((cell) => ({ ...cell, column: cell.column - 1 }));
    return { ...row, cells, filled: cells.filter(({ blank }) => !blank) };
  });
  const labels = new Set(Array.from({ length: width / 2 }, (_, nth) => nth * 2));
  return { table: { ...table, rows: own, width: width - 1 }, groups, labels };
}

function lastOf(index: PageIndex, row: Row | undefined): number {
  return row ? endOf(index, row.at) : 0;
}

function isHeading(index: PageIndex, cell: Cell): boolean {
  const isPlace = cell.column === 0 && cell.span === 1 && !cell.blank && !cell.container;
  return isPlace && controlCount(index, cell.at) === 0 && labelLikeness(index, cell.at) >= 0.7;
}

function withoutFirst({ cells }: Row): readonly Cell[] {
  return cells[0]?.column === 0 ? cells.slice(1) : cells;
}

/** True for a label with a cell for its value, or several such. */
function isPair(index: PageIndex, cells: readonly Cell[]): boolean {
  const [label, value] = cells;
  if (!label || !value || value.container || cells.length % 2 !== 0) return false;
  return !label.blank && !label.container && controlCount(index, label.at) === 0;
}
