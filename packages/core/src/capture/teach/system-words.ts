/** Tests of a word: the system’s, or the record’s. */

import type { LabelMethod } from '../../page/reading.js';

export interface SystemWords {
  /** True if a label is the system’s. The way it was found matters: “Marlo: hello” in running text has no label. */
  isLabel(label: string, method?: LabelMethod): boolean;
  /** True if a heading or title is the system’s: stricter, since many headings are names. */
  isHeading(heading: string): boolean;
  /** True if a single word is one that any system may have. */
  isKnown(word: string): boolean;
  /** A word in a person's text that names somebody on this page, or a number from one of its values. */
  somebodyIn(text: string): string | undefined;
  /** True if an id, name or class of the markup has a word of a value in it. */
  holdsValue(name: string): boolean;
}
