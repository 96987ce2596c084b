/** Words for the day of a definition: one that was written from memory was never checked against a source. */
import type { CodeList } from '../codes/code-list.js';
import { writtenDate } from '../shared/dates.js';
import type { PlainDate } from '../shared/primitives.js';

/** The standing `recalled` on a paper; “recalled” itself is said of definitions that are no longer to be used. */
export const FROM_MEMORY = 'Written from memory, not found in a source';

/** The day as part of a sentence: “last checked 20 November 2026”. */
export function checkedWords(standing: 'official' | CodeList['status'], on: PlainDate): string {
  return `${standing === 'recalled' ? 'written down' : 'last checked'} ${writtenDate(on)}`;
}
