/** Whether a spreadsheet could take a cell's text for a formula: the judge of exporters, written apart from any of them. */

/** Blanks, marks that do not show, and control characters: programs differ in what they skip before looking. */
const SKIPPED = /^[\s\p{Cf}\p{Cc}\p{Zs}]*/u;
const LINE_OR_TAB = /[\t\r\n]/;
const STARTS = new Set(['=', '+', '-', '@', '＝', '＋', '－', '＠', ';']);

/** True for text that starts, after anything that does not show, with a sign that makes it a formula; or with a tab or line end. */
export function startsFormula(text: string): boolean {
  const skipped = SKIPPED.exec(text)?.[0] ?? '';
  const [first = ''] = text.slice(skipped.length);
  return LINE_OR_TAB.test(skipped) || STARTS.has(first);
}
