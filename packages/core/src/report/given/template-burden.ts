/**
 * The burden of a template’s Markdown, judged before it is parsed: the time of the parser grows with the square of what
 * is nested or marked, and whatever walks the tree afterwards may not get to its end.
 */

const LONGEST = 50_000;
const DEEPEST = 10;
const WIDEST_INDENT = 40;
/** Runs of emphasis in one block: the parser looks for the partner of each among all of them. */
const MOST_RUNS = 500;
const OPENS = /^[ \t]*:{3,}[ \t]*[a-z]/i;
const CLOSES = /^[ \t]*:{3,}[ \t]*$/;
/** Quotations and items of lists that begin one inside the other in one line. */
const MARKS = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))*/;
const MARK = />|[-*+][ \t]|\d{1,9}[.)][ \t]/g;

/** Says why a template is more than a reader could get through; undefined if it is not. */
export function burdenOf(markdown: string): string | undefined {
  if (markdown.length > LONGEST) return `Use ${LONGEST} characters or fewer`;
  if (isTooDeep(markdown)) return 'It is nested too deeply: ten levels at most';
  if (hasTooManyRuns(markdown)) return `Use * and _ ${MOST_RUNS} times or fewer in one block`;
  return undefined;
}

function isTooDeep(markdown: string): boolean {
  let open = 0;
  let brackets = 0;
  for (const line of markdown.split('\n')) {
    if (OPENS.test(line)) open += 1;
    else if (CLOSES.test(line)) open = Math.max(0, open - 1);
    const [marks = ''] = MARKS.exec(line) ?? [];
    const indent = line.length - line.trimStart().length;
    const deep = marks.match(MARK)?.length ?? 0;
    if (line.trim() === '') brackets = 0;
    const [opened, left] = bracketsIn(line, brackets);
    brackets = left;
    if (Math.max(open, deep, opened) > DEEPEST || indent > WIDEST_INDENT) return true;
  }
  return false;
}

/** The most square brackets that are open at once, and those still open at the end of the line. */
function bracketsIn(line: string, before: number): readonly [most: number, left: number] {
  let open = before;
  let most = before;
  for (const [bracket] of line.matchAll(/[[\]]/g)) {
    open = bracket === '[' ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return [most, open];
}

function hasTooManyRuns(markdown: string): boolean {
  return markdown
    .split(/\n[ \t]*\n/)
    .some((block) => (block.match(/\*+|_+|~+/g)?.length ?? 0) > MOST_RUNS);
}
