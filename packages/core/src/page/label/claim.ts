/** Claimed parts of a page: values and labels that other signals have found. */
import type { PageIndex } from '../tree/page-index.js';
import { endOf } from '../tree/span.js';

/** Marks ranges, then answers if a node is inside one of them. */
export function claims(index: PageIndex, roots: Iterable<number>): (at: number) => boolean {
  const depth = new Int32Array(index.tags.length + 1);
  for (const root of roots) {
    if (root < 0) continue;
    depth[root] = (depth[root] ?? 0) + 1;
    const end = endOf(index, root);
    depth[end] = (depth[end] ?? 0) - 1;
  }
  for (let at = 1; at < depth.length; at += 1) depth[at] = (depth[at] ?? 0) + (depth[at - 1] ?? 0);
  return (at) => (depth[at] ?? 0) > 0;
}
