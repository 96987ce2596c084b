/**
 * Blocks laid out as a matrix without a table: an empty corner, a head for each record, then a label and a value under
 * each head. Two people side by side are so told apart.
 */
import type { PageIndex } from '../../tree/page-index.js';
import {
  childrenOf,
  controlCount,
  endOf,
  holdsTable,
  isAllBold,
  isBlank,
} from '../../tree/span.js';
import { labelLikeness } from '../label-text.js';
import type { Cell, Row, Table } from './table.js';

const OTHER_SIGNALS = new Set('table thead tbody tfoot tr dl ul ol select p nav'.split(' '));
const MOST_HEADS = 12;
const FEWEST_ROWS = 2;

export function blockMatrices(index: PageIndex): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < index.tags.length; at += 1) {
    const tag = index.tags[at] ?? '';
    if (tag === '#text' || OTHER_SIGNALS.has(tag) || endOf(index, at) - at < 12) continue;
    const rows = matrixOf(index, at);
    if (rows) tables.push({ at, rows, width: rows[0]?.cells.length ?? 0 });
  }
  return tables;
}

/** Rows of a box whose children are the cells, one after another. */
function matrixOf(index: PageIndex, box: number): readonly Row[] | undefined {
  const [corner, ...more] = childrenOf(index, box).filter((at) => index.tags[at] !== '#text');
  if (corner === undefined || !isBlank(index, corner)) return undefined;
  const heads = more.slice(0, MOST_HEADS + 1).findIndex((at) => !isAllBold(index, at));
  const width = heads + 1;
  const cells = [corner, ...more];
  if (heads < 2 || cells.length % width !== 0 || cells.length < width * (FEWEST_ROWS + 1))
    return undefined;
  const rows: Row[] = [];
  for (let from = 0; from < cells.length; from += width) {
    const row = rowOf(index, cells.slice(from, from + width), from === 0);
    const [label] = row.cells;
    if (from > 0 && (!label || !isLabel(index, label))) return undefined;
    rows.push(row);
  }
  return rows;
}

function rowOf(index: PageIndex, cells: readonly number[], isHead: boolean): Row {
  const all = cells.map(
    (at, column): Cell => ({
      at,
      column,
      span: 1,
      rows: 1,
      header: isHead,
      blank: isBlank(index, at),
      container: holdsTable(index, at),
    }),
  );
  return {
    at: cells[0] ?? -1,
    cells: all,
    filled: all.filter(({ blank }) => !blank),
    inHead: isHead,
  };
}

function isLabel(index: PageIndex, { at, blank, container }: Cell): boolean {
  if (blank || container || controlCount(index, at) > 0) return false;
  return labelLikeness(index, at) >= 0.35;
}
