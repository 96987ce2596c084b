/** Plain texts: one kind is tidied of stray white space, and prose is kept letter for letter. */
import { foldLine } from '../../page/tree/text.js';
import { failed, passed } from '../../shared/issue.js';
import type { Reader } from './reader-type.js';

export const readText: Reader = (text) => {
  const value = tidyLines(text);
  if (value === '')
    return failed({
      code: 'value-empty',
      message: 'There is nothing here to take.',
      severity: 'warning',
    });
  return passed({ value });
};

/** Somebody's own words: nothing is folded, trimmed or corrected. */
export const readProse: Reader = (text) => passed({ value: text });

/** Folds white space within each line, and drops empty lines. */
function tidyLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(tidyLine)
    .filter((line) => line !== '')
    .join('\n');
}

/**
 * Folds a text into one line: every run of white space, including non-breaking spaces, becomes one space. Invisible
 * marks are left in place.
 */
export function tidyLine(text: string): string {
  return foldLine(text);
}
