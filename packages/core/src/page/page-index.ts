/**
 * One frame of a page, walked once. Nodes are numbered in document order, so that a subtree is a range and
 * "how much text, how many boxes are in here" is a subtraction. Every signal reads this, none walks the tree.
 */
import type { Element, Root, Text } from 'hast';
import { attribute } from './attribute.js';
import type { FrameSnapshot } from './snapshot.js';
import { CLIPPED, visibilityOf } from './visibility.js';

export interface PageIndex {
  readonly frame: FrameSnapshot;
  /** Elements and texts; an order below is a place in this list. */
  readonly nodes: readonly (Element | Text)[];
  /** Lower case; `#text` for a text. */
  readonly tags: readonly string[];
  /** Order of the parent, -1 at the top. */
  readonly parents: readonly number[];
  /** One past the last node inside. */
  readonly ends: readonly number[];
  /** `HIDDEN` and `CLIPPED` flags. */
  readonly visibility: readonly number[];
  /** Order of the shadow host a node is inside, -1 for the document. */
  readonly hosts: readonly number[];
  readonly ids: ReadonlyMap<string, readonly number[]>;
  readonly names: ReadonlyMap<string, readonly number[]>;
  /** Labels by the id that their `for` names. */
  readonly labelsFor: ReadonlyMap<string, readonly number[]>;
  /** Orders of form controls of any kind. */
  readonly controls: readonly number[];
  readonly tables: readonly number[];
  readonly counts: Counts;
}

/** Running totals before each node: subtract two to know what a range holds. */
export interface Counts {
  readonly letters: readonly number[];
  readonly bold: readonly number[];
  readonly linked: readonly number[];
  readonly controls: readonly number[];
  readonly tables: readonly number[];
}

/** Nothing in these is shown as text of the record. */
const SKIPPED = new Set(
  'audio canvas datalist embed frame head iframe link math meta noframes noscript object script style svg template title video'.split(
    ' ',
  ),
);
/** Their children are state, not text of the page. */
const CLOSED = new Set(['select', 'textarea']);
const BOLD = new Set('b strong th dt label legend caption h1 h2 h3 h4 h5 h6'.split(' '));
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i;
const EDITABLE_ROLES = new Set(
  'combobox textbox searchbox spinbutton switch checkbox radio'.split(' '),
);

const IN_BOLD = 1;
const IN_LINK = 2;

function isControl(element: Element, tag: string): boolean {
  if (tag === 'input' || tag === 'select' || tag === 'textarea') return true;
  const editable = attribute(element, 'contenteditable');
  if (editable !== undefined && editable !== 'false') return true;
  const role = attribute(element, 'role');
  return role !== undefined && EDITABLE_ROLES.has(role);
}

/** Walks a frame once, without recursion: depth costs nothing. */
export function indexFrame(frame: FrameSnapshot): PageIndex {
  const nodes: (Element | Text)[] = [];
  const tags: string[] = [];
  const parents: number[] = [];
  const ends: number[] = [];
  const visibility: number[] = [];
  const hosts: number[] = [];
  const styles: number[] = [];
  const lists = emptyLists();
  const counts = emptyCounts();
  const above: Level[] = [];
  let level: Level | undefined = { children: frame.tree.children, at: -1, next: 0 };
  while (level) {
    const child = level.children[level.next];
    if (child === undefined) {
      if (level.at >= 0) ends[level.at] = nodes.length;
      level = above.pop();
      continue;
    }
    level.next += 1;
    const up = level.at;
    const order = nodes.length;
    const inherited = up < 0 ? 0 : (visibility[up] ?? 0);
    const style = up < 0 ? 0 : (styles[up] ?? 0);
    if (child.type === 'text') {
      nodes.push(child);
      tags.push('#text');
      visibility.push(inherited);
      styles.push(style);
      addCounts(counts, order, inherited & CLIPPED ? 0 : child.value.trim().length, style);
    } else if (child.type === 'element') {
      const tag = child.tagName.toLowerCase();
      if (SKIPPED.has(tag) && child.data?.shadow === undefined) continue;
      const inClosed = tag !== 'summary' && tags[up] === 'details' && !isOpen(nodes[up]);
      nodes.push(child);
      tags.push(tag);
      visibility.push(visibilityOf(child, inherited, inClosed));
      styles.push(style | ownStyle(child, tag));
      addToLists(lists, child, tag, order);
      addCounts(counts, order, 0, 0, lists.controls.at(-1) === order, tag === 'table');
    } else continue;
    parents.push(up);
    ends.push(order + 1);
    hosts.push(hostOf(nodes[up], up, hosts));
    if (child.type === 'element' && child.children.length > 0 && !CLOSED.has(tags[order] ?? '')) {
      above.push(level);
      level = { children: child.children, at: order, next: 0 };
    }
  }
  return { frame, nodes, tags, parents, ends, visibility, hosts, ...lists, counts };
}

interface Level {
  readonly children: Root['children'];
  readonly at: number;
  next: number;
}

type Lists = { -readonly [key in 'controls' | 'tables']: number[] } & {
  readonly [key in 'ids' | 'names' | 'labelsFor']: Map<string, number[]>;
};

function emptyLists(): Lists {
  return { controls: [], tables: [], ids: new Map(), names: new Map(), labelsFor: new Map() };
}

function addToLists(lists: Lists, element: Element, tag: string, order: number): void {
  note(lists.ids, attribute(element, 'id'), order);
  note(lists.names, attribute(element, 'name'), order);
  if (tag === 'label') note(lists.labelsFor, attribute(element, 'for'), order);
  if (tag === 'table') lists.tables.push(order);
  if (isControl(element, tag)) lists.controls.push(order);
}

function note(map: Map<string, number[]>, key: string | undefined, order: number): void {
  if (!key) return;
  const list = map.get(key);
  if (list) list.push(order);
  else map.set(key, [order]);
}

function emptyCounts(): { readonly [key in keyof Counts]: number[] } {
  return { letters: [0], bold: [0], linked: [0], controls: [0], tables: [0] };
}

function addCounts(
  counts: { readonly [key in keyof Counts]: number[] },
  order: number,
  size: number,
  style: number,
  isControl = false,
  isTable = false,
): void {
  counts.letters.push((counts.letters[order] ?? 0) + size);
  counts.bold.push((counts.bold[order] ?? 0) + (style & IN_BOLD ? size : 0));
  counts.linked.push((counts.linked[order] ?? 0) + (style & IN_LINK ? size : 0));
  counts.controls.push((counts.controls[order] ?? 0) + (isControl ? 1 : 0));
  counts.tables.push((counts.tables[order] ?? 0) + (isTable ? 1 : 0));
}

function ownStyle(element: Element, tag: string): number {
  if (BOLD.has(tag)) return IN_BOLD;
  if (tag === 'a' || tag === 'button') return IN_LINK;
  const style = attribute(element, 'style');
  return style !== undefined && BOLD_STYLE.test(style) ? IN_BOLD : 0;
}

function isOpen(details: Element | Text | undefined): boolean {
  return details?.type === 'element' && attribute(details, 'open') !== undefined;
}

function hostOf(parent: Element | Text | undefined, up: number, hosts: readonly number[]): number {
  if (parent?.type !== 'element') return -1;
  return parent.data?.shadow === undefined ? (hosts[up] ?? -1) : up;
}
