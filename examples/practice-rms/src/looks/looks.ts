// The three looks, and the parts of a record that each shows.
import type { PracticeRecord } from '../record.ts';
import { textsByPath } from '../shown.ts';
import { legacy } from './legacy.ts';
import { lists } from './lists.ts';
import type { Look, LookId } from './look.ts';
import { summary } from './summary.ts';

export const LOOKS: Readonly<Record<LookId, Look>> = { legacy, lists, summary };

/**
 * The texts on a look's view page, by field path, exactly as displayed: one text for each line of an address, each
 * paragraph of the narrative and each value of a list. A path without a value on the page is left out.
 */
export function shownOn(record: PracticeRecord, look: LookId): Record<string, string[]> {
  return textsByPath(LOOKS[look].sections(record));
}
