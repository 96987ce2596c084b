/** The short text before several boxes that asks for all of them. */

import type { PageIndex } from '../../tree/page-index.js';
import { childrenOf, contains, controlCount, endOf, letters } from '../../tree/span.js';
import { labelLikeness, labelOf } from '../label-text.js';

/** Most levels climbed, from the element that holds all the boxes. */
const FURTHEST_UP = 3;
const MOST_CHILDREN = 60;

/** Prompt before the boxes; undefined if a heading or nothing precedes them. */
export function promptBefore(
  index: PageIndex,
  orders: readonly number[],
): { readonly at: number; readonly label: string } | undefined {
  const first = Math.min(...orders);
  const last = Math.max(...orders);
  let holder = index.parents[first] ?? -1;
  while (holder >= 0 && endOf(index, holder) <= last) holder = index.parents[holder] ?? -1;
  for (let hop = 0; hop < FURTHEST_UP && holder >= 0; hop += 1) {
    const before = lastBefore(index, holder, first);
    if (before !== undefined) return promptAt(index, before);
    holder = index.parents[holder] ?? -1;
  }
  return undefined;
}

/** The last child with words in it that ends before the first box, except that box's own label. */
function lastBefore(index: PageIndex, holder: number, first: number): number | undefined {
  const children = childrenOf(index, holder).slice(0, MOST_CHILDREN);
  const own = children.findIndex((child) => contains(index, child, first));
  return children
    .slice(0, Math.max(0, own))
    .findLast((child) => letters(index, child) > 0 && !isPart(index, child));
}

function isPart(index: PageIndex, at: number): boolean {
  return /^(?:day|month|year|dd|mm|yyyy)$/i.test(labelOf(index, at) ?? '');
}

function promptAt(
  index: PageIndex,
  at: number,
): { readonly at: number; readonly label: string } | undefined {
  if (controlCount(index, at) > 0 || labelLikeness(index, at) < 0.35) return undefined;
  const label = labelOf(index, at);
  return label === undefined ? undefined : { at, label };
}
