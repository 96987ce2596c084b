/** Asks of a word whether it is the system’s or the record’s. */

import type { LabelMethod } from '../../page/reading.js';

export interface SystemWords {
  /** Whether a label is the system’s. How it was found matters: “Marlo: hello” in running text has no label. */
  isLabel(label: string, method?: LabelMethod): boolean;
  /** Whether a heading or title is the system’s: stricter, since many a heading is a name. */
  isHeading(heading: string): boolean;
  /** Whether a single word is one that any system may have. */
  isKnown(word: string): boolean;
  /** A word in what a person wrote that names somebody on this page, or a number that stands in a value of it. */
  somebodyIn(text: string): string | undefined;
  /** Whether an id, name or class of the markup has a word of a value in it. */
  holdsValue(name: string): boolean;
}
