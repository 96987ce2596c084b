/** A text over many lines with labels of their own is the heading of a section, not the label of one value. */
import { isLined } from '../tree/line.js';
import type { PageIndex } from '../tree/page-index.js';
import { endOf, holdsTable, letters } from '../tree/span.js';
import { displayText } from '../tree/text.js';

/** Most nodes looked at, and most characters of a line with a label. */
const MOST_NODES = 200;
const LONGEST = 600;
const LABELLED = /^[^\n:：?]{1,60}[:：?](?:\s|$)/;
const FEWEST_LINES = 3;
const FEWEST_CELLS = 4;

/** True if the block after a text is a section under it: a table, or after a heading a list or labelled lines. */
export function isSection(index: PageIndex, labelAt: number, valueAt: number): boolean {
  if (holdsTable(index, valueAt) || index.tags[valueAt] === 'table')
    return isMoreThan(index, valueAt, FEWEST_CELLS - 1, /^t[dh]$/);
  if (!isTitle(index, labelAt)) return false;
  if (isMoreThan(index, valueAt, 1, /^(?:li|dt|p|h[1-6])$/)) return true;
  if (holdsLines(index, valueAt)) return true;
  const lines = displayText(index, valueAt).split('\n', MOST_NODES);
  const labelled = lines.filter((line) => LABELLED.test(line)).length;
  return lines.length >= FEWEST_LINES && labelled * 2 > lines.length;
}

/** True for headings and legends: they speak for everything after them, not for the next block alone. */
export function isTitle(index: PageIndex, at: number): boolean {
  for (let i = at; i < endOf(index, at); i += 1)
    if (/^(?:h[1-6]|legend|caption|summary)$/.test(index.tags[i] ?? '')) return true;
  return false;
}

/** True if one of the texts in it is a form with its own line breaks. */
function holdsLines(index: PageIndex, at: number): boolean {
  const end = Math.min(endOf(index, at), at + MOST_NODES);
  for (let i = at; i < end; i += 1) {
    const node = index.nodes[i];
    if (node?.type === 'text' && isLined(node.value)) return true;
  }
  return false;
}

/** True if two or more of the blocks that begin at this place are lines with labels of their own. */
export function beginsLines(index: PageIndex, blocks: readonly number[], at: number): boolean {
  return isLabelledLine(index, blocks[at]) && isLabelledLine(index, blocks[at + 1]);
}

function isLabelledLine(index: PageIndex, at: number | undefined): boolean {
  return at !== undefined && letters(index, at) <= LONGEST && LABELLED.test(displayText(index, at));
}

function isMoreThan(index: PageIndex, at: number, limit: number, tags: RegExp): boolean {
  let count = 0;
  const end = Math.min(endOf(index, at), at + MOST_NODES);
  for (let i = at + 1; i < end; i += 1) {
    if (tags.test(index.tags[i] ?? '')) count += 1;
    if (count > limit) return true;
  }
  return false;
}
