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

/** A list that is being gone through, and the node that takes what is found in it. */
interface Level {
  readonly list: readonly unknown[];
  readonly children: ElementContent[];
  next: number;
}

/**
 * Without recursion: depth costs nothing.
 *
 * @returns the tree, or what is wrong with it
 */
export function expandTree(
  list: readonly unknown[],
  deepest: number,
): Root | 'not-a-tree' | 'too-deep' {
  if (list[0] !== '') return 'not-a-tree';
  const children: ElementContent[] = [];
  const above: Level[] = [];
  let level: Level | undefined = { list, children, next: CHILDREN };
  while (level) {
    if (level.next >= level.list.length) {
      level = above.pop();
      continue;
    }
    const item: unknown = level.list[level.next];
    level.next += 1;
    if (typeof item === 'string') {
      level.children.push({ type: 'text', value: item });
      continue;
    }
    const element = elementOf(item);
    if (!element) return 'not-a-tree';
    level.children.push(element);
    const inside = item as readonly unknown[];
    if (inside.length <= CHILDREN) continue;
    above.push(level);
    if (above.length > deepest) return 'too-deep';
    level = { list: inside, children: element.children, next: CHILDREN };
  }
  return { type: 'root', children };
}

/** Without its children. Members in one order: code that was compiled for one element then fits the others. */
function elementOf(item: unknown): Element | undefined {
  if (!Array.isArray(item)) return undefined;
  const [tagName, kept, live]: unknown[] = item;
  if (typeof tagName !== 'string' || tagName === '') return undefined;
  if (kept !== 0 && !isProperties(kept)) return undefined;
  const properties = kept === 0 ? {} : (kept as Properties);
  if (live === 0) return { type: 'element', tagName, properties, children: [] };
  if (Array.isArray(live) ? !isBox(live) : !isLiveData(live)) return undefined;
  const data = (Array.isArray(live) ? { box: live as unknown as Box } : live) as ElementData;
  return { type: 'element', tagName, properties, children: [], data };
}
