/** Values of one label that each stand in a box of their own in one line: chips, tags, badges. */
import { attribute } from './attribute.js';
import type { PageIndex } from './page-index.js';
import { childrenOf, elementAt, endOf } from './span.js';

/** Words that design systems have for such a box, as the end of a name or the whole of it. */
const CHIP = /(?:^|[\s_-])(?:chips?|tags?|badges?|pills?|tokens?|lozenges?|multi-?value)(?:$|\s)/i;
const INLINE = new Set(['a', 'span', 'strong', 'em', 'mark', 'b']);
const MOST = 40;

/** Whether an element in a line is such a box. */
export function isChip(index: PageIndex, at: number): boolean {
  if (!INLINE.has(index.tags[at] ?? '')) return false;
  const element = elementAt(index, at);
  const classes = element && attribute(element, 'class');
  return classes !== undefined && CHIP.test(classes);
}

/** Whether such a box stands right behind another: then a line break is between them, as the eye has it. */
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

/** Two or more such boxes and nothing else: values, although each may be a link to all that have it. */
export function holdsChips(index: PageIndex, at: number): boolean {
  if (endOf(index, at) - at > 4 * MOST) return false;
  const children = childrenOf(index, at).filter((child) => index.tags[child] !== '#text');
  return children.length > 1 && children.every((child) => isChip(index, child));
}
