/**
 * Cells as a CSV file (RFC 4180) that opens in a spreadsheet. No cell is taken for a formula: an apostrophe goes before
 * any cell that could start one.
 */

/** Characters that a program may skip before a formula, then those that start one, in full width too. */
const FORMULA = /^[\s\p{C}\p{Default_Ignorable_Code_Point}']*[=+\-@;＝＋－＠；]/u;
/** Characters at the start that can move the rest into a cell of its own. */
const MOVES_ON = /^[ ']*[\t\r\n]/;

/** Tells a spreadsheet that the file is UTF-8. */
const MARK = '\uFEFF';

export function csvText(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const guarded = FORMULA.test(text) || MOVES_ON.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
