/**
 * Labels and values from `dt` and `dd`. Several `dd` under one `dt` are several values. Summary lists of GOV.UK, MoJ
 * and the NHS are such lists too.
 */
import { attribute } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import { childrenOf, controlCount, elementAt, isAllLinks, letters } from '../tree/span.js';
import { type Candidate, SCORE } from './candidate.js';
import { labelOf } from './label-text.js';
import { valueNodes } from './value-node.js';

const SUMMARY_LIST = /(?:^|[\s_-])summary-list(?:$|[\s_-])/i;

export function definitionCandidates(index: PageIndex): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < index.tags.length; at += 1) {
    if (index.tags[at] !== 'dl') continue;
    const list = elementAt(index, at);
    const isSummary = list !== undefined && SUMMARY_LIST.test(attribute(list, 'class') ?? '');
    const direct: number[] = [];
    for (const child of childrenOf(index, at)) {
      const tag = index.tags[child];
      if (tag === 'dt' || tag === 'dd') direct.push(child);
      else if (tag === 'div') readGroup(index, childrenOf(index, child), isSummary, found);
    }
    readGroup(index, direct, isSummary, found);
  }
  return found;
}

/**
 * Reads one run of terms and descriptions. If there are several terms in a row, the last is the label and the others
 * are runners-up.
 */
function readGroup(
  index: PageIndex,
  items: readonly number[],
  isSummary: boolean,
  found: Candidate[],
): void {
  let terms: number[] = [];
  let given = 0;
  for (const at of items) {
    const tag = index.tags[at];
    if (tag === 'dt') {
      if (given > 0) terms = [];
      given = 0;
      terms.push(at);
    } else if (tag === 'dd' && terms.length > 0) {
      if (given > 0 && isAction(index, at)) continue;
      terms.forEach((labelAt, place) => {
        const label = labelOf(index, labelAt);
        if (label === undefined) return;
        const score =
          (isSummary ? SCORE.summaryList : SCORE.definition) - 0.1 * (terms.length - 1 - place);
        for (const target of valueNodes(index, at))
          found.push({
            target,
            labelAt,
            label,
            method: isSummary ? 'summary-list' : 'dt-dd',
            score,
            continues: given > 0,
          });
      });
      given += 1;
    }
  }
}

/** True for a further description that holds only links or buttons: it is *Change* or *Remove*, not a value. */
function isAction(index: PageIndex, at: number): boolean {
  if (controlCount(index, at) > 0 || letters(index, at) === 0) return false;
  const element = elementAt(index, at);
  return (
    isAllLinks(index, at) && /action/i.test((element && attribute(element, 'class')) ?? 'action')
  );
}
