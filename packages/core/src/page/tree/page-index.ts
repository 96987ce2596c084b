/**
 * One frame of a page, walked once. Nodes are numbered in document order, so that a subtree is a range, and its text
 * and boxes are counted by a subtraction. Every signal reads this; none walks the tree.
 */

import type { Element, Root, Text } from 'hast';
import type { FrameSnapshot } from '../snapshot/snapshot.js';
import { attribute, hasAttributes } from './attribute.js';
import { Columns } from './column.js';
import type { NodeColumns } from './counts.js';
import { CLIPPED, visibilityOf } from './visibility.js';

export interface PageIndex extends NodeColumns {
  readonly frame: FrameSnapshot;
  /** Elements and texts; an *order* in the members below is an index into this list. */
  readonly nodes: readonly (Element | Text)[];
  /** Tags in lower case; `#text` for a text. */
  readonly tags: readonly string[];
  readonly ids: ReadonlyMap<string, readonly number[]>;
  readonly names: ReadonlyMap<string, readonly number[]>;
  /** Labels by the id that their `for` names. */
  readonly labelsFor: ReadonlyMap<string, readonly number[]>;
  /** Orders of form controls of any kind. */
  readonly controls: readonly number[];
  readonly tables: readonly number[];
  /** Elements painted or shown by something else, which hold no readable text; all of them visible. */
  readonly areas: readonly Element[];
  /** The `role` of each element that has one, in document order. */
  readonly roles: ReadonlyMap<number, string>;
  /** True if any text is preformatted. */
  readonly hasPre: boolean;
  readonly found: Found;
}

/** Results for nodes, by order, so that signals that ask about the same nodes share the answer. */
interface Found {
  readonly shown: (string | undefined)[];
  /** Label of each node; null if it displays none. */
  readonly labels: (string | null | undefined)[];
  readonly likeness: (number | undefined)[];
  readonly selectors: (string | undefined)[];
  readonly places: (number | undefined)[];
  /** Steps of selectors, by tag and place. */
  readonly steps: Map<string, string[]>;
}

/** Elements whose content is not shown as text of the record. */
const SKIPPED = new Set(
  'audio canvas datalist embed frame head iframe link math meta noframes noscript object script style svg template title video'.split(
    ' ',
  ),
);
const AREAS = new Set(['canvas', 'embed', 'iframe', 'object']);
/** Elements whose children are state, not text of the page. */
const CLOSED = new Set(['select', 'textarea']);
const BOLD = new Set('b strong th dt label legend caption h1 h2 h3 h4 h5 h6'.split(' '));
const BOLD_STYLE = /font-weight\s*:\s*(?:bold|bolder|[6-9]00)/i;
const EDITABLE_ROLES = new Set(
  'combobox textbox searchbox spinbutton switch checkbox radio'.split(' '),
);

const IN_BOLD = 1;
const IN_LINK = 2;

const CONTROLS = new Set(['input', 'select', 'textarea']);

function isEditable(element: Element, role: string | undefined): boolean {
  const editable = attribute(element, 'contenteditable');
  if (editable !== undefined && editable !== 'false') return true;
  return role !== undefined && EDITABLE_ROLES.has(role);
}

