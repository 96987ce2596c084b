import { failed, passed } from '../../shared/issue.js';
import { tidyLine } from './read-text.js';
import type { Reader } from './reader-type.js';

/** A reference of any system, only tidied: that system decides which characters matter. */
export const readReference: Reader = (text) => {
  const value = tidyLine(text);
  if (!/\d/.test(value))
    return failed({
      code: 'reference-unreadable',
      message: 'There is no number in this, so it does not read as a reference. Check it.',
      severity: 'warning',
    });
  return passed({ value });
};
