/** A label and its value as neighbours in a row made of `div`s or `span`s. */

import { attribute } from '../tree/attribute.js';
import { holdsChips } from '../tree/chip.js';
import type { PageIndex } from '../tree/page-index.js';
import {
  childrenOf,
  controlCount,
  elementAt,
  endOf,
  isAllLinks,
  isBlank,
  letters,
  linkedLetters,
} from '../tree/span.js';
import { isBlock } from '../tree/text.js';
import { type Candidate, SCORE } from './candidate.js';
import { labelLikeness, labelOf } from './label-text.js';
import { beginsLines, isSection, isTitle } from './section-value.js';
import { valueNodes } from './value-node.js';

/** Elements whose rows have their own signals. */
const OTHER_SIGNALS = new Set(
  'dl dt dd table thead tbody tfoot tr ul ol select textarea label p'.split(' '),
);

export function siblingCandidates(index: PageIndex): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < index.tags.length; at += 1) {
    const tag = index.tags[at] ?? '';
    if (tag === '#text' || OTHER_SIGNALS.has(tag) || endOf(index, at) - at < 4) continue;
    readRow(index, at, found);
  }
  return found;
}

/** Reads two neighbouring elements: the first printed as a label, the second not. */
function readRow(index: PageIndex, at: number, found: Candidate[]): void {
  const children = childrenOf(index, at).filter((child) => !isBlank(index, child));
  const inlineOnly = children.every((child) => !isBlock(index.tags[child] ?? ''));
  // Inline pieces in one line are read as a line of text, unless labels and values alternate.
  if (inlineOnly && children.length !== 2 && !takesTurns(index, children)) return;
  for (let i = 0; i + 1 < children.length; i += 1) {
    const labelAt = children[i] ?? -1;
    const valueAt = children[i + 1] ?? -1;
    if (index.tags[labelAt] === '#text' || index.tags[valueAt] === '#text') continue;
    const likeness = labelLikeness(index, labelAt);
    if (likeness < 0.7 || isTitle(index, labelAt) || isTaken(index, labelAt)) continue;
    if (isMenu(index, valueAt)) continue;
    // A colon says that a label is one, whatever follows it.
    const isHeading =
      likeness < 0.9 && (isSection(index, labelAt, valueAt) || beginsLines(index, children, i + 1));
    if (isHeading) continue;
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

function takesTurns(index: PageIndex, children: readonly number[]): boolean {
  return (
    children.length % 2 === 0 &&
    children.every((child, place) => labelLikeness(index, child) >= 0.7 === (place % 2 === 0))
  );
}

/** True for a label that has found its control: it does not also label the text next to it. */
export function isTaken(index: PageIndex, at: number): boolean {
  for (let i = at; i < endOf(index, at); i += 1) {
    const element = index.tags[i] === 'label' ? elementAt(index, i) : undefined;
    const id = element && attribute(element, 'for');
    if (id && index.ids.has(id)) return true;
  }
  return false;
}

/** True for buttons, or several links and nothing else. */
export function isMenu(index: PageIndex, at: number): boolean {
  if (index.tags[at] === 'button') return true;
  if (controlCount(index, at) > 0 || !isAllLinks(index, at)) return false;
  if (holdsChips(index, at)) return false;
  let links = 0;
  let buttons = 0;
  for (let i = at; i < endOf(index, at) && links < 2; i += 1) {
    if (index.tags[i] === 'a') links += 1;
    if (index.tags[i] === 'button') buttons += 1;
  }
  // A value that is a link often has one button next to it, to edit or to copy it.
  return links > 1 || (links === 0 && buttons > 1) || buttons > 2;
}

const MOST_IN_COLUMN = 200;

/** True for two links or more, each in a block of its own, that are most of the text: a part of a menu, or all of it. */
export function isLinkColumn(index: PageIndex, at: number): boolean {
  if (controlCount(index, at) > 0 || holdsChips(index, at)) return false;
  const linked = linkedLetters(index, at);
  if (linked === 0 || linked * 3 < letters(index, at) * 2) return false;
  let links = 0;
  const end = Math.min(endOf(index, at), at + MOST_IN_COLUMN);
  for (let i = at + 1; i < end && links < 2; i += 1)
    if (index.tags[i] === 'a' && isAlone(index, i)) links += 1;
  return links > 1;
}

/** True for a link with nothing beside it in its own block. */
function isAlone(index: PageIndex, at: number): boolean {
  const parent = index.parents[at] ?? -1;
  return isBlock(index.tags[parent] ?? '') && letters(index, parent) === letters(index, at);
}
