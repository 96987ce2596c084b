/** All text of a recorded page, line by line, so that an officer can look through it before it leaves. */
import type { PageSnapshot } from '@cyber-prevent/core';
import type { Nodes } from 'hast';

export function leavesOf({ frames }: PageSnapshot): readonly string[] {
  return frames.flatMap(({ url, title, tree }) => [url, title, ...textsIn(tree)]).filter(Boolean);
}

/** Every attribute whose text a recorded page contains. */
const WORDED = 'title alt placeholder ariaLabel aria-label value label summary abbr'.split(' ');

/** Texts, the values of boxes, and the attributes with text for people. */
function textsIn(tree: Nodes): readonly string[] {
  const lines: string[] = [];
  const stack: Nodes[] = [tree];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') add(lines, node.value);
    if (node.type === 'element') {
      for (const name of WORDED) add(lines, node.properties[name]);
      add(lines, node.data?.value);
    }
    if ('children' in node) for (const child of node.children.toReversed()) stack.push(child);
  }
  return lines;
}

function add(lines: string[], text: unknown): void {
  if (typeof text !== 'string') return;
  const line = text.replace(/\s+/g, ' ').trim();
  if (line !== '') lines.push(line);
}
