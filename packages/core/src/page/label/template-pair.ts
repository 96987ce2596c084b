/** Labels and values told apart by what the same place holds in many rows of one make. */
import { isChoice } from '../tree/choice.js';
import type { PageIndex } from '../tree/page-index.js';
import { controlsIn, endOf, isAllLinks, isBlank } from '../tree/span.js';
import { foldLine, LONGEST_VALUE } from '../tree/text.js';
import { type Candidate, SCORE } from './candidate.js';
import { isInFurniture } from './furniture.js';
import { labelLikeness, labelOf } from './label-text.js';
import { isInOneDirection } from './place.js';
import { type Item, isLabelLike, rowGroups, type TemplateRow, textOf } from './row-template.js';
import { isTitle } from './section-value.js';
import { isLinkColumn, isMenu, isTaken } from './sibling-pair.js';
import { valueNodes } from './value-node.js';

/** Says if a text is a label that is known. */
export type Knows = (label: string) => boolean;

export interface TemplatePairs {
  readonly candidates: readonly Candidate[];
  /** Labels, and what returns in the rows: none of them is anybody's value. */
  readonly notValues: ReadonlySet<number>;
}

const FEWEST_ROWS = 3;
const FEWEST_KNOWN = 2;
/** Share of known labels in a place that makes all of it labels. */
const KNOWN_SHARE = 0.4;
const MOST_TARGETS = 4;
/** Most known labels, as a share, among values. */
const STRAY = 0.15;
const LONGEST_LABEL = 80;
const MOST_IN_LINK = 20;
/** Words in brackets after a code in two parts or more, as registers name their fields. */
const CODED = /^[\dA-F]{2,8}(?:[.,:-][\dA-F]{1,8}){1,3} ?\(\p{L}[^()\d]{1,60}\)$/iu;
/** A label with its answer after it. */
const ANSWERED = /\S[:：]\s+\S/;
const KNOWN_SCORE = SCORE.sibling - 0.01;

interface Slot {
  readonly key: string;
  readonly items: readonly (Item | undefined)[];
  readonly filled: number;
  /** Share of items that read as labels, and of those that are known as one. */
  readonly likeness: number;
  readonly known: number;
  readonly knownCount: number;
  /** Share of different texts among those in one box; and the number of different texts at all. */
  readonly distinct: number;
  readonly texts: number;
}

export function templatePairs(index: PageIndex, knows?: Knows): TemplatePairs {
  const candidates: Candidate[] = [];
  const notValues = new Set<number>();
  for (const rows of rowGroups(index)) {
    if (rows.length < FEWEST_ROWS) continue;
    const slots = slotsOf(index, rows, knows);
    const known = slots.filter(isLabelSlot);
    // A list whose order slipped has known labels in both places.
    if (rows[0]?.isBare && slots.some((slot) => !known.includes(slot) && slot.known > STRAY))
      continue;
    if (rows[0]?.isBare && !isInOneDirection(index, rows)) continue;
    const labels = known.length > 0 || rows[0]?.isBare ? known : byMake(index, slots);
    if (labels.length === 0) continue;
    const score = known.length > 0 ? KNOWN_SCORE : SCORE.repeated;
    const rest = slots.filter((slot) => !labels.includes(slot));
    const varied = rest.filter((slot) => !returns(slot));
    const values = varied.length > 0 ? varied : rest;
    if (values.length === 0 || areMenus(index, values)) continue;
    const isAbove = isValueFirst(labels, values, rows);
    const before = candidates.length;
    const owners = groupNames(index, rows);
    rows.forEach(({ parent }, n) => {
      const found: Candidate[] = [];
      pairRow(index, labels, values, n, isAbove, score, found, notValues);
      const owner = owners.get(parent);
      for (const pair of found) candidates.push(owner === undefined ? pair : { ...pair, owner });
    });
    if (candidates.length === before) continue;
    for (const slot of rest)
      if (!values.includes(slot)) for (const item of slot.items) if (item) notValues.add(item.at);
  }
  return { candidates, notValues };
}

