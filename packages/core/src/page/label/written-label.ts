/**
 * Labels that a style sheet shows before a value, which the page’s text does not have: the reader keeps them as
 * `data-label`, the attribute in which many pages write them.
 */
import { attribute, hasAttributes } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import { elementAt, isBlank, letters } from '../tree/span.js';
import { type Candidate, SCORE } from './candidate.js';
import { labelOf, readsAsLabel, tidyLabel } from './label-text.js';
import { isMenu } from './sibling-pair.js';
import { valueNodes } from './value-node.js';

const FEWEST = 2;
const LONGEST = 20_000;
const MOST_TARGETS = 4;

export function writtenLabelCandidates(index: PageIndex): Candidate[] {
  const found: Candidate[] = [];
  const labels = new Set<string>();
  for (let at = 0; at < index.nodes.length; at += 1) {
    const element = elementAt(index, at);
    if (!element || !hasAttributes(element)) continue;
    const written = attribute(element, 'data-label');
    if (written === undefined || isBlank(index, at) || letters(index, at) > LONGEST) continue;
    const label = tidyLabel(written.slice(0, 400));
    if (!readsAsLabel(label) || isMenu(index, at) || label === labelOf(index, at)) continue;
    const targets = valueNodes(index, at);
    if (targets.length > MOST_TARGETS) continue;
    labels.add(label);
    for (const target of targets)
      found.push({ target, label, method: 'label-left', score: SCORE.sibling - 0.02 });
  }
  // One word before many elements is a mark: *New*, *Required*.
  return labels.size < FEWEST ? [] : found;
}
