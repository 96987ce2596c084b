/** What stands inside an element on the screen: its shadow tree where it has one, slotted content in its place. */
import {
  assignedTo,
  firstChildOf,
  localNameOf,
  namespaceOf,
  nextSiblingOf,
  openShadowOf,
} from './native.js';

/** Gives a shadow root whether open or closed; in an extension the browser has one. */
export type ShadowRootOf = (element: HTMLElement) => ShadowRoot | null;

export interface Inside {
  readonly nodes: readonly Node[];
  readonly shadow?: 'open' | 'closed';
}

const HTML = 'http://www.w3.org/1999/xhtml';

/** Built-in elements that may carry a shadow root, besides every name with a hyphen. */
const MAY_HOST: ReadonlySet<string> = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
    ' ',
  ),
);

/** Code, drawings, and what is not on the page: the element stays, so that places count right, and is left empty. */
const LEFT_EMPTY: ReadonlySet<string> = new Set(
  'canvas datalist embed frame head iframe link meta noscript object script style svg template textarea'.split(
    ' ',
  ),
);

/**
 * What the browser at hand offers to extensions for closed shadow roots; open ones only where it offers nothing.
 */
export function shadowReader(): ShadowRootOf {
  const dom = (globalThis as { chrome?: { dom?: { openOrClosedShadowRoot?: unknown } } }).chrome
    ?.dom;
  if (typeof dom?.openOrClosedShadowRoot === 'function') {
    const read = dom.openOrClosedShadowRoot as ShadowRootOf;
    return (element) => read(element);
  }
  // Firefox puts it on the element, for extensions alone.
  return (element) =>
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ?? null;
}

export function insideOf(element: Element, tag: string, shadowRootOf: ShadowRootOf): Inside {
  if (LEFT_EMPTY.has(tag) || namespaceOf(element) !== HTML) return { nodes: [] };
  if (MAY_HOST.has(tag) || tag.includes('-')) {
    const root = openShadowOf(element) ?? shadowRootOf(element as HTMLElement);
    if (root) return { nodes: childrenOf(root), shadow: root.mode };
  }
  if (tag === 'slot') {
    const assigned = assignedTo(element as HTMLSlotElement);
    if (assigned.length > 0) return { nodes: assigned };
  }
  return { nodes: childrenOf(element) };
}

function childrenOf(parent: Node): Node[] {
  const nodes: Node[] = [];
  for (let child = firstChildOf(parent); child; child = nextSiblingOf(child)) nodes.push(child);
  return nodes;
}

/** Lower case, as a parsed page has it, whatever the document's type. */
export function tagOf(element: Element): string {
  return localNameOf(element).toLowerCase();
}
