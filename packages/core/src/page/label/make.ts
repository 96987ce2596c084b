/** Make of an element: its tag and classes, which repeat where a page draws things alike. */
import { attribute } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import { elementAt } from '../tree/span.js';

const LONGEST = 200;

export function makeOf(index: PageIndex, at: number): string {
  const element = elementAt(index, at);
  return `${index.tags[at]} ${((element && attribute(element, 'class')) ?? '').slice(0, LONGEST)}`;
}
