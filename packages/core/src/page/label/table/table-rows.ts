/** Reads the tables of a frame row by row, from the top, as an officer would. */

import type { PageIndex } from '../../tree/page-index.js';
import { endOf } from '../../tree/span.js';
import type { Candidate } from '../candidate.js';
import { labelRowCandidates, type RowState } from '../label-row.js';
import { labelOf } from '../label-text.js';
import { blockMatrices } from './block-matrix.js';
import { holdsOwnPairs } from './cell-pair.js';
import { ungrouped } from './group-column.js';
import { withoutMargins } from './margin-column.js';
import { placedGrid } from './placed-grid.js';
import { type Header, headerOf, recordCandidates } from './record-row.js';
import { type Row, type Table, type TableSection, tablesOf } from './table.js';
import { isHeaderRow, labelColumns, sectionCell } from './table-shape.js';

interface TableReading {
  readonly candidates: readonly Candidate[];
  readonly sections: readonly TableSection[];
  /** Small print in the cells of labels, and heads and labels of matrices: no values. */
  readonly hints: ReadonlySet<number>;
  /** Grids that are read by place, or whose cells have none: no other sign pairs these. */
  readonly placed: readonly number[];
  /** Number of grids whose cells have no place. */
  readonly scattered: number;
}

export function readTables(index: PageIndex): TableReading {
  const candidates: Candidate[] = [];
  const sections: TableSection[] = [];
  const hints = new Set<number>();
  const matrices = blockMatrices(index);
  // Its heads and labels are no values of one another.
  for (const { rows } of matrices)
    for (const { inHead, cells } of rows)
      for (const cell of inHead ? cells : cells.slice(0, 1)) hints.add(cell.at);
  const placed: number[] = [];
  let scattered = 0;
  [...tablesOf(index), ...matrices].forEach((marked, number) => {
    const table = placedGrid(index, marked) ?? marked;
    const before = candidates.length;
    readTable(index, table, number, candidates, sections, hints);
    if (!table.isPlaced) return;
    const isScattered = table.rows.length === 0;
    if (isScattered) scattered += 1;
    if (isScattered || candidates.length > before) placed.push(table.at);
  });
  return { candidates, sections, hints, placed, scattered };
}

function readTable(
  index: PageIndex,
  whole: Table,
  number: number,
  candidates: Candidate[],
  sections: TableSection[],
  hints: Set<number>,
): void {
  const grouped = ungrouped(index, whole);
  for (const group of grouped?.groups ?? []) sections.push(group);
  const table = grouped?.table ?? withoutMargins(index, whole);
  const state: RowState = {
    columns: grouped ? grouped.labels : labelColumns(index, table),
    carried: new Map(),
    above: new Map(),
    unanswered: new Map(),
    hints,
  };
  if (table.isPlaced)
    for (const { inHead, filled } of table.rows)
      for (const { at, column } of filled) if (inHead || state.columns.has(column)) hints.add(at);
  const isOfPairs = holdsOwnPairs(index, table);
  const headers = new HeaderStack();
  let open: { at: number; from: number; title: string } | undefined;
  /** The last section of a grid by place, which is no piece of the markup. */
  let over: string | undefined;
  const close = (to: number): void => {
    if (open && to > open.from) sections.push({ ...open, to });
    open = undefined;
  };
  table.rows.forEach((row, place) => {
    if (row.inHead && table.width === 1 && row.filled.length === 1) {
      headers.add(headerOf(index, row, table.rows.slice(place + 1)));
      return;
    }
    const section = sectionCell(index, row);
    const title =
      section && !isOneColumnList(index, table, place) ? labelOf(index, section.at) : undefined;
    if (section && title !== undefined) {
      close(row.at);
      if (table.isPlaced) over = title;
      else open = { at: section.at, from: endOf(index, row.at), title };
      state.carried.clear();
      return;
    }
    if (isHeaderRow(index, row) && hasRecordsBelow(index, table, place)) {
      headers.add(headerOf(index, row, table.rows.slice(place + 1)));
      return;
    }
    const head = row.filled.length > 0 ? headers.over(table.rows, place) : undefined;
    const found =
      head && isRecord(row, head.header)
        ? recordCandidates(index, row, head.header, { table: number, index: head.record })
        : isOfPairs
          ? []
          : labelRowCandidates(index, row, state);
    for (const candidate of found)
      candidates.push(over === undefined ? candidate : { owner: over, ...candidate });
  });
  close(endOf(index, table.at));
}

/** The header rows in force. Several in succession mean records of several rows, unless the upper ones span columns. */
class HeaderStack {
  #headers: Header[] = [];
  #rows = 0;
  #isOpen = false;

  add(header: Header): void {
    const groups = this.#headers.some(({ cells }) => cells.some((cell) => cell.span > 1));
    this.#headers = this.#isOpen && !groups ? [...this.#headers, header] : [header];
    this.#isOpen = true;
    this.#rows = 0;
  }

  over(rows: readonly Row[], place: number): { header: Header; record: number } | undefined {
    if (this.#isOpen && this.#headers.length > 1) {
      const records = rows.slice(place).filter((row) => row.filled.length > 0).length;
      if (records % this.#headers.length !== 0) this.#headers = this.#headers.slice(-1);
    }
    this.#isOpen = false;
    const count = this.#headers.length;
    const header = this.#headers[this.#rows % Math.max(1, count)];
    if (!header) return undefined;
    const record = Math.floor(this.#rows / count);
    this.#rows += 1;
    return { header, record };
  }
}

/** True if a bold cell in a table of one column is not a heading: it is one only if a cell that is not bold follows. */
function isOneColumnList(index: PageIndex, table: Table, place: number): boolean {
  if (table.width > 1) return false;
  const next = table.rows.slice(place + 1, place + 8).find((row) => row.filled.length > 0);
  return next === undefined || sectionCell(index, next) !== undefined;
}

/** True if the first row below that fills two columns, leaving out further header rows, is a record. */
function hasRecordsBelow(index: PageIndex, table: Table, place: number): boolean {
  const below = table.rows.slice(place + 1, place + 12).filter((row) => !row.inHead);
  for (const row of below) {
    const cells = row.filled;
    if (cells.length < 2) continue;
    if (!isHeaderRow(index, row)) return !cells.some((cell) => cell.container);
    if (!cells.every((cell) => cell.header)) return false;
  }
  // For one record with one field filled in, a row of as many cells is enough.
  const [next] = below;
  return next !== undefined && next.cells.length === table.rows[place]?.cells.length;
}

function isRecord(row: Row, header: Header): boolean {
  if (row.cells.some((cell) => cell.container && !cell.blank)) return false;
  return (
    row.cells.length >= Math.min(2, header.cells.length) &&
    row.cells.length <= header.cells.length + 1
  );
}
