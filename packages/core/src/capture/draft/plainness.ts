/** Tells which of two values for one fact of a person has the words that say more plainly what it is. */
import type { DraftRow } from '../draft.js';
import { ownerOf } from '../field/field-path.js';
import { ownerOfHeadings } from '../field/label-dictionary.js';
import { saysSubjects } from '../name/combined-label.js';

/** Weight of the words around a value: an adapter's, then a label or heading with its person, then a known label. */
export function plainness({ path, label, owner, namedBy, rule }: DraftRow): number {
  if (path === undefined) return 0;
  if (namedBy === 'adapter') return 8;
  const whose = ownerOf(path);
  const isSaid = ownerOfHeadings(owner) === whose || (whose === 'subject' && saysSubjects(label));
  return (isSaid ? 2 : 0) + (rule === 'form-of-words' ? 0 : 1);
}
