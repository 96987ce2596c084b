/**
 * Cells as a CSV file (RFC 4180) that opens in a spreadsheet. No cell is taken for a formula: an apostrophe goes before
 * what could start one.
 */

/** What a program may skip before it looks for a formula, and what starts one, in full width too. */
const FORMULA = /^[\s\p{C}\p{Default_Ignorable_Code_Point}']*[=+\-@;＝＋－＠；]/u;
/** At the start it can move what follows into a cell of its own. */
const MOVES_ON = /^[ ']*[\t\r\n]/;

/** A spreadsheet takes the file for UTF-8 by this. */
const MARK = '\uFEFF';

export function csvText(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const guarded = FORMULA.test(text) || MOVES_ON.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
