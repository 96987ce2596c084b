/** Labels by which an adapter may find a value, in the order in which they are tried. */
import type { LabelLocator } from '../adapter/adapter.js';
import { labelWords } from '../field/fold-label.js';
import { FACT_LABELS, KINDS } from '../field/label-dictionary.js';
import type { SystemWords } from './system-words.js';

/**
 * The label alone, then with each heading over it, the nearest first. If a page uses the label for many people, a
 * heading comes first: alone, it would find somebody else's value on a record where this one is empty.
 */
export function labelCandidates(
  { label, owner }: { readonly label: string; readonly owner: readonly string[] },
  words: SystemWords,
): readonly LabelLocator[] {
  const owned = owner
    .toReversed()
    .filter((each) => words.isHeading(each))
    .map((each): LabelLocator => ({ label, owner: each }));
  const isAnybodys = FACT_LABELS.has(labelWords(label)) || KINDS.has(labelWords(label));
  return isAnybodys ? [...owned, { label }] : [{ label }, ...owned];
}
