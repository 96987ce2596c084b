/**
 * A tree as a reader in the browser writes it: lists in place of objects, which take half the space in transit and half
 * the time to parse. A text is a string. An element is `[tagName, properties, data, …children]`, where 0 means none,
 * and a lone box means data that holds only a box. The root is an element without a name.
 */
import type { Element, ElementContent, ElementData, Properties, Root } from 'hast';
import { isBox, isLiveData, isProperties } from './node-check.js';
import type { Box } from './snapshot.js';

/** Index of the first child in an element's list. */
const CHILDREN = 3;

/**
 * Expands a tree without recursion, so that depth costs nothing.
 *
 * @param covered - numbers of elements that something on the page is laid over, rising; they count in document order
 * @returns the tree, or what is wrong with it
 */
export function expandTree(
  list: readonly unknown[],
  deepest: number,
  covered: readonly number[] = [],
): Root | 'not-a-tree' | 'too-deep' {
  if (list[0] !== '') return 'not-a-tree';
  const root = list.slice(CHILDREN);
  /** Lists being walked, and the index reached in each. */
  const above: unknown[][] = [];
  const reached: number[] = [];
  let children = root;
  let next = 0;
  let count = 0;
  let coveredAt = 0;
  for (;;) {
    if (next >= children.length) {
      const outer = above.pop();
      if (!outer) return { type: 'root', children: root as ElementContent[] };
      children = outer;
      next = reached.pop() ?? 0;
      continue;
    }
    const item = children[next];
    if (typeof item === 'string') {
      children[next] = { type: 'text', value: item };
      next += 1;
      continue;
    }
    const element = elementOf(item);
    if (!element) return 'not-a-tree';
    if (count === covered[coveredAt]) {
      element.data = { ...element.data, hidden: true, covered: true } as ElementData;
      coveredAt += 1;
    }
    count += 1;
    children[next] = element;
    next += 1;
    if (element.children.length === 0) continue;
    above.push(children);
    reached.push(next);
    if (above.length > deepest) return 'too-deep';
    children = element.children;
    next = 0;
  }
}

/**
 * An element from its list. Its children are still in compact form, in a list of the final length; each is replaced in
 * place. Members are in one order, so that code compiled for one element fits the others.
 */
function elementOf(item: unknown): Element | undefined {
  if (!Array.isArray(item)) return undefined;
  const [tagName, kept, live]: unknown[] = item;
  if (typeof tagName !== 'string' || tagName === '') return undefined;
  if (kept !== 0 && !isProperties(kept)) return undefined;
  const properties = kept === 0 ? {} : (kept as Properties);
  const children = item.slice(CHILDREN);
  if (live === 0) return { type: 'element', tagName, properties, children };
  if (Array.isArray(live) ? !isBox(live) : !isLiveData(live)) return undefined;
  const data = (Array.isArray(live) ? { box: live as unknown as Box } : live) as ElementData;
  return { type: 'element', tagName, properties, children, data };
}
