/**
 * The children of an element on the screen: those of its shadow tree if it has one, with slotted content in its place.
 */
import {
  assignedTo,
  firstChildOf,
  localNameOf,
  namespaceOf,
  nextSiblingOf,
  openShadowOf,
} from './native.js';

/** Gives an open or closed shadow root; in an extension the browser has such a function. */
export type ShadowRootOf = (element: HTMLElement) => ShadowRoot | null;

export const HTML = 'http://www.w3.org/1999/xhtml';

/** Built-in elements that may carry a shadow root, besides every name with a hyphen. */
const HOSTS: ReadonlySet<string> = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
    ' ',
  ),
);

/** Code, drawings, and elements that are not on the page: they stay, so that places count right, but are left empty. */
const LEFT_EMPTY: ReadonlySet<string> = new Set(
  'canvas datalist embed frame head iframe link meta noscript object script style svg template textarea'.split(
    ' ',
  ),
);

/** The browser's access for extensions to closed shadow roots; only open ones if it has none. */
export function shadowReader(): ShadowRootOf {
  const dom = (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: unknown } } }).chrome
    ?.dom;
  if (typeof dom?.openOrClosedShadowRoot === 'function')
    return dom.openOrClosedShadowRoot as ShadowRootOf;
  // Firefox has it as a property of the element, for extensions only.
  return (element) =>
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

/** @param tag - of an HTML element; every other is left empty */
export function isLeftEmpty(tag: string): boolean {
  return LEFT_EMPTY.has(tag);
}

export function mayHost(tag: string): boolean {
  return HOSTS.has(tag) || tag.includes('-');
}

/** Open or closed. Only for HTML elements that may carry one. */
export function shadowOf(element: Element, shadowRootOf: ShadowRootOf): ShadowRoot | null {
  return openShadowOf(element) ?? shadowRootOf(element as HTMLElement) ?? null;
}

/** The nodes that a slot shows in place of its own children; none when those are shown. */
export function assignedNodes(slot: Element): readonly Node[] {
  return assignedTo(slot as HTMLSlotElement);
}

/** The nodes that a walk finds inside an element, as a list. */
export function childrenIn(element: Element, shadowRootOf: ShadowRootOf): readonly Node[] {
  const tag = tagOf(element);
  if (namespaceOf(element) !== HTML || isLeftEmpty(tag)) return [];
  const root = mayHost(tag) ? shadowOf(element, shadowRootOf) : null;
  const assigned = !root && tag === 'slot' ? assignedNodes(element) : [];
  return assigned.length > 0 ? assigned : siblingsFrom(firstChildOf(root ?? element));
}

export function siblingsFrom(first: Node | null): Node[] {
  const nodes: Node[] = [];
  for (let node = first; node; node = nextSiblingOf(node)) nodes.push(node);
  return nodes;
}

/** The tag in lower case, as in a parsed page, for any type of document. */
export function tagOf(element: Element): string {
  return localNameOf(element).toLowerCase();
}
