/** A label with a hint below it, in one cell: *Telephone* and, in small print, *if known*. */
import { attribute } from '../../tree/attribute.js';
import type { PageIndex } from '../../tree/page-index.js';
import { childrenOf, controlCount, elementAt, isBlank, letters } from '../../tree/span.js';

const PLACES = new Set(['td', 'th', 'dt']);
const HINT_CLASS = /(?:^|[\s_-])(?:hint|help|help-?text|note|description|muted|small)(?:$|[\s_-])/i;
/** Most parts of a label's cell. */
const MOST_PARTS = 6;

/** The part of a cell that is the label if all the rest is a hint, otherwise the cell itself. */
export function labelHead(index: PageIndex, at: number): number {
  if (!PLACES.has(index.tags[at] ?? '') || controlCount(index, at) > 0) return at;
  const sorter = index.tags[at] === 'th' ? buttonIn(index, at) : undefined;
  if (sorter !== undefined) return sorter;
  const [head, ...rest] = childrenOf(index, at).filter((child) => !isBlank(index, child));
  if (head === undefined || rest.length === 0 || rest.length > MOST_PARTS) return at;
  return !isHint(index, head) && rest.every((part) => isHint(index, part)) ? head : at;
}

/** Most elements between a header's cell and the button that sorts by it. */
const MOST_AROUND = 4;

/** The button that has all the words of a header, to sort the column by it. */
function buttonIn(index: PageIndex, at: number): number | undefined {
  let within = at;
  for (let left = MOST_AROUND; left > 0; left -= 1) {
    const only = childrenOf(index, within).filter((child) => letters(index, child) > 0);
    within = only[0] ?? -1;
    if (only.length !== 1 || within < 0) return undefined;
    if (index.tags[within] === 'button') return within;
  }
  return undefined;
}

/** The hints in a label's cell: they are no values of it. */
export function hintsIn(index: PageIndex, at: number): readonly number[] {
  const head = labelHead(index, at);
  return head === at ? [] : childrenOf(index, at).filter((child) => isHint(index, child));
}

function isHint(index: PageIndex, at: number): boolean {
  const element = elementAt(index, at);
  if (!element) return false;
  return index.tags[at] === 'small' || HINT_CLASS.test(attribute(element, 'class') ?? '');
}
