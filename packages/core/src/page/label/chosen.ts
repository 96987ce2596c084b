/** Choices that a page draws as buttons, as libraries for drop-down lists do. */
import type { PageIndex } from '../tree/page-index.js';
import { contains } from '../tree/span.js';
import type { Candidate } from './candidate.js';

/** Elements between a button and its words; a look further up would cost more than it finds. */
const MOST_IN_BUTTON = 12;

/** True for a label in one button beside a value in another: what is chosen in a list names no choice of the next. */
export function isChosen(index: PageIndex, { labelAt, target }: Candidate): boolean {
  const button = buttonOver(index, labelAt ?? -1);
  return button >= 0 && !contains(index, button, target) && buttonOver(index, target) >= 0;
}

/** @returns -1 if there is none */
function buttonOver(index: PageIndex, from: number): number {
  let at = from;
  for (let up = 0; up < MOST_IN_BUTTON && at >= 0; up += 1) {
    if (index.tags[at] === 'button') return at;
    at = index.parents[at] ?? -1;
  }
  return -1;
}
