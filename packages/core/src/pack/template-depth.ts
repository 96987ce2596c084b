/**
 * Nesting of a template’s Markdown, judged before it is parsed: the time of the parser grows with its square, and
 * whatever walks the tree afterwards may not get to its end.
 */

const DEEPEST = 10;
const WIDEST_INDENT = 40;
const OPENS = /^[ \t]*:{3,}[ \t]*[a-z]/i;
const CLOSES = /^[ \t]*:{3,}[ \t]*$/;
/** Quotations and items of lists that begin one inside the other in one line. */
const MARKS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))*/;
const MARK = />|[-*+][ \t]|\d{1,9}[.)][ \t]/g;

/** True if directives, lists or quotations are nested more than ten deep. */
export function isTooDeep(markdown: string): boolean {
  let open = 0;
  for (const line of markdown.split('\n')) {
    if (OPENS.test(line)) open += 1;
    else if (CLOSES.test(line)) open = Math.max(0, open - 1);
    const [marks = ''] = MARKS.exec(line) ?? [];
    const indent = line.length - line.trimStart().length;
    const deep = marks.match(MARK)?.length ?? 0;
    if (open > DEEPEST || deep > DEEPEST || indent > WIDEST_INDENT) return true;
  }
  return false;
}
