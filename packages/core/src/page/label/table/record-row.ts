/** A row of a table of records: each cell is a value under the header of its column. */

import type { PageIndex } from '../../tree/page-index.js';
import { controlCount, isAllLinks } from '../../tree/span.js';
import { type Candidate, SCORE } from '../candidate.js';
import { labelLikeness, labelOf } from '../label-text.js';
import { valueNodes } from '../value-node.js';
import { type FieldTable, fieldTableCandidates, fieldTableOf } from './field-table.js';
import type { Cell, Row } from './table.js';

export interface Header {
  readonly cells: readonly Cell[];
  /** The header cell over each column. */
  readonly byColumn: ReadonlyMap<number, Cell>;
  /** Ending of every header cell that is read out and not part of the name: "Name, sort ascending". */
  readonly tail: string;
  /** Set if rows and columns are both named: the corner is empty, or says that the first column names the field. */
  readonly isMatrix: boolean;
  /** Set if one column names the field and the next holds its value. */
  readonly fieldTable?: FieldTable;
}

const NAMES_A_FIELD =
  /^(?:field|field name|item|details?|attribute|property|question|key|label|data item|what|parameter|setting|heading)s?$/i;
/** Words of the other header of such a table: they say nothing of the values below. */
const NAMES_AN_ANSWER =
  /^(?:values?|details?|answers?|information|responses?|data|contents?|entry|descriptions?)$/i;

/** @param below - the rows under it */
export function headerOf(index: PageIndex, row: Row, below: readonly Row[]): Header {
  const byColumn = new Map<number, Cell>();
  for (const cell of row.cells)
    for (let column = cell.column; column < cell.column + cell.span; column += 1)
      byColumn.set(column, cell);
  const corner = row.cells.find((cell) => cell.column === 0);
  const name = corner && !corner.blank ? labelOf(index, corner.at) : undefined;
  // *Item* heads a list of things as well: then some of the names are not those of fields, such as *3-month*.
  const isMatrix =
    name === undefined || (NAMES_A_FIELD.test(name) && below.every((each) => isNamed(index, each)));
  const header = { cells: row.cells, byColumn, isMatrix, tail: commonTail(index, row) };
  const fieldTable = fieldTableOf(index, row, below);
  return fieldTable ? { ...header, fieldTable } : header;
}

/** Two words or more that end the label of every header of a row with at least three headers. */
function commonTail(index: PageIndex, row: Row): string {
  const labels = row.filled.map((cell) => (labelOf(index, cell.at) ?? '').split(' '));
  const [first] = labels;
  if (!first || labels.length < 3) return '';
  let count = 0;
  while (
    count < first.length - 1 &&
    labels.every(
      (words) => words.length > count + 1 && words.at(-1 - count) === first.at(-1 - count),
    )
  )
    count += 1;
  return count < 2 ? '' : ` ${first.slice(-count).join(' ')}`;
}

function nameOfColumn(index: PageIndex, over: Cell, tail: string): string | undefined {
  const label = labelOf(index, over.at);
  return tail !== '' && label?.endsWith(tail) ? label.slice(0, -tail.length) : label;
}

export function recordCandidates(
  index: PageIndex,
  row: Row,
  header: Header,
  place: { readonly table: number; readonly index: number },
): Candidate[] {
  if (header.fieldTable) return fieldTableCandidates(index, row, header.fieldTable);
  const found: Candidate[] = [];
  const [first] = row.cells;
  const rowLabel =
    first && !first.blank && !first.container && isName(index, first)
      ? labelOf(index, first.at)
      : undefined;
  let before: { label: string; at: number } | undefined;
  for (const cell of row.cells) {
    const over = header.byColumn.get(cell.column);
    const own = over && !over.blank ? nameOfColumn(index, over, header.tail) : undefined;
    if (own !== undefined && over) before = { label: own, at: over.at };
    if (cell.blank || cell.container) continue;
    if (header.isMatrix && cell === first) continue;
    if (header.isMatrix && rowLabel !== undefined && first) {
      for (const target of valueNodes(index, cell.at)) {
        const owner =
          own === undefined || NAMES_A_FIELD.test(own) || NAMES_AN_ANSWER.test(own)
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

/** True if the row has a name, or its first cell is empty and it continues the row above. */
function isNamed(index: PageIndex, { cells, inHead }: Row): boolean {
  const [first] = cells;
  return !first || inHead || first.blank || first.container || isName(index, first);
}

/** True if a row's first cell names the row: it is a header or reads as a name. A number only counts the rows. */
function isName(index: PageIndex, cell: Cell): boolean {
  if (controlCount(index, cell.at) > 0) return false;
  return labelLikeness(index, cell.at) >= 0.35;
}
