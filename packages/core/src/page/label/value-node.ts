/** The nodes that hold the values of a cell or block: its controls if it has any, otherwise itself. */
import { attribute } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import { controlCount, controlsIn, elementAt, letters } from '../tree/span.js';
import { HIDDEN } from '../tree/visibility.js';

export function valueNodes(index: PageIndex, at: number): readonly number[] {
  if (controlCount(index, at) === 0) return [at];
  const controls = controlsIn(index, at, 200).filter((control) => !isUnseen(index, control));
  if (controls.length === 0) return [at];
  const own = index.visibility[at] ?? 0;
  const isShown = (control: number): boolean =>
    ((index.visibility[control] ?? 0) & HIDDEN & ~own) === 0;
  // Text with a hidden form behind it, for editing in place: the officer sees the text.
  if (letters(index, at) > 0 && !controls.some(isShown)) return [at];
  return controls;
}

/** True for hidden fields and buttons: many cells have them next to the text, and they are not the cell's content. */
function isUnseen(index: PageIndex, at: number): boolean {
  const element = elementAt(index, at);
  if (!element || index.tags[at] !== 'input') return false;
  const type = attribute(element, 'type')?.toLowerCase();
  return type === 'hidden' || type === 'submit' || type === 'button' || type === 'image';
}
