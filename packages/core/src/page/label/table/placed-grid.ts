/**
 * Grids that are one table on screen and not in the markup: columns or a head in blocks of their own, cells in no row.
 * Their rows and columns are where their cells stand. Under heads, nothing is read of a grid whose cells do not fall
 * into place: a cell in the wrong row would be another person's.
 */
import type { Box } from '../../snapshot/snapshot.js';
import type { PageIndex } from '../../tree/page-index.js';
import { controlCount, endOf, holdsTable, letters } from '../../tree/span.js';
import { HIDDEN } from '../../tree/visibility.js';
import { boxOf } from '../place.js';
import { CELL_ROLES, type Cell, type Row, TABLE_ROLES, type Table } from './table.js';

interface PlacedCell {
  readonly at: number;
  /** Position of its row in the markup, -1 without one. */
  readonly row: number;
  readonly isHead: boolean;
  readonly box: Box;
}

interface Column {
  holds(cell: PlacedCell): boolean;
}

type Range = readonly [from: number, to: number];

const MOST_COLUMNS = 60;

/** The table by place; undefined if the markup tells its rows, or nothing does and no head is over them. */
export function placedGrid(index: PageIndex, { at }: Table): Table | undefined {
  if (!TABLE_ROLES.has(index.roles.get(at) ?? '') || index.tags[at] === 'table') return undefined;
  const cells = withoutStrays(cellsOf(index, at));
  if (!isApart(cells)) return undefined;
  const placed = rowsByPlace(index, cells);
  if (!placed && !cells.some(({ isHead }) => isHead)) return undefined;
  return { at, isPlaced: true, ...(placed ?? { rows: [], width: 0 }) };
}

/** The cells that show something, in the order of the markup. */
function cellsOf(index: PageIndex, grid: number): readonly PlacedCell[] {
  const cells: PlacedCell[] = [];
  let row = -1;
  for (let at = grid + 1; at < endOf(index, grid); ) {
    const role = index.roles.get(at) ?? '';
    const isCell = CELL_ROLES.has(role);
    if (role === 'row') row = at;
    if (isCell) {
      const isHead = role === 'columnheader';
      const isFilled = letters(index, at) > 0 || (!isHead && controlCount(index, at) > 0);
      const box = isFilled ? shownBox(index, at) : undefined;
      const own = row >= 0 && at < endOf(index, row) ? row : -1;
      if (box) cells.push({ at, row: own, isHead, box });
    }
    at = isCell || TABLE_ROLES.has(role) ? endOf(index, at) : at + 1;
  }
  return cells;
}

/** Leaves out a note in no row where most cells are in one. */
function withoutStrays(cells: readonly PlacedCell[]): readonly PlacedCell[] {
  const body = cells.filter(({ isHead }) => !isHead);
  const stray = body.filter(({ row }) => row < 0);
  return stray.length * 2 < body.length
    ? cells.filter(({ isHead, row }) => isHead || row >= 0)
    : cells;
}

/** The cell's own box, or one around all that it shows. */
function shownBox(index: PageIndex, cell: number): Box | undefined {
  const own = boxOf(index, cell);
  if (own) return isHidden(index, cell) ? undefined : own;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = cell + 1; at < endOf(index, cell); at += 1) {
    const box = isHidden(index, at) ? undefined : boxOf(index, at);
    if (!box) continue;
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[0] + box[2]);
    bottom = Math.max(bottom, box[1] + box[3]);
  }
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : undefined;
}

function isHidden(index: PageIndex, at: number): boolean {
  return ((index.visibility[at] ?? 0) & HIDDEN) !== 0;
}

/** True if a cell is in no row, or two rows are side by side. */
function isApart(cells: readonly PlacedCell[]): boolean {
  if (cells.some(({ row }) => row < 0)) return true;
  const rows = new Map<number, Range>();
  for (const { row, box } of cells) rows.set(row, around(rows.get(row), across(box)));
  const ranges = [...rows.values()].sort(([a], [b]) => a - b);
  return ranges.some((range, n) => n > 0 && isLevel(ranges[n - 1] ?? range, range));
}