/** Walks a frame once, without recursion, so that depth costs nothing. */
export function indexFrame(frame: FrameSnapshot): PageIndex {
  const nodes: (Element | Text)[] = [];
  const tags: string[] = [];
  const columns = new Columns();
  const lists = emptyLists();
  const levels = [levelOf(frame.tree)];
  let depth = 0;
  for (let level = levels[depth]; level; level = depth < 0 ? undefined : levels[depth]) {
    const child = level.children[level.next];
    if (child === undefined) {
      if (level.at >= 0) columns.ends[level.at] = nodes.length;
      depth -= 1;
      continue;
    }
    level.next += 1;
    const order = nodes.length;
    if (child.type === 'text') {
      nodes.push(child);
      tags.push('#text');
      const size = level.visibility & CLIPPED ? 0 : child.value.trim().length;
      const { style } = level;
      columns.add(level.at, level.host, level.visibility);
      columns.count(size, style & IN_BOLD ? size : 0, style & IN_LINK ? size : 0, 0, 0);
      continue;
    }
    if (child.type !== 'element') continue;
    const tag = child.tagName.toLowerCase();
    const isMarked = hasAttributes(child);
    const inClosed = level.isClosed && tag !== 'summary';
    const visibility = visibilityOf(child, level.visibility, inClosed, isMarked);
    if (SKIPPED.has(tag) && child.data?.shadow === undefined) {
      if (visibility === 0 && AREAS.has(tag)) lists.areas.push(child);
      continue;
    }
    nodes.push(child);
    tags.push(tag);
    columns.add(level.at, level.host, visibility);
    const isControl = addToLists(lists, child, tag, order, isMarked);
    columns.count(0, 0, 0, isControl ? 1 : 0, tag === 'table' ? 1 : 0);
    if (child.children.length === 0 || CLOSED.has(tag)) continue;
    depth += 1;
    const inside = levels[depth] ?? levelOf(child);
    levels[depth] = inside;
    inside.children = child.children;
    inside.at = order;
    inside.next = 0;
    inside.visibility = visibility;
    inside.style = level.style | ownStyle(child, tag, isMarked);
    inside.host = child.data?.shadow === undefined ? level.host : order;
    inside.isClosed = tag === 'details' && !isOpen(child);
  }
  const { parents, ends, visibility, hosts, counts } = columns.finish();
  const { ids, names, labelsFor, controls, tables, areas, roles } = lists;
  // Written member by member, not by spreading: the compiled code for an index is then reused for the next.
  return {
    frame,
    nodes,
    tags,
    parents,
    ends,
    visibility,
    hosts,
    ids,
    names,
    labelsFor,
    controls,
    tables,
    areas,
    roles,
    hasPre: tags.includes('pre'),
    counts,
    found: nothingYet(nodes.length),
  };
}

/** The children of one node, and the state they inherit from it; reused for the next node of its depth. */
interface Level {
  children: Root['children'];
  at: number;
  next: number;
  visibility: number;
  style: number;
  host: number;
  /** Set if the content is not shown until somebody opens it. */
  isClosed: boolean;
}

function levelOf({ children }: Pick<Root, 'children'>): Level {
  return { children, at: -1, next: 0, visibility: 0, style: 0, host: -1, isClosed: false };
}

function nothingYet(size: number): Found {
  const each = <T>(): (T | undefined)[] => new Array<T | undefined>(size).fill(undefined);
  return {
    shown: each(),
    labels: each(),
    likeness: each(),
    selectors: each(),
    places: each(),
    steps: new Map(),
  };
}

type Lists = { readonly [key in 'controls' | 'tables']: number[] } & {
  readonly [key in 'ids' | 'names' | 'labelsFor']: Map<string, number[]>;
} & { readonly roles: Map<number, string>; readonly areas: Element[] };

function emptyLists(): Lists {
  return {
    controls: [],
    tables: [],
    areas: [],
    ids: new Map(),
    names: new Map(),
    labelsFor: new Map(),
    roles: new Map(),
  };
}

/** Returns true if the element is a form control. */
function addToLists(
  lists: Lists,
  element: Element,
  tag: string,
  order: number,
  isMarked: boolean,
): boolean {
  const role = isMarked ? attribute(element, 'role') : undefined;
  if (isMarked) {
    note(lists.ids, attribute(element, 'id'), order);
    note(lists.names, attribute(element, 'name'), order);
    if (tag === 'label') note(lists.labelsFor, attribute(element, 'for'), order);
    if (role !== undefined) lists.roles.set(order, role);
  }
  if (tag === 'table') lists.tables.push(order);
  const isControl = CONTROLS.has(tag) || (isMarked && isEditable(element, role));
  if (isControl) lists.controls.push(order);
  return isControl;
}

function note(map: Map<string, number[]>, key: string | undefined, order: number): void {
  if (!key) return;
  const list = map.get(key);
  if (list) list.push(order);
  else map.set(key, [order]);
}

function ownStyle(element: Element, tag: string, isMarked: boolean): number {
  if (BOLD.has(tag)) return IN_BOLD;
  if (tag === 'a' || tag === 'button') return IN_LINK;
  const style = isMarked ? attribute(element, 'style') : undefined;
  return style !== undefined && BOLD_STYLE.test(style) ? IN_BOLD : 0;
}

function isOpen(details: Element): boolean {
  return attribute(details, 'open') !== undefined;
}
