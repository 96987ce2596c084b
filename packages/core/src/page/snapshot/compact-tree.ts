/**
 * A tree as a reader in the browser writes it: lists in place of objects, which take half the room on their way and half
 * the time to parse. A text is a string. An element is `[tagName, properties, data, …children]`, where 0 stands for none,
 * and a box alone for data that is a box alone. The root is an element without a name.
 */
import type { Element, ElementContent, ElementData, Properties, Root } from 'hast';
import { isBox, isLiveData, isProperties } from './node-check.js';
import type { Box } from './snapshot.js';

/** Where the children of an element begin. */
const CHILDREN = 3;

/**
 * Without recursion: depth costs nothing.
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
  /** Lists that are being gone through, and how far. */
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
 * Its children are still as they came: in a list that is as long as they are many, each to be replaced in its place.
 * Members in one order: code that was compiled for one element then fits the others.
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
