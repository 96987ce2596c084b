/** A row of a table of records: each cell is a value under the header of its column. */
import { type Candidate, SCORE } from './candidate.js';
import { labelLikeness, labelOf } from './label-text.js';
import type { PageIndex } from './page-index.js';
import { controlCount, isAllLinks } from './span.js';
import type { Cell, Row } from './table.js';
import { valueNodes } from './value-node.js';

export interface Header {
  readonly cells: readonly Cell[];
  /** The header cell over each column. */
  readonly byColumn: ReadonlyMap<number, Cell>;
  /** Rows and columns are both named: the corner is empty, or says that the first column names the field. */
  readonly isMatrix: boolean;
}

const NAMES_A_FIELD =
  /^(?:field|item|details?|attribute|property|question|key|label|data item)s?$/i;

export function headerOf(index: PageIndex, row: Row): Header {
  const byColumn = new Map<number, Cell>();
  for (const cell of row.cells)
    for (let column = cell.column; column < cell.column + cell.span; column += 1)
      byColumn.set(column, cell);
  const corner = row.cells.find((cell) => cell.column === 0);
  const name = corner && !corner.blank ? labelOf(index, corner.at) : undefined;
  const isMatrix = name === undefined || NAMES_A_FIELD.test(name);
  return { cells: row.cells, byColumn, isMatrix };
}

export function recordCandidates(
  index: PageIndex,
  row: Row,
  header: Header,
  place: { readonly table: number; readonly index: number },
): Candidate[] {
  const found: Candidate[] = [];
  const [first] = row.cells;
  const rowLabel =
    first && !first.blank && !first.container && isName(index, first)
      ? labelOf(index, first.at)
      : undefined;
  let before: { label: string; at: number } | undefined;
  for (const cell of row.cells) {
    const over = header.byColumn.get(cell.column);
    const own = over && !over.blank ? labelOf(index, over.at) : undefined;
    if (own !== undefined && over) before = { label: own, at: over.at };
    if (cell.blank || cell.container) continue;
    if (header.isMatrix && cell === first) continue;
    if (header.isMatrix && rowLabel !== undefined && first) {
      for (const target of valueNodes(index, cell.at)) {
        const owner =
          own === undefined || NAMES_A_FIELD.test(own) || /^values?$/i.test(own)
            ? {}
            : { owner: own };
        found.push({
          target,
          labelAt: first.at,
          label: rowLabel,
          method: 'th-td',
          score: SCORE.rowHeader,
          ...owner,
        });
        if (own !== undefined && over)
          found.push({
            target,
            labelAt: over.at,
            label: own,
            method: 'column-header',
            score: SCORE.plainCell,
          });
      }
      continue;
    }
    if (own === undefined && (before === undefined || isAllLinks(index, cell.at))) continue;
    const label = own ?? before?.label ?? '';
    const labelAt = (own === undefined ? before?.at : over?.at) ?? -1;
    for (const target of valueNodes(index, cell.at))
      found.push({
        target,
        labelAt,
        label,
        method: 'column-header',
        score: own === undefined ? SCORE.columnHeader - 0.1 : SCORE.columnHeader,
        row: place,
        continues: own === undefined,
      });
  }
  return found;
}

/** A row's first cell names the row when it is a header or reads as a name; a number only counts the rows. */
function isName(index: PageIndex, cell: Cell): boolean {
  if (controlCount(index, cell.at) > 0) return false;
  return labelLikeness(index, cell.at) >= 0.35;
}
