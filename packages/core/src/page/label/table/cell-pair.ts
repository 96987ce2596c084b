/**
 * Tables whose cells each hold a label, in bold or before a colon, with its own value: no cell is the label of the next.
 */
import type { PageIndex } from '../../tree/page-index.js';
import { childrenOf, controlCount, isAllBold, isBlank } from '../../tree/span.js';
import { displayText } from '../../tree/text.js';
import { labelLikeness, readsAsLabel, tidyLabel } from '../label-text.js';
import { labelHead } from './label-head.js';
import type { Cell, Table } from './table.js';

/** Share of the cells that are such pairs, or labels without a value. */
const MOST = 0.8;
const LONGEST = 120;
const COLON = /^([^:：\n]{2,60})[:：]\s+\S/;

export function holdsOwnPairs(index: PageIndex, { rows }: Table): boolean {
  let all = 0;
  let pairs = 0;
  let labels = 0;
  let isFirst = false;
  for (const { inHead, filled } of rows) {
    if (inHead) return false;
    for (const cell of filled) {
      if (cell.header || cell.container || controlCount(index, cell.at) > 0) return false;
      all += 1;
      if (isAllBold(index, cell.at)) labels += 1;
      else if (isPair(index, cell)) {
        pairs += 1;
        if (cell.column === 0) isFirst = true;
      }
    }
  }
  return isFirst && pairs * 2 >= all && pairs + labels >= all * MOST;
}

function isPair(index: PageIndex, { at }: Cell): boolean {
  if (labelHead(index, at) !== at) return false;
  const [, before = ''] = COLON.exec(displayText(index, at).slice(0, LONGEST)) ?? [];
  if (before !== '' && readsAsLabel(tidyLabel(before))) return true;
  const [label, ...rest] = childrenOf(index, at).filter((child) => !isBlank(index, child));
  if (label === undefined || rest.length === 0 || index.tags[label] === '#text') return false;
  return isAllBold(index, label) && labelLikeness(index, label) >= 0.7;
}
