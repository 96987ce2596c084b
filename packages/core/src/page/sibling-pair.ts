/** A label and its value as neighbours in a row made of `div`s or `span`s, and the text just before a control. */

import { attribute } from './attribute.js';
import { type Candidate, SCORE } from './candidate.js';
import { isChoice, nameOf } from './choice.js';
import type { Control } from './control.js';
import { endsWithColon, labelLikeness, labelOf, readsAsLabel, tidyLabel } from './label-text.js';
import type { PageIndex } from './page-index.js';
import {
  childrenOf,
  controlCount,
  controlsIn,
  elementAt,
  endOf,
  isAllLinks,
  isBlank,
  letters,
} from './span.js';
import { foldLine, isBlock } from './text.js';
import { valueNodes } from './value-node.js';

/** Rows of these have signals of their own. */
const OTHER_SIGNALS = new Set(
  'dl dt dd table thead tbody tfoot tr ul ol select textarea label p'.split(' '),
);
const FURTHEST_UP = 6;

export function siblingCandidates(index: PageIndex): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < index.tags.length; at += 1) {
    const tag = index.tags[at] ?? '';
    if (tag === '#text' || OTHER_SIGNALS.has(tag) || endOf(index, at) - at < 4) continue;
    readRow(index, at, found);
  }
  return found;
}

/** Two neighbours that are elements: the first printed as a label, the second not. */
function readRow(index: PageIndex, at: number, found: Candidate[]): void {
  const children = childrenOf(index, at).filter((child) => !isBlank(index, child));
  const inlineOnly = children.every((child) => !isBlock(index.tags[child] ?? ''));
  // A run of inline pieces in one line is read as a line of text.
  if (inlineOnly && children.length !== 2) return;
  for (let i = 0; i + 1 < children.length; i += 1) {
    const labelAt = children[i] ?? -1;
    const valueAt = children[i + 1] ?? -1;
    if (index.tags[labelAt] === '#text' || index.tags[valueAt] === '#text') continue;
    const likeness = labelLikeness(index, labelAt);
    if (likeness < 0.7 || isTitle(index, labelAt) || isTaken(index, labelAt)) continue;
    if (isMenu(index, valueAt)) continue;
    if (controlCount(index, valueAt) === 0 && labelLikeness(index, valueAt) >= likeness) continue;
    const label = labelOf(index, labelAt);
    if (label === undefined) continue;
    const targets = valueNodes(index, valueAt);
    // A label before a whole form is the form's heading.
    if (targets.length > 4) continue;
    const isAbove = isBlock(index.tags[labelAt] ?? '') && isBlock(index.tags[valueAt] ?? '');
    for (const target of targets)
      found.push({
        target,
        labelAt,
        label,
        method: isAbove ? 'label-above' : 'label-left',
        score: SCORE.sibling - (0.95 - likeness) * 0.3 - (targets.length - 1) * 0.05,
      });
    i += 1;
  }
}

/** Headings and legends speak for all that follows, not for the next block alone. */
function isTitle(index: PageIndex, at: number): boolean {
  for (let i = at; i < endOf(index, at); i += 1)
    if (/^(?:h[1-6]|legend|caption|summary)$/.test(index.tags[i] ?? '')) return true;
  return false;
}

/** A label that has found its control is not also the label of what stands beside it. */
function isTaken(index: PageIndex, at: number): boolean {
  for (let i = at; i < endOf(index, at); i += 1) {
    const element = index.tags[i] === 'label' ? elementAt(index, i) : undefined;
    const id = element && attribute(element, 'for');
    if (id && index.ids.has(id)) return true;
  }
  return false;
}

/** Buttons, or several links and nothing else. */
function isMenu(index: PageIndex, at: number): boolean {
  if (index.tags[at] === 'button') return true;
  if (controlCount(index, at) > 0 || !isAllLinks(index, at)) return false;
  let links = 0;
  for (let i = at; i < endOf(index, at) && links < 2; i += 1)
    if (index.tags[i] === 'a' || index.tags[i] === 'button') links += 1;
  return links > 1;
}

/** For each control the words that stand just before it, in its own line or in the block before it. */
export function textBeforeCandidates(
  index: PageIndex,
  controls: ReadonlyMap<number, Control>,
): Candidate[] {
  const found: Candidate[] = [];
  for (const { at, alone } of controls.values()) {
    if (alone !== false) inLine(index, at, at, found);
    else {
      // Only the first of several buttons has the question before it; the others have its neighbour's text.
      const first = firstOfGroup(index, at);
      inLine(index, first, at, found);
      if (first !== at) continue;
    }
    inBlockBefore(index, at, found);
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

/** Climbs while nothing else is in the way, and takes the nearest thing before that reads as a label. */
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
