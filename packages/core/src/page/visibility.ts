/** Whether the officer could see an element, as far as the snapshot says. */
import type { Element } from 'hast';
import { attribute } from './attribute.js';

export const HIDDEN = 1;
/** On screen for a screen reader only: text that is read out and not displayed. */
export const CLIPPED = 2;

const HIDING_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const CLIPPING_CLASS =
  /(?:^|[\s_-])(?:visually-?hidden|visuallyhidden|sr-only|screen-?reader(?:-text|-only)?|voice|offscreen)(?=$|[\s_-])/i;

/**
 * The flags of one element, given its parent's. The live page's word goes before the markup's, so that a
 * child made visible again inside a hidden parent counts as visible.
 *
 * @param isMarked - whether it has any attribute
 */
export function visibilityOf(
  element: Element,
  inherited: number,
  inClosedDetails: boolean,
  isMarked = true,
): number {
  const hidden = element.data?.hidden;
  const box = element.data?.box;
  if (hidden !== undefined) return (hidden ? HIDDEN : 0) | clip(element, box, inherited);
  if (!isMarked)
    return (inherited & HIDDEN) | (inClosedDetails ? HIDDEN : 0) | clip(element, box, inherited);
  const style = attribute(element, 'style');
  const ownHidden =
    inClosedDetails ||
    attribute(element, 'hidden') !== undefined ||
    (style !== undefined && HIDING_STYLE.test(style)) ||
    (element.tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden');
  return (inherited & HIDDEN) | (ownHidden ? HIDDEN : 0) | clip(element, box, inherited);
}

/** Clipped to a pixel is the usual way; a saved page has only the usual class names to tell by. */
function clip(element: Element, box: readonly number[] | undefined, inherited: number): number {
  if (inherited & CLIPPED) return CLIPPED;
  if (box) return (box[2] ?? 2) <= 1 && (box[3] ?? 2) <= 1 ? CLIPPED : 0;
  const classes = attribute(element, 'class');
  return classes !== undefined && CLIPPING_CLASS.test(classes) ? CLIPPED : 0;
}
