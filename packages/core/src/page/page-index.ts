/**
 * One frame of a page, walked once. Nodes are numbered in document order, so that a subtree is a range and
 * "how much text, how many boxes are in here" is a subtraction. Every signal reads this, none walks the tree.
 */
import type { Element, Root, Text } from 'hast';
import { attribute, hasAttributes } from './attribute.js';
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
  /** What is painted or shown by something else, and so holds no text that could be read; all of it within sight. */
  readonly areas: readonly Element[];
  /** The `role` of each element that has one, in document order. */
  readonly roles: ReadonlyMap<number, string>;
  /** Whether any text is preformatted. */
  readonly hasPre: boolean;
  readonly counts: Counts;
  readonly found: Found;
}

/** What was found out of a node, by its order, so that signals that ask about the same nodes share the answer. */
interface Found {
  readonly shown: (string | undefined)[];
  /** Null where a node displays no label. */
  readonly labels: (string | null | undefined)[];
  readonly likeness: (number | undefined)[];
  readonly selectors: (string | undefined)[];
  readonly places: (number | undefined)[];
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
const AREAS = new Set(['canvas', 'embed', 'iframe', 'object']);
/** Their children are state, not text of the page. */
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
  const counts = new Totals();
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
      counts.add(inherited & CLIPPED ? 0 : child.value.trim().length, style, false, false);
    } else if (child.type === 'element') {
      const tag = child.tagName.toLowerCase();
      const inClosed = tag !== 'summary' && tags[up] === 'details' && !isOpen(nodes[up]);
      if (SKIPPED.has(tag) && child.data?.shadow === undefined) {
        if (AREAS.has(tag) && visibilityOf(child, inherited, inClosed) === 0)
          lists.areas.push(child);
        continue;
      }
      nodes.push(child);
      tags.push(tag);
      visibility.push(visibilityOf(child, inherited, inClosed));
      styles.push(style | ownStyle(child, tag));
      const isControl = addToLists(lists, child, tag, order);
      counts.add(0, 0, isControl, tag === 'table');
    } else continue;
    parents.push(up);
    ends.push(order + 1);
    hosts.push(hostOf(nodes[up], up, hosts));
    if (child.type === 'element' && child.children.length > 0 && !CLOSED.has(tags[order] ?? '')) {
      above.push(level);
      level = { children: child.children, at: order, next: 0 };
    }
  }
  const hasPre = tags.includes('pre');
  const found = nothingYet(nodes.length);
  return { frame, nodes, tags, parents, ends, visibility, hosts, ...lists, hasPre, counts, found };
}

interface Level {
  readonly children: Root['children'];
  readonly at: number;
  next: number;
}

function nothingYet(size: number): Found {
  const each = <T>(): (T | undefined)[] => new Array<T | undefined>(size).fill(undefined);
  return { shown: each(), labels: each(), likeness: each(), selectors: each(), places: each() };
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

/** Returns whether the element is a form control. */
function addToLists(lists: Lists, element: Element, tag: string, order: number): boolean {
  const isMarked = hasAttributes(element);
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

class Totals implements Counts {
  readonly letters = [0];
  readonly bold = [0];
  readonly linked = [0];
  readonly controls = [0];
  readonly tables = [0];
  #letters = 0;
  #bold = 0;
  #linked = 0;
  #controls = 0;
  #tables = 0;

  /** One node more. */
  add(size: number, style: number, isControl: boolean, isTable: boolean): void {
    this.#letters += size;
    if (style & IN_BOLD) this.#bold += size;
    if (style & IN_LINK) this.#linked += size;
    if (isControl) this.#controls += 1;
    if (isTable) this.#tables += 1;
    this.letters.push(this.#letters);
    this.bold.push(this.#bold);
    this.linked.push(this.#linked);
    this.controls.push(this.#controls);
    this.tables.push(this.#tables);
  }
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
