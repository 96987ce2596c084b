/** Visibility of an element to the officer, as far as the snapshot says. */
import type { Element } from 'hast';
import { attribute } from './attribute.js';

export const HIDDEN = 1;
/** Flag of text for screen readers only: it is read out and not displayed. */
export const CLIPPED = 2;

const HIDING_STYLE =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d])|color\s*:\s*transparent|text-indent\s*:\s*-\d{3}|clip-path\s*:\s*inset\(\s*(?:100|[5-9]\d)%)/i;
/** An empty or one-pixel window over the content. */
const CLIPPING_STYLE = /(?:^|[;\s])clip\s*:\s*rect\((?:\s*[01](?:px)?[\s,]*){4}\)/i;
const NO_OPACITY = /(?:^|[;\s])opacity\s*:\s*0*(?:\.0*)?%?\s*(?:;|!|$)/i;
const INK = /(?:^|[;\s])color\s*:\s*([^;!]+)/i;
const GROUND = /(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)/i;
const CLIPPING_CLASS =
  /(?:^|[\s_-])(?:visually-?hidden|visuallyhidden|sr-only|screen-?reader(?:-text|-only)?|voice|offscreen)(?=$|[\s_-])/i;

/**
 * The flags of one element, given its parent's. The live page takes precedence over the markup, so that a child made
 * visible again inside a hidden parent counts as visible.
 *
 * @param isMarked - true if it has any attribute
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
    (style !== undefined && isHiding(style, element)) ||
    (element.tagName === 'input' && attribute(element, 'type')?.toLowerCase() === 'hidden');
  return (inherited & HIDDEN) | (ownHidden ? HIDDEN : 0) | clip(element, box, inherited);
}

/** True if an element's own style hides its text; a saved page gives no other reason. */
function isHiding(style: string, { tagName, properties }: Element): boolean {
  if (HIDING_STYLE.test(style)) return true;
  // Styled boxes, buttons and lists are drawn by the elements around them.
  const isDrawnByOthers =
    tagName === 'select' ||
    (tagName === 'input' && /^(?:checkbox|radio)$/i.test(String(properties.type)));
  if (NO_OPACITY.test(style) && !isDrawnByOthers) return true;
  const [ink, ground] = [INK, GROUND].map((part) => part.exec(style)?.[1]?.trim().toLowerCase());
  return ink !== undefined && ink === ground && !ink.startsWith('var(');
}

/**
 * Clipped flag of an element: clipping to a pixel is the usual way; a saved page shows it only by usual class names.
 */
function clip(element: Element, box: readonly number[] | undefined, inherited: number): number {
  if (inherited & CLIPPED) return CLIPPED;
  if (box) return (box[2] ?? 2) <= 1 && (box[3] ?? 2) <= 1 ? CLIPPED : 0;
  const classes = attribute(element, 'class');
  if (classes !== undefined && CLIPPING_CLASS.test(classes)) return CLIPPED;
  return CLIPPING_STYLE.test(attribute(element, 'style') ?? '') ? CLIPPED : 0;
}
