/**
 * The rows of a text and their cells (RFC 4180). A line ends with CR, LF or both. A quotation mark without a partner
 * spoils its own line only: it must not swallow the people below it.
 */

export interface CellRow {
  readonly cells: readonly string[];
  /** True if a quotation mark in it has no partner: its cells are parts of one line, and may be cut wrongly. */
  readonly isBroken: boolean;
}

/** Broken rows after which it stops: such a file is not quoted as CSV is. */
export const MOST_BROKEN = 100;

/** @param most - rows after which it stops */
export function cellRows(
  text: string,
  delimiter: string,
  most = Number.POSITIVE_INFINITY,
): readonly CellRow[] {
  const rows: CellRow[] = [];
  const ends = new RegExp(`[${delimiter}\r\n]`, 'g');
  let at = 0;
  let broken = 0;
  while (at < text.length && rows.length < most && broken <= MOST_BROKEN) {
    const { end, ...row } = rowAt(text, at, delimiter, ends);
    rows.push(row);
    if (row.isBroken) broken += 1;
    at = end;
  }
  return rows;
}

/** The cells of one line, as if no text were in quotation marks. */
export function plainCells(line: string, delimiter: string): readonly string[] {
  return line.split(delimiter);
}

function rowAt(
  text: string,
  start: number,
  delimiter: string,
  ends: RegExp,
): CellRow & { readonly end: number } {
  const cells: string[] = [];
  for (let at = start; ; at += 1) {
    if (text[at] === '"') {
      const quoted = quotedAt(text, at, delimiter);
      if (quoted === undefined) return brokenRow(text, at, delimiter, cells);
      cells.push(quoted.cell);
      at = quoted.end;
    } else {
      ends.lastIndex = at;
      const end = ends.exec(text)?.index ?? text.length;
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] !== delimiter) return { cells, isBroken: false, end: afterLine(text, at) };
  }
}

/** The cell in quotation marks that begins there; undefined if nothing closes it where a cell ends. */
function quotedAt(
  text: string,
  start: number,
  delimiter: string,
): { readonly cell: string; readonly end: number } | undefined {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return undefined;
  let end = close + 1;
  while (text[end] === ' ') end += 1;
  const sign = text[end];
  return sign === undefined || sign === delimiter || sign === '\r' || sign === '\n'
    ? { cell: text.slice(start + 1, close).replaceAll('""', '"'), end }
    : undefined;
}

/** The rest of the line, cut at each delimiter. */
function brokenRow(text: string, mark: number, delimiter: string, cells: readonly string[]) {
  const end = /[\r\n]/.exec(text.slice(mark, mark + LONGEST_LINE))?.index ?? LONGEST_LINE;
  const line = text.slice(mark + 1, mark + end);
  return {
    cells: [...cells, ...plainCells(line, delimiter)],
    isBroken: true,
    end: afterLine(text, Math.min(mark + end, text.length)),
  };
}

const LONGEST_LINE = 100_000;

function afterLine(text: string, at: number): number {
  return at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1);
}
