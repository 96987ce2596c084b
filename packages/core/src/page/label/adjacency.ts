/** Labels by position, if the markup gives none: the text to the left of a control on screen, or just above it. */

import type { Box } from '../snapshot/snapshot.js';
import type { PageIndex } from '../tree/page-index.js';
import { controlCount, elementAt, letters } from '../tree/span.js';
import { foldLine } from '../tree/text.js';
import { HIDDEN } from '../tree/visibility.js';
import { type Candidate, SCORE } from './candidate.js';
import { readsAsLabel, tidyLabel } from './label-text.js';

/** Furthest distance of a label from its control, in CSS pixels. */
const FURTHEST_LEFT = 260;
const FURTHEST_UP = 34;
/** A label and its box are never a screen apart. */
const FURTHEST_DOWN = 200;
/** A wrapped line continues at most this far below. */
const LINE_BREAK = 12;
const LONGEST = 90;
/** Height of the bands that texts are sorted into, so that each control looks only at its neighbours. */
const BAND = 32;
const MOST_IN_BAND = 200;

interface Placed {
  readonly at: number;
  readonly label: string;
  readonly box: Box;
}

/** @param targets - controls that nothing has labelled */
export function adjacentCandidates(index: PageIndex, targets: readonly number[]): Candidate[] {
  if (targets.length === 0) return [];
  const bands = new Map<number, Placed[]>();
  for (const text of textsOf(index)) {
    const band = Math.floor((text.box[1] + text.box[3] / 2) / BAND);
    const list = bands.get(band) ?? [];
    bands.set(band, list);
    if (list.length < MOST_IN_BAND) list.push(text);
  }
  const found: Candidate[] = [];
  for (const target of targets) {
    const box = boxAt(index, target);
    if (!box) continue;
    const near = bandsAround(box).flatMap((band) => bands.get(band) ?? []);
    const best = near
      .map((text) => ({ text, gap: gapOf(text.box, box) }))
      .filter(({ gap }) => Number.isFinite(gap))
      .sort((a, b) => a.gap - b.gap || a.text.at - b.text.at);
    best.slice(0, 3).forEach(({ text }, place) => {
      found.push({
        target,
        labelAt: text.at,
        label: text.label,
        method: 'adjacent',
        score: SCORE.adjacent - place * 0.1,
      });
    });
  }
  return found;
}

/** Bands next to the top and to the middle of a control: its label is level with one of them, or above it. */
function bandsAround([, y, , h]: Box): readonly number[] {
  const places = [y, y + h / 2].map((place) => Math.floor(place / BAND));
  return [...new Set(places.flatMap((band) => [band - 2, band - 1, band, band + 1]))];
}

/** Texts as painted: each with the box of the element that holds it, since inline pieces may be anywhere. */
function* textsOf(index: PageIndex): Generator<Placed> {
  let before = -1;
  for (let at = 0; at < index.nodes.length; at += 1) {
    const node = index.nodes[at];
    const parent = index.parents[at] ?? -1;
    if (node?.type !== 'text' || parent === before || node.value.trim() === '') continue;
    before = parent;
    if ((index.visibility[at] ?? 0) & HIDDEN || letters(index, parent) > LONGEST) continue;
    const box = elementAt(index, parent)?.data?.box;
    if (!box || controlCount(index, parent) > 0) continue;
    const label = tidyLabel(foldLine(node.value.slice(0, 200)));
    if (readsAsLabel(label)) yield { at, label, box };
  }
}

/** True if two places are within reach of each other on screen, or if either has no box. */
export function isNear(index: PageIndex, a: number, b: number): boolean {
  return gapDown(index, a, b) <= FURTHEST_DOWN;
}

/** True if two pieces of one run of text are painted as one: inline pieces may be placed anywhere. */
export function isOneRun(index: PageIndex, a: number, b: number): boolean {
  return gapDown(index, a, b) <= LINE_BREAK;
}

/** CSS pixels from the bottom of the upper place to the top of the lower one; 0 or less if they are side by side. */
function gapDown(index: PageIndex, a: number, b: number): number {
  const [one, other] = [boxAt(index, a), boxAt(index, b)];
  if (!one || !other) return 0;
  return Math.max(one[1], other[1]) - Math.min(one[1] + one[3], other[1] + other[3]);
}

/** Distance of a text from the control as its label: to the left in the same line, or above; infinite if neither. */
function gapOf([tx, ty, tw, th]: Box, [x, y, w, h]: Box): number {
  const overlap = Math.min(ty + th, y + h) - Math.max(ty, y);
  const left = x - (tx + tw);
  if (overlap >= Math.min(th, h) / 2 && left >= -2 && left <= FURTHEST_LEFT)
    return Math.max(0, left);
  const up = y - (ty + th);
  const across = Math.min(tx + tw, x + w) - Math.max(tx, x);
  if (up >= -2 && up <= FURTHEST_UP && across > 0 && Math.abs(tx - x) <= 24)
    return FURTHEST_UP + Math.max(0, up);
  return Number.POSITIVE_INFINITY;
}

function boxAt(index: PageIndex, at: number): Box | undefined {
  const element = elementAt(index, at) ?? elementAt(index, index.parents[at] ?? -1);
  return element?.data?.box;
}
