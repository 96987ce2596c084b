/**
 * Rows of one make anywhere on a page, with what each of their places holds: from all of them together it shows which
 * place holds labels, which holds values, and which returns in every row and belongs to the form.
 */
import { attribute } from '../tree/attribute.js';
import type { PageIndex } from '../tree/page-index.js';
import {
  childrenOf,
  controlCount,
  elementAt,
  endOf,
  holdsTable,
  isAllLinks,
  isBlank,
  letters,
} from '../tree/span.js';
import { displayText } from '../tree/text.js';
import { HIDDEN } from '../tree/visibility.js';
import { labelLikeness, labelOf, readsAsLabel, tidyLabel } from './label-text.js';
import { makeOf } from './make.js';

export interface Item {
  readonly at: number;
  /** Label that an icon bears in its markup, having no text. */
  readonly icon?: string;
}

/** A row: its items by place, a place being a make and how many of that make came before. */
export interface TemplateRow {
  readonly at: number;
  readonly parent: number;
  readonly items: ReadonlyMap<string, Item>;
  /** Set where nothing but the order tells the places apart. */
  readonly isBare?: true;
}

/** Most children of a row, most letters in it, and most rows of one make that are looked at. */
const MOST_ITEMS = 8;
const MOST_LETTERS = 20_000;
const FEWEST_TURNS = 4;
const MOST_ROWS = 5_000;
const NEVER_ROWS = new Set(
  'html body main header footer nav table thead tbody tfoot dl dt select textarea svg button h1 h2 h3 h4 h5 h6'.split(
    ' ',
  ),
);
const TITLES = /^(?:h[1-6]|legend|caption|summary)$/;

/** Rows of the frame by their make and that of what is around them. */
export function rowGroups(index: PageIndex): readonly (readonly TemplateRow[])[] {
  const groups = new Map<string, TemplateRow[]>();
  const add = (key: string, row: TemplateRow): void => {
    const group = groups.get(key);
    if (!group) groups.set(key, [row]);
    else if (group.length < MOST_ROWS) group.push(row);
  };
  for (let at = 0; at < index.tags.length; at += 1) {
    const tag = index.tags[at] ?? '';
    if (tag === '#text' || NEVER_ROWS.has(tag) || endOf(index, at) - at < 3) continue;
    const children = childrenOf(index, at);
    const row = children.length <= MOST_ITEMS * 3 ? rowOf(index, at, children) : undefined;
    if (row) add(`${makeOf(index, row.parent)}|${makeOf(index, at)}`, row);
    const turns = turnsOf(index, at, children);
    if (turns) for (const turn of turns.rows) add(turns.key, turn);
  }
  return [...groups.values()];
}

function rowOf(index: PageIndex, at: number, children: readonly number[]): TemplateRow | undefined {
  if (letters(index, at) > MOST_LETTERS || holdsTable(index, at)) return undefined;
  const items = new Map<string, Item>();
  const seen = new Map<string, number>();
  let filled = 0;
  let texts = 0;
  for (const child of children) {
    const isText = index.tags[child] === '#text';
    if (isText && !isWords(index, child)) continue;
    if (isText) texts += 1;
    // Words in more than one line are read as lines.
    if (index.tags[child] === 'br' || texts > 1) return undefined;
    if (TITLES.test(index.tags[child] ?? '') || items.size >= MOST_ITEMS) return undefined;
    const make = isText ? '#text' : makeOf(index, child);
    const before = seen.get(make) ?? 0;
    seen.set(make, before + 1);
    if (isUnseen(index, at, child)) continue;
    const icon = isText ? undefined : iconLabel(index, child);
    if (icon === undefined && isBlank(index, child)) continue;
    filled += 1;
    items.set(`${make}|${before}`, icon === undefined ? { at: child } : { at: child, icon });
  }
  if (filled < 2) return undefined;
  // A row of more cells is one of a list: a table has its own signals.
  if (index.tags[at] === 'tr') return filled === 2 ? bareRow(index, at, items) : undefined;
  return { at, parent: index.parents[at] ?? -1, items };
}

/** A row of two cells: only what they hold tells labels from values. */
function bareRow(
  index: PageIndex,
  at: number,
  items: ReadonlyMap<string, Item>,
): TemplateRow | undefined {
  for (const item of items.values()) if (index.tags[item.at] !== 'td') return undefined;
  return { at, parent: index.parents[at] ?? -1, items, isBare: true };
}

/** False for a text that is only a mark between two items. */
function isWords(index: PageIndex, at: number): boolean {
  const size = letters(index, at);
  return size > 2 || (size > 0 && /[\p{L}\p{N}]/u.test(displayText(index, at)));
}

/** Hidden within what is shown, or a button: a hint that opens, or what one does with the row. */
function isUnseen(index: PageIndex, row: number, at: number): boolean {
  const own = (index.visibility[at] ?? 0) & HIDDEN & ~(index.visibility[row] ?? 0);
  return own !== 0 || index.tags[at] === 'button';
}

/** Name of an icon: words of the markup on something that shows none. */
function iconLabel(index: PageIndex, at: number): string | undefined {
  if (letters(index, at) > 0 || controlCount(index, at) > 0) return undefined;
  const element = elementAt(index, at);
  if (!element) return undefined;
  const said = attribute(element, 'aria-label') ?? attribute(element, 'title') ?? '';
  const label = tidyLabel(said);
  return readsAsLabel(label) ? label : undefined;
}

/** Pairs of children that take turns in one box: label, value, label, value. */
function turnsOf(
  index: PageIndex,
  at: number,
  children: readonly number[],
): { readonly key: string; readonly rows: readonly TemplateRow[] } | undefined {
  const all: number[] = [];
  for (const child of children) {
    if (index.tags[child] !== '#text') all.push(child);
    else if (letters(index, child) > 0) return undefined;
  }
  if (all.length < FEWEST_TURNS || all.length % 2 !== 0) return undefined;
  const [first = -1, second = -1] = all;
  const makes = [makeOf(index, first), makeOf(index, second)];
  const rows: TemplateRow[] = [];
  for (let i = 0; i < all.length; i += 2) {
    const one = all[i] ?? -1;
    const other = all[i + 1] ?? -1;
    if (TITLES.test(index.tags[one] ?? '') || makeOf(index, one) !== makes[0]) return undefined;
    if (makeOf(index, other) !== makes[1] && controlCount(index, other) === 0) return undefined;
    if (isBlank(index, one) || isBlank(index, other)) continue;
    const items = new Map([one, other].map((each, n) => [`${makes[n]}|${n}`, { at: each }]));
    rows.push({ at, parent: at, items, ...(makes[0] === makes[1] ? { isBare: true } : {}) });
  }
  return { key: `turns|${makeOf(index, at)}|${makes.join('|')}`, rows };
}

export function textOf(index: PageIndex, { at, icon }: Item): string | undefined {
  return icon ?? labelOf(index, at);
}

/** True if the item reads as a label, link or not. */
export function isLabelLike(index: PageIndex, item: Item): boolean {
  if (item.icon !== undefined) return true;
  const likeness = labelLikeness(index, item.at);
  return likeness >= 0.35 || (likeness > 0 && isAllLinks(index, item.at));
}
