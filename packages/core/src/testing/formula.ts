/** Judges if a spreadsheet could take a cell's text for a formula; written separately from every exporter. */

/** Blanks, invisible marks and control characters: programs differ in what they skip before looking. */
const SKIPPED = /^[\s\p{Cf}\p{Cc}\p{Zs}]*/u;
const LINE_OR_TAB = /[\t\r\n]/;
const STARTS = new Set(['=', '+', '-', '@', '＝', '＋', '－', '＠', ';']);

/**
 * True for text that starts, after anything invisible, with a sign that makes it a formula; or with a tab or line end.
 */
export function startsFormula(text: string): boolean {
  const skipped = SKIPPED.exec(text)?.[0] ?? '';
  const [first = ''] = text.slice(skipped.length);
  return LINE_OR_TAB.test(skipped) || STARTS.has(first);
}
