/** Tables as rows of cells with their columns, spans counted; ARIA tables included. */
import { attribute } from '../../tree/attribute.js';
import type { PageIndex } from '../../tree/page-index.js';
import { childrenOf, elementAt, endOf, holdsTable, isBlank } from '../../tree/span.js';

/** A row that names the rows below it, up to the next such row. */
export interface TableSection {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

export interface Cell {
  readonly at: number;
  readonly column: number;
  readonly span: number;
  readonly rows: number;
  /** Set if marked up as a header. */
  readonly header: boolean;
  readonly blank: boolean;
  /** Set if it holds a table itself, so it is part of the layout and not a value. */
  readonly container: boolean;
}

export interface Row {
  readonly at: number;
  readonly cells: readonly Cell[];
  /** The cells that hold something. */
  readonly filled: readonly Cell[];
  readonly inHead: boolean;
}

export interface Table {
  readonly at: number;
  readonly rows: readonly Row[];
  readonly width: number;
  /** Set if its rows and columns are by place: the order of the markup says nothing of them. */
  readonly isPlaced?: true;
}

const WIDEST = 200;
const SECTIONS = new Set(['thead', 'tbody', 'tfoot']);
export const CELL_ROLES: ReadonlySet<string> = new Set([
  'cell',
  'gridcell',
  'columnheader',
  'rowheader',
]);
export const TABLE_ROLES: ReadonlySet<string> = new Set(['table', 'grid', 'treegrid']);

/** Every table of a frame, outer before inner. */
export function tablesOf(index: PageIndex): Table[] {
  const tables: Table[] = [];
  for (const at of index.tables) tables.push(build(index, at, rowsOf(index, at)));
  let until = 0;
  for (const [at, role] of index.roles) {
    if (at < until || index.tags[at] === 'table' || !TABLE_ROLES.has(role)) continue;
    tables.push(build(index, at, ariaRows(index, at)));
    until = endOf(index, at);
  }
  return tables.sort((a, b) => a.at - b.at);
}

type RawRow = { readonly at: number; readonly cells: readonly number[]; readonly inHead: boolean };

function rowsOf(index: PageIndex, table: number): RawRow[] {
  const rows: RawRow[] = [];
  const take = (at: number, inHead: boolean): void => {
    const cells = childrenOf(index, at).filter(
      (cell) => index.tags[cell] === 'td' || index.tags[cell] === 'th',
    );
    rows.push({ at, cells, inHead });
  };
  for (const child of childrenOf(index, table)) {
    const tag = index.tags[child] ?? '';
    if (tag === 'tr') take(child, false);
    else if (SECTIONS.has(tag))
      for (const row of childrenOf(index, child))
        if (index.tags[row] === 'tr') take(row, tag === 'thead');
  }
  return rows;
}

function ariaRows(index: PageIndex, table: number): RawRow[] {
  const rows: RawRow[] = [];
  for (let at = table + 1; at < endOf(index, table); at += 1) {
    if (index.roles.get(at) !== 'row') continue;
    const cells: number[] = [];
    for (let cell = at + 1; cell < endOf(index, at); ) {
      const isCell = CELL_ROLES.has(index.roles.get(cell) ?? '');
      if (isCell) cells.push(cell);
      cell = isCell ? endOf(index, cell) : cell + 1;
    }
    rows.push({ at, cells, inHead: false });
    at = endOf(index, at) - 1;
  }
  return rows;
}

/** Gives each cell its column; a span from the rows above pushes the cells below to the right. */
function build(index: PageIndex, at: number, raw: readonly RawRow[]): Table {
  const busy: number[] = [];
  let width = 0;
  const rows = raw.map((row): Row => {
    const cells: Cell[] = [];
    let column = 0;
    for (const cellAt of row.cells) {
      while ((busy[column] ?? 0) > 0) column += 1;
      if (column >= WIDEST) break;
      const element = elementAt(index, cellAt);
      if (!element) continue;
      const span = spanOf(attribute(element, 'colspan'), WIDEST - column);
      const down = spanOf(attribute(element, 'rowspan'), raw.length);
      for (let i = column; i < column + span; i += 1) busy[i] = down;
      const role = index.roles.get(cellAt);
      cells.push({
        at: cellAt,
        column,
        span,
        rows: down,
        header: index.tags[cellAt] === 'th' || role === 'columnheader' || role === 'rowheader',
        blank: isBlank(index, cellAt),
        container: holdsTable(index, cellAt),
      });
      column += span;
    }
    for (let i = 0; i < busy.length; i += 1) busy[i] = Math.max(0, (busy[i] ?? 0) - 1);
    width = Math.max(width, column);
    const filled = cells.filter((cell) => !cell.blank);
    return { at: row.at, cells, filled, inHead: row.inHead };
  });
  return { at, rows, width };
}

function spanOf(text: string | undefined, most: number): number {
  const span = Number.parseInt(text ?? '1', 10);
  return Number.isFinite(span) && span > 0 ? Math.min(span, Math.max(1, most)) : 1;
}
