/**
 * A text with its sentences in one line each, for patterns that look at several words: lines that a mail program broke
 * are joined, marks of quotation dropped and wide spaces narrowed. Every letter knows its place in the text.
 */

export interface OneLine {
  readonly text: string;
  /** The exact part of the whole text that a part of this one came from. */
  partOf(from: number, to: number): { readonly raw: string; readonly at: number };
}

/** Fewest letters of a line that was broken because it was full; a shorter one ends where its writer ended it. */
const FULL_LINE = 45;
const IS_PLAIN = /^[^\n\r\t\u00a0\u202f>]*$/;
const WORDS = /[^ \t\r\u00a0\u202f]+/g;
const QUOTED = /^[ \t]*(?:>[ \t]?)+/;
const ENDS = /[.!?:;]["”’)]?$/;
const BEGINS = /^(?:[-–*•·#|]|\d{1,2}[.)]\s|[\p{L}][\p{L} ./’'-]{0,30}:\s)/u;

export function oneLine(whole: string): OneLine {
  if (IS_PLAIN.test(whole) && !whole.includes('  '))
    return { text: whole, partOf: (from, to) => ({ raw: whole.slice(from, to), at: from }) };
  // Offsets of each word: here, and in the whole text.
  const here: number[] = [];
  const there: number[] = [];
  let text = '';
  let start = 0;
  const lines = whole.split('\n');
  lines.forEach((line, nth) => {
    const from = QUOTED.exec(line)?.[0].length ?? 0;
    WORDS.lastIndex = from;
    for (let word = WORDS.exec(line); word; word = WORDS.exec(line)) {
      if (text !== '' && !text.endsWith('\n')) text += ' ';
      here.push(text.length);
      there.push(start + word.index);
      text += word[0];
    }
    start += line.length + 1;
    const said = line.slice(from).trim();
    const next = (lines[nth + 1] ?? '').replace(QUOTED, '').trim();
    const isBroken =
      said.length >= FULL_LINE && next !== '' && !ENDS.test(said) && !BEGINS.test(next);
    if (!isBroken && nth < lines.length - 1) text += '\n';
  });
  const placeOf = (offset: number): number => {
    let nth = 0;
    for (let end = here.length; end - nth > 1; ) {
      const middle = (nth + end) >> 1;
      if ((here[middle] ?? 0) <= offset) nth = middle;
      else end = middle;
    }
    return (there[nth] ?? 0) + offset - (here[nth] ?? 0);
  };
  return {
    text,
    partOf(from, to) {
      const at = placeOf(from);
      return { raw: whole.slice(at, placeOf(to - 1) + 1), at };
    },
  };
}
