/** Distinguishes the rows of a table: headers of columns, headings of sections, and columns that hold labels. */
import { attribute, hasAttributes } from '../../tree/attribute.js';
import type { PageIndex } from '../../tree/page-index.js';
import { controlCount, elementAt, isAllBold, isAllLinks, letters } from '../../tree/span.js';
import { displayText } from '../../tree/text.js';
import { endsWithColon, labelLikeness } from '../label-text.js';
import type { Cell, Row, Table } from './table.js';

const LONGEST_HEADING = 90;

/** True for two cells or more, all headers or all bold, none with a control or a colon: they name the columns. */
export function isHeaderRow(index: PageIndex, row: Row): boolean {
  // A box that ticks every row names no column.
  const cells = row.filled.filter((cell) => !row.inHead || letters(index, cell.at) > 0);
  if (cells.length < 2 || isEmptyPairs(row)) return false;
  return cells.every(
    (cell) =>
      !cell.container &&
      (row.inHead || cell.header || isAllBold(index, cell.at)) &&
      (cell.header || controlCount(index, cell.at) === 0) &&
      (cell.header ||
        (labelLikeness(index, cell.at) >= (row.inHead ? 0.2 : 0.7) &&
          !endsWithColon(displayText(index, cell.at)))),
  );
}

/** True if each header has an empty cell after it: labels without values, not names of columns. */
function isEmptyPairs(row: Row): boolean {
  return (
    !row.inHead &&
    row.filled.every((cell) => {
      const next = row.cells[row.cells.indexOf(cell) + 1];
      return next?.blank === true && !next.header;
    })
  );
}

/** A cell alone in its row, marked or printed as a heading: it names the subject of the rows below. */
export function sectionCell(index: PageIndex, row: Row): Cell | undefined {
  const cells = row.filled;
  const [cell] = cells;
  if (!cell || cells.length !== 1 || cell.container || controlCount(index, cell.at) > 0)
    return undefined;
  // An empty cell before it is an empty label: then this is a further line of a value.
  const isFirst = row.cells[0] === cell;
  if (!isFirst || letters(index, cell.at) > LONGEST_HEADING) return undefined;
  const isMarked = cell.header || isAllBold(index, cell.at);
  return isMarked && !endsWithColon(displayText(index, cell.at)) ? cell : undefined;
}

/**
 * Every second column, from the first, if its cells are of one make and read as labels, and the cells after them are of
 * another make.
 */
function takingTurns(index: PageIndex, table: Table): readonly number[] {
  if (table.width % 2 !== 0 || table.rows.length < 2) return [];
  const makes: [Set<string>, Set<string>] = [new Set(), new Set()];
  let labels = 0;
  let cells = 0;
  for (const row of table.rows)
    for (const cell of row.cells) {
      if (cell.header || cell.container) return [];
      if (cell.blank) continue;
      const isAsked = cell.column % 2 === 0;
      const make = makeOf(index, cell.at);
      // Labels of no make of their own are recognised in other ways.
      if (isAsked && make === '') return [];
      makes[isAsked ? 0 : 1].add(make);
      if (!isAsked) continue;
      cells += 1;
      if (labelLikeness(index, cell.at) >= 0.35) labels += 1;
    }
  const [asked] = makes[0];
  const isOfOneMake = makes[0].size === 1 && makes[1].size === 1;
  if (!isOfOneMake || asked === undefined || asked === '' || makes[1].has(asked)) return [];
  if (cells < 3 || labels < cells * 0.8) return [];
  return Array.from({ length: table.width / 2 }, (_, nth) => nth * 2);
}

function makeOf(index: PageIndex, at: number): string {
  const element = elementAt(index, at);
  if (!element || !hasAttributes(element)) return '';
  const looks = (['class', 'align', 'bgcolor', 'width'] as const).map(
    (name) => attribute(element, name) ?? '',
  );
  return looks.join('').trim() === '' ? '' : looks.join('|');
}

/**
 * The columns that hold labels for the next column, in a table without headers. Most of their texts are printed as
 * labels; or, in two columns with no other sign, the first holds short, different names.
 */
export function labelColumns(index: PageIndex, table: Table): ReadonlySet<number> {
  const strong = new Map<number, number>();
  const weak = new Map<number, number>();
  const all = new Map<number, number>();
  const seen = new Map<number, Set<string>>();
  for (const row of table.rows) {
    for (const cell of row.cells) {
      if (cell.blank || cell.span > 1) continue;
      const likeness = cell.container ? 0 : labelLikeness(index, cell.at);
      const { column } = cell;
      all.set(column, (all.get(column) ?? 0) + 1);
      if (likeness >= 0.7) strong.set(column, (strong.get(column) ?? 0) + 1);
      if (likeness >= 0.35 && !isAllLinks(index, cell.at)) {
        weak.set(column, (weak.get(column) ?? 0) + 1);
        const texts = seen.get(column) ?? new Set();
        texts.add(displayText(index, cell.at).toLowerCase());
        seen.set(column, texts);
      }
    }
  }
  const columns = new Set(takingTurns(index, table));
  if (columns.size > 0) return columns;
  for (let column = 0; column < table.width - 1; column += 1) {
    const total = all.get(column) ?? 0;
    if (total === 0 || columns.has(column - 1)) continue;
    if ((strong.get(column) ?? 0) >= total * 0.6) columns.add(column);
    else if (column % 2 === 0 && table.width % 2 === 0 && table.width <= 4 && total >= 2) {
      const names = weak.get(column) ?? 0;
      const different = seen.get(column)?.size ?? 0;
      const isNames = names === total && different === total && (strong.get(column + 1) ?? 0) === 0;
      // A table of things with four columns looks the same, except for its values: some do not read as names.
      const isSure = table.width === 2 || (weak.get(column + 1) ?? 0) < (all.get(column + 1) ?? 0);
      if (isNames && isSure) columns.add(column);
    }
  }
  return columns;
}
