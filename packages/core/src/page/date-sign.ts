/** Signs in the page's markup of the way its dates are written: `time` elements with their day, and hints of boxes. */

import type { DateSign } from './reading.js';
import { attribute } from './tree/attribute.js';
import type { PageIndex } from './tree/page-index.js';

/** Most signs of one frame: a page that shows thousands of dates writes them all alike. */
const MOST_SIGNS = 500;
const LONGEST = 60;
const DAY = /^\d{4}-\d\d-\d\d(?=$|[T ])/;
/** `dd/mm/yyyy`, with any text around it. */
const HINT = /[dm]{1,2}\s?[/.\- ]\s?[dm]{1,2}\s?[/.\- ]\s?y{2,4}/i;

export function dateSigns(index: PageIndex): readonly DateSign[] {
  const signs: DateSign[] = [];
  for (let at = index.tags.indexOf('time'); at >= 0; at = index.tags.indexOf('time', at + 1)) {
    if (signs.length >= MOST_SIGNS) break;
    const node = index.nodes[at];
    const says = node?.type === 'element' ? attribute(node, 'datetime')?.trim() : undefined;
    const text = says !== undefined && DAY.test(says) ? textWithin(index, at) : '';
    if (text !== '' && says !== undefined) signs.push({ text, says });
  }
  for (const at of index.controls) {
    const node = index.nodes[at];
    const text = node?.type === 'element' ? (attribute(node, 'placeholder') ?? '') : '';
    if (signs.length < 2 * MOST_SIGNS && text.length <= LONGEST && HINT.test(text))
      signs.push({ text });
  }
  return signs;
}

function textWithin({ nodes, ends }: PageIndex, at: number): string {
  let text = '';
  for (let inside = at + 1; inside < (ends[at] ?? 0) && text.length <= LONGEST; inside += 1) {
    const node = nodes[inside];
    if (node?.type === 'text') text += node.value;
  }
  return text.length <= LONGEST ? text.replace(/\s+/g, ' ').trim() : '';
}
