/** The words just before a control, in its own line or in the block before it, or next to it in its box. */

import { attribute } from '../../tree/attribute.js';
import { isChoice, nameOf } from '../../tree/choice.js';
import type { Control } from '../../tree/control.js';
import type { PageIndex } from '../../tree/page-index.js';
import {
  childrenOf,
  controlCount,
  controlsIn,
  elementAt,
  endOf,
  letters,
} from '../../tree/span.js';
import { foldLine, isBlock } from '../../tree/text.js';
import { isOneRun } from '../adjacency.js';
import { type Candidate, SCORE } from '../candidate.js';
import { endsWithColon, labelLikeness, labelOf, readsAsLabel, tidyLabel } from '../label-text.js';

const FURTHEST_UP = 6;
/** Most children of a box looked at for a label without `for`. */
const MOST_BESIDE = 8;

export function textBeforeCandidates(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
): Candidate[] {
  const found: Candidate[] = [];
  for (const { at, alone } of controls.values()) {
    if (alone !== false) inLine(index, at, at, found);
    else {
      // Only the first of several buttons has the question before it; the others have a neighbour's text.
      const first = firstOfGroup(index, at);
      inLine(index, first, at, found);
      if (first !== at) continue;
    }
    inBlockBefore(index, at, found);
    beside(index, at, found);
  }
  return found;
}

function firstOfGroup(index: PageIndex, at: number): number {
  for (const other of (index.names.get(nameOf(index, at)) ?? []).slice(0, 20))
    if (isChoice(index, other)) return other;
  return at;
}

function inLine(index: PageIndex, at: number, target: number, found: Candidate[]): void {
  const parent = index.parents[at] ?? -1;
  const pieces: string[] = [];
  let labelAt = -1;
  for (let i = at - 1, left = 30; i > parent && left > 0; i -= 1, left -= 1) {
    const node = index.nodes[i];
    const tag = index.tags[i] ?? '';
    if (node?.type === 'text') {
      // Words in a heading or another block right before the line are not part of it.
      const isApart = labelAt >= 0 && blockOf(index, i, parent) !== blockOf(index, labelAt, parent);
      if (isApart || (labelAt >= 0 && !isOneRun(index, i, labelAt))) break;
      pieces.unshift(node.value);
      labelAt = i;
    } else if (tag === 'br' || isBlock(tag) || controlCount(index, i) > 0) break;
  }
  const text = foldLine(pieces.join(''));
  const label = tidyLabel(text);
  if (labelAt < 0 || !readsAsLabel(label)) return;
  const score = endsWithColon(text) ? SCORE.before + 0.08 : SCORE.before;
  found.push({ target, labelAt, label, method: 'label-left', score });
}

/** The innermost block within an element that a text is in, or the element itself. */
function blockOf(index: PageIndex, at: number, within: number): number {
  let block = index.parents[at] ?? -1;
  while (block > within && !isBlock(index.tags[block] ?? '')) block = index.parents[block] ?? -1;
  return Math.max(block, within);
}

/** Climbs while nothing else is in the way, and takes the nearest element before that reads as a label. */
function inBlockBefore(index: PageIndex, at: number, found: Candidate[]): void {
  let from = at;
  for (let hop = 0; hop < FURTHEST_UP; hop += 1) {
    const parent = index.parents[from] ?? -1;
    if (parent < 0 || index.tags[parent] === 'td' || index.tags[parent] === 'th') return;
    const before = siblingBefore(index, parent, from);
    if (before >= 0) {
      if (controlCount(index, before) > 0 || index.tags[before] === 'legend') return;
      const likeness = labelLikeness(index, before);
      const label = likeness >= 0.35 ? labelOf(index, before) : undefined;
      if (label === undefined) return;
      const isAbove = isBlock(index.tags[before] ?? '') || isBlock(index.tags[from] ?? '');
      const score = SCORE.before - 0.12 + likeness * 0.1;
      found.push({
        target: at,
        labelAt: before,
        label,
        method: isAbove ? 'label-above' : 'label-left',
        score,
      });
      return;
    }
    from = parent;
  }
}

/** The nearest sibling before that shows anything, or -1. Looks back over a few nodes only. */
function siblingBefore(index: PageIndex, parent: number, from: number): number {
  let i = from - 1;
  for (let left = 60; i > parent && left > 0; left -= 1) {
    let top = i;
    for (
      let up = index.parents[top] ?? -1, hops = 12;
      up !== parent && up > parent && hops > 0;
      hops -= 1
    ) {
      top = up;
      up = index.parents[top] ?? -1;
    }
    if (letters(index, top) > 0 || controlsIn(index, top, 1).length > 0) return top;
    i = top - 1;
  }
  return -1;
}

/** A `label` without `for` in the same box as the only control there, before or after it. */
function beside(index: PageIndex, at: number, found: Candidate[]): void {
  const parent = index.parents[at] ?? -1;
  if (parent < 0 || controlCount(index, parent) !== 1 || endOf(index, parent) - parent > 40) return;
  for (const child of childrenOf(index, parent).slice(0, MOST_BESIDE)) {
    const element = index.tags[child] === 'label' ? elementAt(index, child) : undefined;
    const label =
      element && attribute(element, 'for') === undefined ? labelOf(index, child) : undefined;
    if (label === undefined) continue;
    const score = SCORE.sibling - 0.05;
    found.push({ target: at, labelAt: child, label, method: 'label-above', score });
  }
}
