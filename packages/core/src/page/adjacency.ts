/** When markup says nothing: the text to the left of a control on screen, or just above it. */
import { type Candidate, SCORE } from './candidate.js';
import { readsAsLabel, tidyLabel } from './label-text.js';
import type { Line } from './line.js';
import type { PageIndex } from './page-index.js';
import type { Box } from './snapshot.js';
import { elementAt } from './span.js';
import { foldLine } from './text.js';

/** Furthest that a label stands from its control, in CSS pixels. */
const FURTHEST_LEFT = 260;
const FURTHEST_UP = 34;
/** Height of the bands that texts are sorted into, so that each control looks at its neighbours only. */
const BAND = 32;
const MOST_IN_BAND = 200;

interface Placed {
  readonly at: number;
  readonly label: string;
  readonly box: Box;
}

/** @param targets - controls that nothing has labelled */
export function adjacentCandidates(
  index: PageIndex,
  lines: readonly Line[],
  targets: readonly number[],
): Candidate[] {
  if (targets.length === 0) return [];
  const bands = new Map<number, Placed[]>();
  for (const line of lines) {
    const box = boxAt(index, line.at);
    const label = tidyLabel(foldLine(line.raw.slice(0, 200)));
    if (!box || line.hasControl || !readsAsLabel(label)) continue;
    const band = Math.floor((box[1] + box[3] / 2) / BAND);
    const list = bands.get(band) ?? [];
    bands.set(band, list);
    if (list.length < MOST_IN_BAND) list.push({ at: line.at, label, box });
  }
  const found: Candidate[] = [];
  for (const target of targets) {
    const box = boxAt(index, target);
    if (!box) continue;
    const band = Math.floor((box[1] + box[3] / 2) / BAND);
    const near = [-2, -1, 0, 1].flatMap((step) => bands.get(band + step) ?? []);
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

/** How far a text is from the control as its label: to the left in the same line, or above; infinite when neither. */
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
