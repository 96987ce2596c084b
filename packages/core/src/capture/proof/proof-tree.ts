/**
 * Form of a recorded page in a file: its trees in their compact form, lists in place of objects, and limits on size.
 */
import type { Element, Root } from 'hast';
import { expandTree } from '../../page/snapshot/compact-tree.js';
import type { PageSnapshot } from '../../page/snapshot/snapshot.js';

/** Deepest nesting of elements in a recorded page. */
export const DEEPEST_FIXTURE = 400;
/** Most values of one field, and most letters of one value. */
export const MOST_VALUES = 500;
export const LONGEST_VALUE = 20_000;
/** Most UTF-16 code units of a page in a file. */
const LARGEST_FIXTURE = 3 * 1024 * 1024;

export function fitsInFile({
  snapshot,
  fields,
}: {
  readonly snapshot: PageSnapshot;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}): boolean {
  const trees = snapshot.frames.map(({ tree }) => compactTree(tree));
  return (
    trees.every((tree) => typeof expandTree(tree, DEEPEST_FIXTURE) === 'object') &&
    JSON.stringify([trees, fields]).length <= LARGEST_FIXTURE &&
    Object.values(fields).every(
      (values) =>
        values.length <= MOST_VALUES && values.every((value) => value.length <= LONGEST_VALUE),
    )
  );
}

type Compact = [tagName: string, properties: object | 0, data: object | 0, ...children: unknown[]];

/** Works without recursion, since a page may be nested deep. */
export function compactTree(tree: Root): readonly unknown[] {
  const root: Compact = ['', 0, 0];
  const stack: { readonly from: Root | Element; readonly to: Compact }[] = [
    { from: tree, to: root },
  ];
  for (let next = stack.pop(); next; next = stack.pop())
    for (const child of next.from.children) {
      if (child.type === 'text') next.to.push(child.value);
      if (child.type !== 'element') continue;
      const { tagName, properties, data } = child;
      const element: Compact = [tagName, orNone(properties), orNone(data)];
      next.to.push(element);
      stack.push({ from: child, to: element });
    }
  return root;
}

function orNone(members: object | undefined): object | 0 {
  return members && Object.keys(members).length > 0 ? members : 0;
}
