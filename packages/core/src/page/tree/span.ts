/** Questions about a node's content, each answered by a subtraction or a walk over its own children. */
import type { Element } from 'hast';
import type { Counts } from './counts.js';
import type { PageIndex } from './page-index.js';

export function elementAt(index: PageIndex, at: number): Element | undefined {
  const node = index.nodes[at];
  return node?.type === 'element' ? node : undefined;
}

export function endOf(index: PageIndex, at: number): number {
  return index.ends[at] ?? at + 1;
}

function within(index: PageIndex, at: number, count: keyof Counts): number {
  const totals = index.counts[count];
  return (totals[endOf(index, at)] ?? 0) - (totals[at] ?? 0);
}

/** Number of displayed characters, without the outer white space of each text. */
export function letters(index: PageIndex, at: number): number {
  return within(index, at, 'letters');
}

export function controlCount(index: PageIndex, at: number): number {
  return within(index, at, 'controls');
}

/** True if a table is inside the node, not counting the node itself. */
export function holdsTable(index: PageIndex, at: number): boolean {
  return within(index, at, 'tables') > (index.tags[at] === 'table' ? 1 : 0);
}

export function isAllBold(index: PageIndex, at: number): boolean {
  const size = letters(index, at);
  return size > 0 && within(index, at, 'bold') === size;
}

export function isAllLinks(index: PageIndex, at: number): boolean {
  return linkedLetters(index, at) === letters(index, at);
}

/** Number of displayed characters that are in a link or a button. */
export function linkedLetters(index: PageIndex, at: number): number {
  return within(index, at, 'linked');
}

/** True for a node with neither text nor control. */
export function isBlank(index: PageIndex, at: number): boolean {
  return letters(index, at) === 0 && controlCount(index, at) === 0;
}

/** The children of a node, elements and texts, in order. Cost grows with their number. */
export function childrenOf(index: PageIndex, at: number): number[] {
  const children: number[] = [];
  for (let child = at + 1; child < endOf(index, at); child = endOf(index, child))
    children.push(child);
  return children;
}

export function contains(index: PageIndex, outer: number, inner: number): boolean {
  return inner >= outer && inner < endOf(index, outer);
}

/** Controls inside a node, itself included, in document order; at most `limit`. */
export function controlsIn(index: PageIndex, at: number, limit = 1000): readonly number[] {
  const { controls } = index;
  const from = index.counts.controls[at] ?? 0;
  const to = index.counts.controls[endOf(index, at)] ?? from;
  return controls.slice(from, Math.min(to, from + limit));
}

/** The nearest ancestor with one of these tags, or -1; at most `limit` ancestors are tried. */
export function closest(
  index: PageIndex,
  at: number,
  tags: ReadonlySet<string>,
  limit = 40,
): number {
  let up = index.parents[at] ?? -1;
  for (let left = limit; up >= 0 && left > 0; left -= 1) {
    if (tags.has(index.tags[up] ?? '')) return up;
    up = index.parents[up] ?? -1;
  }
  return -1;
}
