/**
 * Matches of the expressions that the readers of running text share. `String.matchAll` copies the expression on each
 * call, and large ones are then compiled again: on a page of prose that takes longer than the reading.
 */

/** @param pattern - global; matches at least one character */
export function everyMatch(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    all.push(found);
    if (found[0] === '') pattern.lastIndex += 1;
  }
  return all;
}

/** @param pattern - global */
export function firstMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return pattern.exec(text);
}
