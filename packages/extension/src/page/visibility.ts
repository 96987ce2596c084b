/**
 * The visibility of an element for the officer, and the place where it was painted. Only reads: the page is laid out at
 * most once.
 */
import {
  heightOf,
  inputTypeOf,
  isShown,
  rectOf,
  scrollLeftOf,
  scrollTopOf,
  widthOf,
} from './native.js';

/** The visibility of an element: hidden itself, or sealed, when its whole subtree is out of sight in any case. */
export interface Sight {
  readonly hidden: boolean;
  readonly sealed: boolean;
  /** Left, top, width and height in whole CSS pixels of the document, as JSON; undefined if it was not wanted. */
  readonly box: string | undefined;
}

export const SEEN: Sight = { hidden: false, sealed: false, box: undefined };
export const SEALED: Sight = { hidden: true, sealed: true, box: undefined };
export const UNSEEN: Sight = { hidden: true, sealed: false, box: undefined };

const OPTIONS = { visibilityProperty: true };
/** An element with zero opacity hides itself and everything in it. */
const OPAQUE = { ...OPTIONS, opacityProperty: true };

/** Elements that are never painted by themselves; checking them costs time for nothing. */
const NOT_PAINTED: ReadonlySet<string> = new Set(
  'area base br col colgroup datalist head link meta optgroup option param script source style template title track wbr'.split(
    ' ',
  ),
);

export function isPainted(tag: string): boolean {
  return !NOT_PAINTED.has(tag);
}

/** The scroll position of the document: read once a stretch, since each reading costs as much as an element. */
export interface Scrolled {
  readonly x: number;
  readonly y: number;
}

/**
 * The information wanted about an element: its box and the rest; its visibility; or whether it has room for its
 * contents, which is all that matters for a mere container. Each costs more to read than the next.
 */
export type Wanted = 'box' | 'sight' | 'room';

/** @param around - its ancestors, outermost first */
export function sightOf(
  element: Element,
  isHtml: boolean,
  around: readonly Element[],
  wanted: Wanted,
  scrolled: Scrolled,
): Sight {
  let width = 0;
  let height = 0;
  if (wanted !== 'box' && isHtml) {
    width = widthOf(element as HTMLElement);
    height = heightOf(element as HTMLElement);
    if (wanted === 'room' && width > 1 && height > 1) return SEEN;
  }
  const shown = isShown ? isShown(element, OPTIONS) : element.getClientRects().length > 0;
  if (!shown) return unshown(element);
  if (isShown && !isShown(drawnBy(element, around), OPAQUE)) return SEALED;
  if (wanted !== 'box') {
    if (!isHtml || (width > 1 && height > 1) || !isClipped(element)) return SEEN;
    // The content of a dot is read out by screen readers: its box identifies it to readers of the snapshot.
    return width === 1 && height === 1 ? sightOf(element, isHtml, around, 'box', scrolled) : SEALED;
  }
  return boxed(element, around, scrolled);
}

function boxed(element: Element, around: readonly Element[], scrolled: Scrolled): Sight {
  const rect = rectOf(element);
  const width = Math.round(rect.width);
  const height = Math.round(rect.height);
  const x = Math.round(rect.x + scrolled.x);
  const y = Math.round(rect.y + scrolled.y);
  if (width <= 1 || height <= 1) {
    const isDot = width === 1 && height === 1;
    if (!isDot && isClipped(element)) return SEALED;
  }
  const hidden =
    (x + width <= 0 && !isScrolled(around, scrollLeftOf)) ||
    (y + height <= 0 && !isScrolled(around, scrollTopOf)) ||
    (width === 0 && height === 0);
  return { hidden, sealed: false, box: `[${x},${y},${width},${height}]` };
}

/** Tick boxes, radio buttons and lists in the page's own style are drawn by the element around them. */
function drawnBy(element: Element, around: readonly Element[]): Element {
  return (isDrawnByOthers(element) && around.at(-1)) || element;
}

export function isDrawnByOthers(element: Element): boolean {
  if (element instanceof HTMLInputElement) return /^(?:checkbox|radio)$/.test(inputTypeOf(element));
  return element instanceof HTMLSelectElement;
}

function unshown(element: Element): Sight {
  const { display, visibility } = getComputedStyle(element);
  // It has no box, but its children have: a slot, or a wrapper laid out away.
  if (display === 'contents') return visibility === 'visible' ? SEEN : UNSEEN;
  // Within `visibility: hidden` a child may be visible again; within anything else it cannot.
  return display !== 'none' && visibility !== 'visible' ? UNSEEN : SEALED;
}

/** A closed accordion or menu, or a dot: anything that sticks out of it is cut off. */
function isClipped(element: Element): boolean {
  const { display, overflowX, overflowY } = getComputedStyle(element);
  if (display === 'contents' || display === 'inline') return false;
  return overflowX !== 'visible' || overflowY !== 'visible';
}

/**
 * True if a list around it is scrolled: a row above its top is within reach. The document's own scrolling is in the box
 * already.
 */
function isScrolled(around: readonly Element[], by: (element: Element) => number): boolean {
  const { body, documentElement } = document;
  return around.some(
    (element) => element !== body && element !== documentElement && by(element) !== 0,
  );
}
