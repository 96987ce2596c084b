/** Places on screen, of the elements that have a box. */
import type { Box } from '../snapshot/snapshot.js';
import type { PageIndex } from '../tree/page-index.js';
import { elementAt } from '../tree/span.js';
import type { TemplateRow } from './row-template.js';

/** Share of rows that must agree. */
const MOST_AGREE = 0.8;

export function boxOf(index: PageIndex, at: number): Box | undefined {
  return elementAt(index, at)?.data?.box;
}

/** True if the second is to the right of the first, in its line. */
export function isBeside([x, y, w, h]: Box, [ox, oy, , oh]: Box): boolean {
  const overlap = Math.min(y + h, oy + oh) - Math.max(y, oy);
  return ox >= x + Math.min(w, 8) && overlap >= Math.min(h, oh) / 2;
}

/**
 * False for pairs of which some are side by side and others are not: their order has slipped, since one answer has two
 * lines or none.
 */
export function isInOneDirection(index: PageIndex, rows: readonly TemplateRow[]): boolean {
  let [beside, placed] = [0, 0];
  for (const { items } of rows) {
    const [one, other] = [...items.values()];
    const [box, next] = [one, other].map((item) => item && boxOf(index, item.at));
    if (!box || !next) continue;
    placed += 1;
    if (isBeside(box, next)) beside += 1;
  }
  return beside === 0 || beside >= placed * MOST_AGREE;
}
