/** Cuts text into lines. It carries over at most one unfinished line, and stops at one that is too long. */

/**
 * @param source - the text, or its pieces, cut anywhere
 * @param most - characters of a line
 * @returns lines without their ends (`\n` or `\r\n`); undefined for a line that is too long, and nothing after it
 */
export async function* linesOf(
  source: string | AsyncIterable<string>,
  most: number,
): AsyncGenerator<string | undefined, void> {
  let rest = '';
  for await (const piece of typeof source === 'string' ? [source] : source) {
    const text = rest + piece;
    let from = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (end - from > most) return yield undefined;
      yield withoutReturn(text.slice(from, end));
      from = end + 1;
    }
    if (text.length - from > most) return yield undefined;
    rest = text.slice(from);
  }
  if (rest !== '') yield withoutReturn(rest);
}

/** Drops the other kind of line end, which some mail programs add; no signed text contains either. */
function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
