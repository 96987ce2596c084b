/** Lines of a table in plain text: cells with tabs between, as a browser gives a selected row. */

interface Pair {
  readonly label: string;
  readonly value: string;
}

/**
 * What each cell is, by the heads of the columns or by labels in turn with their values.
 *
 * @param heads - the line that names the columns, where one stands above
 * @param isLabel - whether a text names a field that is known
 * @returns undefined where nothing says what the cells are: then the line is text
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

/** The cells of a line that names columns, three or more, most of them known and none of them a value with digits. */
export function headsOf(
  line: string,
  isLabel: (text: string) => boolean,
): readonly string[] | undefined {
  const cells = cellsOf(line);
  const known = cells.filter((cell) => isLabel(cell));
  const isHead = cells.length >= 3 && cells.every((cell) => cell !== '' && !/\d{3}|@/.test(cell));
  return isHead && known.length * 2 >= cells.length && known.length >= 2 ? cells : undefined;
}

/** Whether a line has three cells or more that hold something, and so is no label with its value; of so many cells, where given. */
export function isRow(line: string, count?: number): boolean {
  return filledCells(line).length > 2 && (count === undefined || cellsOf(line).length === count);
}

/** The cells that hold something, each as it stands. */
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
