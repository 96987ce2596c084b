/** Lines of a table in plain text: cells with tabs between, as a browser gives a selected row. */

interface Pair {
  readonly label: string;
  readonly value: string;
}

/**
 * Label of each cell, by the heads of the columns or by labels that alternate with their values.
 *
 * @param heads - the line that names the columns, if there is one above
 * @param isLabel - says if a text names a known field
 * @returns undefined where nothing gives labels to the cells: then the line is text
 */
export function pairsOfRow(
  line: string,
  heads: readonly string[] | undefined,
  isLabel: (text: string) => boolean,
): readonly Pair[] | undefined {
  const cells = cellsOf(line);
  if (heads !== undefined && heads.length === cells.length)
    return cells.map((value, nth) => ({ label: heads[nth] ?? '', value }));
  const labels = cells.filter((_, nth) => nth % 2 === 0);
  const isInTurn = cells.length % 2 === 0 && labels.every((cell) => isNamed(cell, isLabel));
  if (!isInTurn) return undefined;
  return labels.map((label, nth) => ({
    label: label.replace(/[\s:]+$/, ''),
    value: cells[nth * 2 + 1] ?? '',
  }));
}

/** The cells of a line that names columns: three or more, at least half of them known, none a value with digits. */
export function headsOf(
  line: string,
  isLabel: (text: string) => boolean,
): readonly string[] | undefined {
  const written = cellsOf(line);
  const known = written.filter((cell) => isNamed(cell, isLabel));
  const cells = written.map((cell) => cell.replace(/\s*:$/, ''));
  const isHead = cells.length >= 3 && cells.every((cell) => cell !== '' && !/\d{3}|@/.test(cell));
  return isHead && known.length * 2 >= cells.length && known.length >= 2 ? cells : undefined;
}

/**
 * True if a line has three or more filled cells, and so is not a label with its value; with `count`, it must also have
 * that many cells.
 */
export function isRow(line: string, count?: number): boolean {
  return filledCells(line).length > 2 && (count === undefined || cellsOf(line).length === count);
}

/** The cells that are not empty. */
export function filledCells(line: string): readonly string[] {
  return cellsOf(line).filter((cell) => cell !== '');
}

const LONGEST = 4_000;

function cellsOf(line: string): readonly string[] {
  if (!line.includes('\t') || line.length > LONGEST) return [];
  return line
    .replace(/\t+$/, '')
    .split('\t')
    .map((cell) => cell.trim());
}

function isNamed(cell: string, isLabel: (text: string) => boolean): boolean {
  return cell.endsWith(':') || isLabel(cell);
}