function slotsOf(index: PageIndex, rows: readonly TemplateRow[], knows?: Knows): readonly Slot[] {
  const keys = new Set<string>();
  for (const { items } of rows) for (const key of items.keys()) keys.add(key);
  return [...keys].slice(0, 16).map((key) => {
    const items = rows.map((row) => row.items.get(key));
    const texts = new Set<string>();
    const apart = new Set<string>();
    let [filled, like, known] = [0, 0, 0];
    items.forEach((item, n) => {
      if (!item) return;
      filled += 1;
      const text = textOf(index, item)?.toLowerCase();
      texts.add(text ?? `#${n}`);
      apart.add(`${rows[n]?.parent} ${text ?? `#${n}`}`);
      if (text === undefined || isTaken(index, item.at)) return;
      const isKnown =
        isShort(text) &&
        !ANSWERED.test(text) &&
        (CODED.test(text) || knows?.(textOf(index, item) ?? '') === true);
      if (isKnown) known += 1;
      if (isKnown || isLabelLike(index, item)) like += 1;
    });
    const share = (count: number): number => (filled === 0 ? 0 : count / filled);
    return {
      key,
      items,
      filled,
      likeness: share(like),
      known: share(known),
      knownCount: known,
      distinct: share(apart.size),
      texts: texts.size,
    };
  });
}

function isLabelSlot({ known, knownCount, likeness, filled, texts }: Slot): boolean {
  return (
    filled >= FEWEST_ROWS &&
    knownCount >= FEWEST_KNOWN &&
    known >= KNOWN_SHARE &&
    likeness >= 0.7 &&
    texts >= FEWEST_ROWS
  );
}

/** The words of a lone text, without the mark that leads to them. */
function wordsOf(index: PageIndex, at: number): Pick<Candidate, 'part'> {
  const node = index.nodes[at];
  if (node?.type !== 'text') return {};
  const offset = /^[\s:：]*/.exec(node.value)?.[0].length ?? 0;
  const verbatim = node.value.slice(offset, offset + LONGEST_VALUE).trimEnd();
  return { part: { at, offset, value: foldLine(verbatim), verbatim } };
}

/** True for nothing but links, which begin within: what is all in one link is no menu. */
function isLink(index: PageIndex, at: number): boolean {
  if (!isAllLinks(index, at)) return false;
  const end = Math.min(endOf(index, at), at + MOST_IN_LINK);
  for (let i = at; i < end; i += 1) if (index.tags[i] === 'a') return true;
  return false;
}

function isShort(text: string): boolean {
  return text.length <= LONGEST_LABEL && !text.includes('\n');
}

/** The labels where none is known: the first of two places, of another make, with a name of its own in each row. */
function byMake(index: PageIndex, slots: readonly Slot[]): readonly Slot[] {
  const [label, value, more] = slots.filter((slot) => !returns(slot) && slot.filled > 0);
  if (!label || !value || more || label.key.split('|')[0] === value.key.split('|')[0]) return [];
  // Links under names are a menu.
  if (value.items.every((item) => !item || isLink(index, item.at))) return [];
  const isOfNames = label.likeness >= 0.9 && label.distinct === 1 && label.filled >= FEWEST_ROWS;
  return isOfNames && value.filled >= FEWEST_ROWS ? [label] : [];
}

/** True where most of what stands under the labels is columns of links: the labels open a menu. */
function areMenus(index: PageIndex, values: readonly Slot[]): boolean {
  const items = values.flatMap((slot) => slot.items.flatMap((item) => item ?? []));
  const menus = items.filter(({ at }) => isLinkColumn(index, at));
  return menus.length * 2 > items.length;
}

/** True for what the form says in row after row, not for what somebody answered. */
function returns({ filled, texts }: Slot): boolean {
  return filled >= FEWEST_ROWS && texts <= Math.max(1, filled / 5);
}

/** Names of groups: the short text with which what holds the rows begins, if that is no row and no heading. */
function groupNames(index: PageIndex, rows: readonly TemplateRow[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  if (rows[0]?.isBare) return names;
  const own = new Set(rows.map(({ at }) => at));
  for (const parent of new Set(rows.map((row) => row.parent))) {
    const first = firstFilled(index, parent);
    if (first === undefined || isTitle(index, first) || own.has(first)) continue;
    if (labelLikeness(index, first) < 0.35) continue;
    const name = labelOf(index, first);
    if (name !== undefined) names.set(parent, name);
  }
  return names;
}

/** The first child with something in it; undefined if it is long in coming, or there is none. */
function firstFilled(index: PageIndex, parent: number): number | undefined {
  if (parent < 0) return undefined;
  let child = parent + 1;
  for (let left = 4; child < endOf(index, parent) && left > 0; left -= 1) {
    if (!isBlank(index, child)) return child;
    child = endOf(index, child);
  }
  return undefined;
}

/** One direction for all rows of a group: the values come first where most of them do. */
function isValueFirst(
  labels: readonly Slot[],
  values: readonly Slot[],
  rows: readonly TemplateRow[],
): boolean {
  if (labels.length > 1) return false;
  let [before, after] = [0, 0];
  rows.forEach((_, n) => {
    const label = labels[0]?.items[n]?.at;
    if (label === undefined) return;
    const others = values.flatMap(({ items }) => items[n]?.at ?? []);
    if (others.some((at) => at > label)) after += 1;
    else if (others.length > 0) before += 1;
  });
  return before > after;
}

function pairRow(
  index: PageIndex,
  labels: readonly Slot[],
  values: readonly Slot[],
  n: number,
  isAbove: boolean,
  score: number,
  candidates: Candidate[],
  notValues: Set<number>,
): void {
  const asked = labels.flatMap(({ items }) => items[n] ?? []).sort((a, b) => a.at - b.at);
  const answers = values.flatMap(({ items }) => items[n]?.at ?? []).sort((a, b) => a - b);
  asked.forEach((item, nth) => {
    const next = asked[nth + 1]?.at ?? Number.POSITIVE_INFINITY;
    const valueAt = isAbove
      ? answers.findLast((at) => at < item.at)
      : answers.find((at) => at > item.at && at < next);
    const label = textOf(index, item);
    if (label === undefined) return;
    if (valueAt === undefined || isBlank(index, valueAt)) {
      notValues.add(item.at);
      return;
    }
    if (isLink(index, item.at) && isLink(index, valueAt)) return;
    if (isMenu(index, valueAt) || isInFurniture(index, valueAt) || isTaken(index, item.at)) return;
    if (hasOwnBox(index, item.at)) return;
    const targets = valueNodes(index, valueAt);
    if (targets.length > MOST_TARGETS) return;
    notValues.add(item.at);
    for (const target of targets)
      candidates.push({
        target,
        ...wordsOf(index, target),
        labelAt: item.at,
        label,
        method: isAbove ? 'label-above' : 'label-left',
        score,
      });
  });
}

/** True for a label with the box of its own value in it; a box to tick may select the row. */
function hasOwnBox(index: PageIndex, at: number): boolean {
  return controlsIn(index, at, MOST_TARGETS).some((control) => !isChoice(index, control));
}
