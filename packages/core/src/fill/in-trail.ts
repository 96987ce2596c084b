/** Breadcrumbs: the links from the start page to this one. Unlike a menu, they are about this record. */
import { attribute } from '../page/tree/attribute.js';
import type { PageIndex } from '../page/tree/page-index.js';
import { elementAt } from '../page/tree/span.js';

const DEEPEST = 10;

export function isInTrail(index: PageIndex, at: number): boolean {
  for (let up = at, left = DEEPEST; up >= 0 && left > 0; left -= 1) {
    const element = elementAt(index, up);
    const words = element
      ? `${attribute(element, 'aria-label')} ${attribute(element, 'class')} ${attribute(element, 'id')}`
      : '';
    if (/bread-?_?crumb/i.test(words)) return true;
    up = index.parents[up] ?? -1;
  }
  return false;
}
