/** Values of one label that are each in a separate box within one line: chips, tags, badges. */
import { attribute } from './attribute.js';
import type { PageIndex } from './page-index.js';
import { childrenOf, elementAt, endOf } from './span.js';

/** Words that design systems have for such a box, as the end of a name or the whole of it. */
const CHIP = /(?:^|[\s_-])(?:chips?|tags?|badges?|pills?|tokens?|lozenges?|multi-?value)(?:$|\s)/i;
const INLINE = new Set(['a', 'span', 'strong', 'em', 'mark', 'b']);
const MOST = 40;

/** True if an element in a line is such a box. */
export function isChip(index: PageIndex, at: number): boolean {
  if (!INLINE.has(index.tags[at] ?? '')) return false;
  const element = elementAt(index, at);
  const classes = element && attribute(element, 'class');
  return classes !== undefined && CHIP.test(classes);
}

/** True if such a box comes right after another: then a line break is between them, as it looks on screen. */
export function followsChip(index: PageIndex, at: number): boolean {
  if (!isChip(index, at)) return false;
  const parent = index.parents[at] ?? -1;
  let before = at - 1;
  for (let left = 8; before > parent && left > 0; left -= 1) {
    const node = index.nodes[before];
    if (index.parents[before] !== parent) before = index.parents[before] ?? -1;
    else if (node?.type === 'text' && /^[\s,]*$/.test(node.value)) before -= 1;
    else return isChip(index, before);
  }
  return false;
}

/** True for two or more such boxes and nothing else: values, although each may link to everything that has it. */
export function holdsChips(index: PageIndex, at: number): boolean {
  if (endOf(index, at) - at > 4 * MOST) return false;
  const children = childrenOf(index, at).filter((child) => index.tags[child] !== '#text');
  return children.length > 1 && children.every((child) => isChip(index, child));
}
