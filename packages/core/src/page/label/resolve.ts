/** Picks the best label for each value and keeps the others as runners-up. */

import type { RunnerUp } from '../reading.js';
import type { PageIndex } from '../tree/page-index.js';
import { endOf } from '../tree/span.js';
import type { Candidate } from './candidate.js';

export interface Resolved {
  readonly best: Candidate;
  readonly runnersUp: readonly RunnerUp[];
}

/**
 * Margin of certainty by which a whole block's label must beat a label found inside it, for the block to stay whole.
 */
const MARGIN = 0.06;

/** One winner for each value node or part of one, in document order. */
export function resolve(candidates: readonly Candidate[]): Resolved[] {
  const groups = new Map<string | number, Candidate[]>();
  for (const candidate of candidates) {
    const key = candidate.part ? `${candidate.part.at}/${candidate.part.offset}` : candidate.target;
    const group = groups.get(key);
    if (group) group.push(candidate);
    else groups.set(key, [candidate]);
  }
  const resolved: Resolved[] = [];
  for (const group of groups.values()) resolved.push(pick(group));
  return resolved.sort((a, b) => inOrder(a.best, b.best));
}

/** Compares document order. A part is placed by its own text, not by the start of its block. */
export function inOrder(a: Candidate, b: Candidate): number {
  return orderOf(a) - orderOf(b) || (a.part?.offset ?? 0) - (b.part?.offset ?? 0);
}

export function orderOf(candidate: Candidate): number {
  return candidate.part?.at ?? candidate.target;
}

const NO_OTHERS: readonly RunnerUp[] = [];
const MOST_OTHERS = 5;

function pick(group: readonly Candidate[]): Resolved {
  const [only] = group;
  if (only && group.length === 1) return { best: only, runnersUp: NO_OTHERS };
  const ranked = preferDisplayed(byScore(group));
  const [first] = ranked;
  if (!first) throw new RangeError('A group of candidates is never empty');
  const row = ranked.find((candidate) => candidate.row)?.row;
  return {
    best: row && !first.row ? { ...first, row } : first,
    runnersUp: othersOf(ranked, first.label),
  };
}

/** Candidates, surest first. Most groups have two, and a sort would create more than it puts in order. */
function byScore(group: readonly Candidate[]): readonly Candidate[] {
  const [one, two] = group;
  if (!one || !two || group.length > 2) return [...group].sort((a, b) => b.score - a.score);
  return two.score > one.score ? [two, one] : group;
}

/** Each label once, except the winner. */
function othersOf(ranked: readonly Candidate[], winner: string): readonly RunnerUp[] {
  const seen = [keyOf(winner)];
  const others: RunnerUp[] = [];
  for (const { label, method, score } of ranked) {
    if (others.length === MOST_OTHERS) break;
    const key = keyOf(label);
    if (seen.includes(key)) continue;
    seen.push(key);
    others.push({ label, method, score: rounded(score) });
  }
  return others.length === 0 ? NO_OTHERS : others;
}

/** Prefers the displayed label: "Telephone number 2", read out only, gives way to "Telephone number" on screen. */
function preferDisplayed(ranked: readonly Candidate[]): readonly Candidate[] {
  const [first] = ranked;
  if (first?.method !== 'aria' || first.labelAt !== undefined) return ranked;
  const shown = ranked.find(
    (candidate) =>
      candidate.labelAt !== undefined &&
      (keyOf(first.label).startsWith(keyOf(candidate.label)) ||
        keyOf(first.label).endsWith(keyOf(candidate.label))),
  );
  return shown ? [shown, ...ranked.filter((candidate) => candidate !== shown)] : ranked;
}

function keyOf(label: string): string {
  return label.toLowerCase();
}

export function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}

/**
 * Drops blocks whose own parts are labelled values, unless the block's label is much surer: a cell that holds a list of
 * terms is not one value, but a cell with a bold word in it is.
 */
export function withoutContainers(index: PageIndex, resolved: readonly Resolved[]): Resolved[] {
  const surest = surestInside(index, resolved);
  const kept: Resolved[] = [];
  let wholeUntil = -1;
  resolved.forEach((entry, place) => {
    const { target, score } = entry.best;
    if (target < wholeUntil) return;
    const inside = surest[place] ?? 0;
    if (inside + MARGIN >= score) return;
    if (inside > 0) wholeUntil = endOf(index, target);
    kept.push(entry);
  });
  return kept;
}

/** For each entry the best score among those inside it, 0 if there are none. */
function surestInside(index: PageIndex, resolved: readonly Resolved[]): number[] {
  const surest: number[] = resolved.map(() => 0);
  const open: number[] = [];
  const close = (): void => {
    const done = open.pop() ?? 0;
    const outer = open.at(-1);
    if (outer !== undefined)
      surest[outer] = Math.max(
        surest[outer] ?? 0,
        surest[done] ?? 0,
        resolved[done]?.best.score ?? 0,
      );
  };
  resolved.forEach(({ best }, place) => {
    while (
      open.length > 0 &&
      endOf(index, resolved[open.at(-1) ?? 0]?.best.target ?? 0) <= best.target
    )
      close();
    open.push(place);
  });
  while (open.length > 0) close();
  return surest;
}
