/** The row of headings: mostly the first, sometimes below a title, and in a bare list nowhere. */
import { readValue } from '@cyber-prevent/core/plugin';
import { type CellRow, cellRows } from './cells.js';
import { pathOfHeading } from './column.js';

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface HeadingRow {
  readonly delimiter: Delimiter;
  /** Its place among the rows, from 0. */
  readonly index: number;
  /** True if the row below it has headings too, as under merged cells: what belongs to whom is asked. */
  readonly isDouble: boolean;
}

/** Rows looked at for headings. */
const NEAR = 20;
/** Cells of a row below the first that are looked at. */
const MOST_CELLS = 100;

/** The first row with headings that are known; undefined if there is none. */
export function headingRow(
  text: string,
  delimiters: readonly Delimiter[] = DELIMITERS,
): HeadingRow | undefined {
  const tables = delimiters.map((delimiter) => ({
    delimiter,
    rows: cellRows(text, delimiter, NEAR),
  }));
  for (let index = 0; index < NEAR; index += 1) {
    const found = tables.map(({ delimiter, rows }) => ({
      delimiter,
      row: rows[index],
      below: rows[index + 1],
      count: knownIn(rows[index], index),
    }));
    const best = found.reduce((one, other) => (other.count > one.count ? other : one));
    if (best.count > 0)
      return { delimiter: best.delimiter, index, isDouble: isHeadings(best.below, best.row) };
  }
  return undefined;
}

/** True for a row with a date, a telephone number or an email address: it is about somebody. */
export function hasFacts({ cells }: Pick<CellRow, 'cells'>): boolean {
  return cells
    .slice(0, MOST_CELLS)
    .some((cell) =>
      (['ukDate', 'phone', 'email'] as const).some((read) => isReadAs(read, cell.trim())),
    );
}

export function isReadAs(read: Parameters<typeof readValue>[0], text: string): boolean {
  return text !== '' && text.length < 100 && readValue(read, text).ok;
}

/** Known headings of a row. One alone proves nothing below the first row, nor in a row about somebody. */
function knownIn(row: CellRow | undefined, index: number): number {
  if (!row) return 0;
  const known = row.cells.slice(0, index === 0 ? undefined : MOST_CELLS).filter(pathOfHeading);
  if (index === 0) return known.length < 2 && hasFacts(row) ? 0 : known.length;
  return known.length < 2 || hasFacts(row) ? 0 : known.length;
}

function isHeadings(row: CellRow | undefined, above: CellRow | undefined): boolean {
  if (row?.cells.join() === above?.cells.join()) return false;
  const filled = (row?.cells ?? []).slice(0, MOST_CELLS).filter((cell) => cell.trim() !== '');
  const known = filled.filter(pathOfHeading).length;
  return row !== undefined && known >= 2 && known * 3 > filled.length * 2 && !hasFacts(row);
}
