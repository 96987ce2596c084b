/**
 * Labels and values recognised only by repetition: three rows or more of the same make, each with a short name of its
 * own and a value next to it.
 */
import type { PageIndex } from '../tree/page-index.js';
import { childrenOf, controlCount, endOf, isAllLinks, isBlank } from '../tree/span.js';
import { type Candidate, SCORE } from './candidate.js';
import { labelLikeness, labelOf } from './label-text.js';
import { makeOf } from './make.js';
import { isSection } from './section-value.js';
import { isLinkColumn, isMenu, isTaken } from './sibling-pair.js';
import { valueNodes } from './value-node.js';

const FEWEST = 3;
/** Most pairs: longer lists are lists of things, not the fields of one. */
const MOST = 200;
const OTHER_SIGNALS = new Set('dl table thead tbody tfoot tr select label p nav svg'.split(' '));

interface Pair {
  readonly labelAt: number;
  readonly valueAt: number;
}

export function repeatedCandidates(index: PageIndex): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at < index.tags.length; at += 1) {
    const tag = index.tags[at] ?? '';
    if (tag === '#text' || OTHER_SIGNALS.has(tag) || endOf(index, at) - at < 3 * FEWEST) continue;
    const children = childrenOf(index, at).filter((child) => index.tags[child] !== '#text');
    if (children.length < FEWEST || children.length > MOST) continue;
    const pairs = rowPairs(index, children) ?? turnPairs(index, children);
    // Links under names are a menu.
    if (pairs?.every(({ valueAt }) => isAllLinks(index, valueAt))) continue;
    const menus = pairs?.filter(({ valueAt }) => isLinkColumn(index, valueAt)) ?? [];
    if (pairs && menus.length * 2 > pairs.length) continue;
    if (pairs && areNames(index, pairs)) for (const pair of pairs) addPair(index, pair, found);
  }
  return found;
}

/** Pairs from rows: each child holds two elements, or only its label if the value is empty. */
function rowPairs(index: PageIndex, rows: readonly number[]): Pair[] | undefined {
  const pairs: Pair[] = [];
  for (const row of rows) {
    const inside = childrenOf(index, row).filter((child) => !isBlank(index, child));
    const [labelAt, valueAt, more] = inside;
    if (labelAt === undefined) continue;
    const isPair = more === undefined && inside.every((child) => index.tags[child] !== '#text');
    if (!isPair) return undefined;
    if (valueAt !== undefined) pairs.push({ labelAt, valueAt });
  }
  return alike(index, pairs);
}

/** Pairs from turns: label, value, label, value, as the children of one box. */
function turnPairs(index: PageIndex, children: readonly number[]): Pair[] | undefined {
  if (children.length % 2 !== 0) return undefined;
  const pairs: Pair[] = [];
  for (let i = 0; i < children.length; i += 2)
    pairs.push({ labelAt: children[i] ?? -1, valueAt: children[i + 1] ?? -1 });
  return alike(index, pairs);
}

/** The pairs, if all labels are of one make and all values of another. */
function alike(index: PageIndex, pairs: readonly Pair[]): Pair[] | undefined {
  const [first] = pairs;
  if (!first || pairs.length < FEWEST) return undefined;
  const make = makeOf(index, first.labelAt);
  if (make === makeOf(index, first.valueAt)) return undefined;
  const value = makeOf(index, first.valueAt);
  const isSame = pairs.every(
    ({ labelAt, valueAt }) =>
      makeOf(index, labelAt) === make &&
      (makeOf(index, valueAt) === value || controlCount(index, valueAt) > 0),
  );
  return isSame ? [...pairs] : undefined;
}

/**
 * True if every label reads as one, and no two are the same: the names of fields differ, those of listed things may
 * not.
 */
function areNames(index: PageIndex, pairs: readonly Pair[]): boolean {
  const names = new Set<string>();
  for (const { labelAt, valueAt } of pairs) {
    if (isSection(index, labelAt, valueAt)) return false;
    if (labelLikeness(index, labelAt) < 0.35 || isTaken(index, labelAt)) return false;
    names.add(labelOf(index, labelAt)?.toLowerCase() ?? '');
  }
  return names.size === pairs.length;
}

function addPair(index: PageIndex, { labelAt, valueAt }: Pair, found: Candidate[]): void {
  const label = labelOf(index, labelAt);
  if (label === undefined || isBlank(index, valueAt) || isMenu(index, valueAt)) return;
  const targets = valueNodes(index, valueAt);
  if (targets.length > 4) return;
  for (const target of targets)
    found.push({ target, labelAt, label, method: 'label-left', score: SCORE.repeated });
}
