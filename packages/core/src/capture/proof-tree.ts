/** A tree in its compact form, as `compact-tree.ts` reads it: lists in place of objects. */
import type { Element, Root } from 'hast';

type Compact = [tagName: string, properties: object | 0, data: object | 0, ...children: unknown[]];

/** Without recursion: a page may be nested deep. */
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