function rowsByPlace(
  index: PageIndex,
  cells: readonly PlacedCell[],
): Pick<Table, 'rows' | 'width'> | undefined {
  const levels = levelsOf(cells);
  const heads = levels.filter((level) => level.some(({ isHead }) => isHead));
  const [head] = heads;
  // The upper of two heads may say whose the columns are.
  if (heads.length > 1 || head?.some(({ isHead }) => !isHead)) return undefined;
  if (head && head !== levels[0]) return undefined;
  const columns = head ? columnsUnder(head) : blocksOf(index, cells);
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return undefined;
  const rows: Row[] = [];
  for (const level of levels) {
    const row = rowOf(index, level, columns, level === head);
    if (!row) return undefined;
    rows.push(row);
  }
  return { rows, width: columns.length };
}

function columnsUnder(head: readonly PlacedCell[]): readonly Column[] {
  return byStart(head).map(({ box: [x, , width] }) => ({
    holds: ({ box: [from, , wide] }) => from < x + width && x < from + wide,
  }));
}

/** Columns of a grid without a head: each is a block with nothing else in it. */
function blocksOf(index: PageIndex, cells: readonly PlacedCell[]): readonly Column[] {
  const blocks = new Set(byStart(cells).map(({ at }) => index.parents[at]));
  return [...blocks].map((block) => ({ holds: ({ at }) => index.parents[at] === block }));
}

function byStart(cells: readonly PlacedCell[]): readonly PlacedCell[] {
  return [...cells].sort((a, b) => a.box[0] - b.box[0] || a.at - b.at);
}

/** Cells from top to bottom, those that stand beside one another together. */
function levelsOf(cells: readonly PlacedCell[]): readonly (readonly PlacedCell[])[] {
  const levels: PlacedCell[][] = [];
  let range: Range | undefined;
  for (const cell of [...cells].sort((a, b) => a.box[1] - b.box[1] || a.at - b.at)) {
    const own = across(cell.box);
    const isNext = range === undefined || !isLevel(range, own);
    if (isNext) levels.push([]);
    range = isNext ? own : around(range, own);
    levels.at(-1)?.push(cell);
  }
  return levels;
}

/** Undefined if a cell stands in two columns, or two cells in one. A line across them is the title of those below. */
function rowOf(
  index: PageIndex,
  level: readonly PlacedCell[],
  columns: readonly Column[],
  inHead: boolean,
): Row | undefined {
  const placed = new Map<number, PlacedCell>();
  for (const cell of level) {
    const over = columns.flatMap(({ holds }, column) => (holds(cell) ? [column] : []));
    const [column] = over;
    if (over.length > 1 && level.length === 1) return titleOf(index, cell);
    if (over.length > 1 || (column !== undefined && placed.has(column))) return undefined;
    // A box to tick stands under no head.
    if (column !== undefined) placed.set(column, cell);
  }
  const cells = columns.map((_, column) => {
    const at = placed.get(column)?.at ?? -1;
    return cellOf(index, at, column, inHead || index.roles.get(at) === 'rowheader');
  });
  return { at: level[0]?.at ?? -1, cells, filled: cells.filter(({ blank }) => !blank), inHead };
}

function titleOf(index: PageIndex, { at }: PlacedCell): Row {
  const cells = [cellOf(index, at, 0, true)];
  return { at, cells, filled: cells, inHead: false };
}

/** @param at - -1 for an empty place */
function cellOf(index: PageIndex, at: number, column: number, header: boolean): Cell {
  const container = at >= 0 && holdsTable(index, at);
  return { at, column, span: 1, rows: 1, header, blank: at < 0, container };
}

function across([, y, , height]: Box): Range {
  return [y, y + height];
}

function around(one: Range | undefined, other: Range): Range {
  return one ? [Math.min(one[0], other[0]), Math.max(one[1], other[1])] : other;
}

/** True for half of the lower of the two, at least. */
function isLevel([from, to]: Range, [otherFrom, otherTo]: Range): boolean {
  const shared = Math.min(to, otherTo) - Math.max(from, otherFrom);
  return shared * 2 >= Math.min(to - from, otherTo - otherFrom);
}
